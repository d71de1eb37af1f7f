import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from api.settings import Settings, variable
from ontology.errors import ParameterError

DOCUMENTED = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_every_setting_is_documented_with_its_default():
    rows = dict(re.findall(r"^\| `(REGESTA_\w+)` \| ([^|]*) \|", DOCUMENTED.read_text("utf-8"), re.MULTILINE))
    defaults = Settings()
    for field in Settings.model_fields:
        told = rows[variable(field)].strip().strip("`")
        value = getattr(defaults, field)
        if field.endswith("_dir"):
            assert "XDG" in told
        elif value is None or value == ():
            assert told in {"unset", "empty"}
        else:
            assert getattr(Settings.from_environment({variable(field): told}), field) == value


def test_no_setting_is_documented_that_does_not_exist():
    text = DOCUMENTED.read_text("utf-8").split("## For tests")[0]
    known = {variable(field) for field in Settings.model_fields}
    assert set(re.findall(r"REGESTA_\w+", text)) <= known


def test_values_come_from_the_environment_and_empty_ones_count_as_unset():
    settings = Settings.from_environment(
        {
            "REGESTA_PORT": "0",
            "REGESTA_HOST": "",
            "REGESTA_CORS_ORIGINS": "https://a.example, https://b.example",
        }
    )
    assert settings.port == 0
    assert settings.host == "127.0.0.1"
    assert settings.cors_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("REGESTA_PORT", "eighty"),
        ("REGESTA_PORT", "70000"),
        ("REGESTA_API_KEY", "short"),
        ("REGESTA_BODY_LIMIT_BYTES", "0"),
    ],
)
def test_a_wrong_value_is_named_and_not_repeated(name, value):
    with pytest.raises(ParameterError, match=name) as caught:
        Settings.from_environment({name: value})
    assert caught.value.name == name
    assert "0000" not in str(caught.value)


def test_settings_cannot_be_changed():
    with pytest.raises(ValidationError):
        Settings().port = 1


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("example.org", False)],
)
def test_loopback(host, loopback):
    assert Settings(host=host).loopback is loopback


def test_secrets_do_not_show_in_the_representation():
    assert "s3cret" not in repr(Settings(neo4j_password="s3cret", api_key="s3cret-s3cret-s3cret"))
