"""The documents name every route, problem and command that there is."""

import re
from pathlib import Path

from api import problems
from api.cli import COMMANDS, main

DOCS = Path(__file__).parents[2] / "docs"


def test_every_route_is_documented(client):
    document = client.get("/openapi.json").json()
    routes = {f"{method.upper()} {path}" for path, methods in document["paths"].items() for method in methods}
    told = re.findall(r"^\| `([A-Z]+ /[^?`]*)", (DOCS / "api.md").read_text("utf-8"), re.MULTILINE)
    assert routes == set(told)


def test_every_parameter_is_documented(client):
    text = (DOCS / "api.md").read_text("utf-8")
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for parameter in methods.get("get", {}).get("parameters", []):
            if parameter["in"] == "query":
                row = next(line for line in text.splitlines() if line.startswith(f"| `GET {path}"))
                groups = "".join(
                    re.search(rf"^\| \*{name}\* \|.*", text, re.MULTILINE)[0]
                    for name in re.findall(r"\*(\w+)\*", row)
                )
                assert re.search(rf"\b{parameter['name']}\b", row + groups), (path, parameter["name"])


def test_every_problem_is_documented():
    text = (DOCS / "api.md").read_text("utf-8")
    kinds = [kind for kind in vars(problems).values() if isinstance(kind, problems.Kind)]
    assert kinds
    for kind in kinds:
        assert re.search(rf"^\| {kind.status.value} \|.*`{kind.name}`", text, re.MULTILINE), kind


def test_every_command_and_option_is_documented():
    text = (DOCS / "cli.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"## `regesta {name}" in text
        command = main.get_command(None, name)
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert parameter.opts[-1] in text, (name, parameter.opts)
