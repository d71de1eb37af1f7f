"""Who may ask, who may write, and how often."""

import json
import stat

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from served import KEY, serving

from api.keys import ENVIRONMENT, KeyRing, Scope
from api.rates import Rates
from ontology.errors import NotFoundError, ParameterError

ARTICLE = {"text": "Emmanuel Macron met Olaf Scholz in Paris.", "lang": "en", "date": "2025-03-02"}


@pytest.fixture
def ring(tmp_path):
    return KeyRing(tmp_path / "keys.json")


def test_a_key_is_known_by_its_secret_until_it_is_revoked(ring):
    key, secret = ring.create("desk", Scope.WRITE)
    assert ring.find(secret) == key
    assert ring.find(secret + "x") is None
    assert ring.revoke("desk") == key
    assert ring.find(secret) is None


def test_secrets_are_kept_nowhere_and_the_file_is_its_owners_alone(ring, tmp_path):
    _, secret = ring.create("desk", Scope.READ)
    path = tmp_path / "keys.json"
    assert secret not in path.read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [record["scope"] for record in json.loads(path.read_text("utf-8"))] == ["read"]


def test_another_process_sees_new_keys_and_revocations(ring, tmp_path):
    other = KeyRing(tmp_path / "keys.json")
    assert not other
    key, secret = ring.create("desk", Scope.ADMIN)
    assert other
    assert other.find(secret) == key
    ring.revoke(key.id)
    assert other.find(secret) is None


def test_names_are_taken_once(ring):
    ring.create("desk", Scope.READ)
    for name in ("desk", " "):
        with pytest.raises(ParameterError):
            ring.create(name, Scope.READ)
    with pytest.raises(NotFoundError):
        ring.revoke("nobody")


def test_the_key_of_the_environment_allows_everything(tmp_path):
    ring = KeyRing(tmp_path / "keys.json", SecretStr("a-key-from-outside"))
    found = ring.find("a-key-from-outside")
    assert (found.id, found.scope) == (ENVIRONMENT, Scope.ADMIN)


@given(st.integers(1, 50), st.lists(st.floats(0, 90), min_size=1, max_size=80))
def test_no_minute_has_more_than_twice_what_is_allowed(per_minute, gaps):
    """A full bucket and a minute's filling: the bound of a token bucket."""
    now = 0.0
    rates = Rates(per_minute, lambda: now)
    asked = []
    for gap in gaps:
        now += gap / per_minute
        if rates.wait("one") == 0:
            asked.append(now)
    for begin in asked:
        assert sum(begin <= at < begin + 60 for at in asked) <= 2 * per_minute


def test_who_waits_as_long_as_told_may_ask_again():
    now = 0.0
    rates = Rates(3, lambda: now)
    assert [rates.wait("one") for _ in range(3)] == [0, 0, 0]
    seconds = rates.wait("one")
    assert 0 < seconds <= 20
    assert rates.wait("other") == 0
    now += seconds + 0.001
    assert rates.wait("one") == 0


def test_a_key_that_reads_cannot_write(sample_store, tmp_path):
    _, reading = KeyRing(tmp_path / "keys.json").create("reader", Scope.READ)
    _, writing = KeyRing(tmp_path / "keys.json").create("writer", Scope.WRITE)
    with serving(sample_store, api_key=None, data_dir=tmp_path) as url:
        refused = httpx.post(f"{url}/v1/articles", json=ARTICLE, headers={"X-API-Key": reading})
        assert refused.status_code == 403
        assert refused.json()["type"] == "urn:regesta:problem:forbidden"
        added = httpx.post(f"{url}/v1/articles", json=ARTICLE, headers={"X-API-Key": writing}, timeout=60)
        assert added.status_code in (200, 201)


def test_a_key_that_is_not_known_is_refused_even_for_reading(client):
    answer = client.get("/v1/articles", headers={"Authorization": "Bearer nonsense"})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_beyond_this_machine_reading_needs_a_key_unless_the_server_is_public(sample_store):
    asked = {"X-API-Key": KEY}
    with serving(sample_store, host="0.0.0.0") as url:
        for path in ("/v1/articles", "/v1/event-types", "/sparql?query=ASK%20%7B%7D"):
            assert httpx.get(url + path).status_code == 401
            assert httpx.get(url + path, headers=asked, timeout=60).status_code == 200
        assert httpx.get(f"{url}/health").status_code == 200
    with serving(sample_store, host="0.0.0.0", public_read=True) as url:
        assert httpx.get(f"{url}/v1/articles").status_code == 200
        assert httpx.post(f"{url}/v1/articles", json=ARTICLE).status_code == 401


def test_who_asks_too_often_is_told_when_to_come_again(sample_store):
    with serving(sample_store, rate_limit_per_minute=3) as url:
        answers = [httpx.get(f"{url}/v1/event-types", headers={"X-API-Key": KEY}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        assert 1 <= int(answers[-1].headers["Retry-After"]) <= 20
        assert httpx.get(f"{url}/v1/event-types").status_code == 200
