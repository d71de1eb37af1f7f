import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main

GOOD = {
    "id": "good",
    "lang": "de",
    "date": "2025-03-14",
    "text": "Am Mittwoch besuchte der französische Präsident Emmanuel Macron Berlin. Er traf Olaf Scholz.",
}

# name of the file → its bytes, and words that the message must have
BAD = {
    "empty.txt": (b"", "no text"),
    "latin.txt": ("Präsident Macron besuchte Köln.".encode("latin-1"), "UTF-8"),
    "day.json": (json.dumps({**GOOD, "date": "2025-02-30"}).encode(), "2025-02-30"),
    "lang.json": (json.dumps({**GOOD, "lang": "pl"}).encode(), "pl"),
    "broken.json": (b'{"text": "Macron besuchte', "JSON"),
    "long.txt": (b"Macron besuchte Berlin. " * 220_000, "1,000,000"),
    "untexted.json": (b'{"id": "x"}', "text"),
}


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command as a user would; an exception that is not an exit fails the test."""

    def call(*arguments: object, **options: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], **options)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A readable article."""
    path = tmp_path / "good.json"
    path.write_text(json.dumps(GOOD), "utf-8")
    return path


@pytest.fixture(params=sorted(BAD))
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """An article that cannot be used, and what the message must tell."""
    content, told = BAD[request.param]
    path = tmp_path / request.param
    path.write_bytes(content)
    return path, told
