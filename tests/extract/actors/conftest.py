"""Fixtures for the tests of actors."""

import pytest

from ontology.gazetteer import Gazetteer, load


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load()
