"""The four packages have plain names: nothing else that is installed may claim them."""

from importlib import import_module
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["api", "extract", "graph", "ontology"])
def test_regesta_alone_owns_its_packages(name):
    assert set(packages_distributions().get(name, ["regesta"])) == {"regesta"}
    assert Path(import_module(name).__file__).parent == ROOT / name


def test_the_command_is_regesta():
    [script] = [item for item in entry_points(group="console_scripts") if item.name == "regesta"]
    assert script.value == "api.cli:main"
    assert callable(script.load())
