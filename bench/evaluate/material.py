"""Where the annotated texts and the scorers are. They don't ship with Regesta."""

import os
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import ServiceError

ROOT = Path(__file__).resolve().parents[2]
DEFAULT_DATA = ROOT.parent / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Material:
    """Annotated articles, texts with annotated time expressions, and the folder of the scorers."""

    gold: tuple[Path, ...]
    timex: tuple[Path, ...]
    tools: Path

    def scorer(self, name: str) -> Path:
        """The path of a scoring program.

        Raises:
            ServiceError: it is not there.
        """
        path = self.tools / name
        if not path.is_file():
            raise ServiceError(f"The scorer {path} is missing. Name its folder with --tools.")
        return path


def find_material(data: Path | None = None, tools: Path | None = None) -> Material:
    """The material under ``data``, or under ``REGESTA_EVAL_DATA``, or in the default place.

    Raises:
        ServiceError: there is none; the message says how to name it.
    """
    named = data or Path(os.environ.get("REGESTA_EVAL_DATA") or DEFAULT_DATA)
    gold = [path for path in (named / "gold" / "docs", named / "gold") if path.is_dir()]
    files = tuple(sorted({file for path in gold for file in (*path.glob("*.json"), *path.glob("*.jsonl"))}))
    timex = tuple(sorted((named / "timex").glob("*.jsonl")))
    if not files and not timex:
        raise ServiceError(
            f"There are no annotated articles in {named}. They don't come with Regesta: set "
            "REGESTA_EVAL_DATA to a folder with gold/*.json (articles with statements) or "
            "timex/*.jsonl (texts with time expressions); docs/evaluation.md describes both."
        )
    return Material(files, timex, tools or named.parent / "tools")
