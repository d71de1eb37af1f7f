"""The examples of the OpenAPI document are right: each is asked, and answered with what was promised."""

import httpx
import pytest
from served import KEY

AUTHORISED = {"X-API-Key": KEY}
# What an example can't name, as it is made anew in each graph.
KEYED = ("/v1/events/{id}", "/v1/events/{id}/order/{other}", "/v1/statements/{id}", "/v1/articles/{id}")


@pytest.fixture(scope="module")
def document(served):
    return httpx.get(f"{served.url}/openapi.json").json()


@pytest.fixture(scope="module")
def ids(served):
    with httpx.Client(base_url=served.url, timeout=60) as client:
        said = client.get("/v1/statements?limit=1000").json()["results"]
    told = [one for one in said if one["event"]]
    return {"event": told[0]["event"], "other": told[-1]["event"], "statement": said[0]["id"],
            "article": said[0]["article"]["id"]}  # fmt: skip


def asked(parameter):
    examples = parameter.get("examples") or parameter["schema"].get("examples")
    if not examples and "anyOf" in parameter["schema"]:
        examples = next((one["examples"] for one in parameter["schema"]["anyOf"] if "examples" in one), None)
    return examples[0] if isinstance(examples, list) else None


def address(path, parameters, ids):
    kind = path.split("/")[2].rstrip("s") if path.startswith("/v1/") else ""
    for one in (one for one in parameters if one["in"] == "path"):
        value = asked(one) or ids.get("other" if one["name"] == "other" else kind)
        path = path.replace(f"{{{one['name']}}}", str(value))
    return path


def test_every_parameter_has_an_example_that_is_answered(served, document, ids):
    met, wrong = 0, []
    with httpx.Client(base_url=served.url, timeout=60, headers=AUTHORISED) as client:
        for path, methods in document["paths"].items():
            if "get" not in methods or path == "/v1/jobs/{id}":
                continue
            parameters = methods["get"].get("parameters", [])
            query = {one["name"]: asked(one) for one in parameters if one["in"] == "query"}
            needed = {
                one["name"]: asked(one) for one in parameters if one["in"] == "query" and one["required"]
            }
            assert None not in needed.values(), path
            if path.startswith("/v1/timeline"):
                needed["type"] = ["CONSULT"]
            for name in [None, *(name for name, value in query.items() if value is not None)]:
                chosen = needed if name is None else {**needed, name: query[name]}
                answer = client.get(address(path, parameters, ids), params=chosen)
                unknown_then = answer.status_code == 404 and name in ("as_of", "recorded_before")
                if answer.status_code != 200 and not unknown_then:
                    wrong.append((path, chosen, answer.text[:300]))
                met += 1
    assert wrong == []
    assert met > 80


def test_every_body_has_an_example_that_is_taken(served, document, ids):
    taken = {}
    with httpx.Client(base_url=served.url, timeout=60, headers=AUTHORISED) as client:
        for path, methods in document["paths"].items():
            for method in ("post", "put"):
                content = methods.get(method, {}).get("requestBody", {}).get("content", {})
                for kind, body in content.items():
                    if "example" not in body:
                        continue
                    example = body["example"]
                    given = {"json": example} if kind == "application/json" else {"content": example}
                    if kind == "application/x-www-form-urlencoded":
                        given = {"data": example}
                    where = address(path, methods[method].get("parameters", []), ids)
                    answer = client.request(method, where, headers={"Content-Type": kind}, **given)
                    assert answer.is_success, (method, where, kind, answer.text[:300])
                    taken[method, path, kind] = answer.status_code
    assert {path for _, path, _ in taken} >= {"/v1/articles", "/v1/articles/{id}", "/v1/reconcile", "/sparql"}
    assert taken["post", "/v1/articles", "application/x-ndjson"] == 202
