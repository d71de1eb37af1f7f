"""Known weaknesses of the libraries that are installed: ``python -m bench.audit``, by pip-audit.

A library with a known weakness fails it. Where no advisory database answers, as on a machine without the
internet, it says so, and fails only with ``--strict``: that there was no answer says nothing about a library.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

_COMMAND = (
    *("-m", "pip_audit", "--skip-editable", "--format", "json"),
    *("--progress-spinner", "off", "--timeout", "10"),
)
WEAK, UNKNOWN = 1, 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the database says: the libraries that it was asked about, those it knows, and weak ones."""

    asked: int
    known: int
    weak: tuple[str, ...]

    @property
    def status(self) -> int:
        """0 where it knows the libraries and none is weak; else 1 for weak ones, 2 where it knows none."""
        return WEAK if self.weak else 0 if self.known else UNKNOWN

    @property
    def text(self) -> str:
        """The same in words."""
        if self.weak:
            return "\n".join(("Libraries with known weaknesses:", *self.weak))
        if not self.known:
            return (
                "Not audited: no advisory database answers from here. Run `make audit` on a machine with "
                "the internet before a release."
            )
        return f"No known weaknesses in {self.known} of {self.asked} libraries; the others are not on record."


def verdict(report: dict[str, Any]) -> Verdict:
    """What a report of pip-audit, as JSON, comes to."""
    libraries = report["dependencies"]
    known = [one for one in libraries if "vulns" in one]
    weak = tuple(_told(one, found) for one in known for found in one["vulns"])
    return Verdict(len(libraries), len(known), weak)


def _told(library: dict[str, Any], weakness: dict[str, Any]) -> str:
    mended = ", ".join(weakness["fix_versions"]) or "no version"
    return f"  {library['name']} {library['version']}: {weakness['id']}, mended in {mended}"


def main(arguments: list[str]) -> int:
    """Ask, and tell; the exit status."""
    done = subprocess.run([sys.executable, *_COMMAND], capture_output=True, text=True, check=False)
    try:
        found = verdict(json.loads(done.stdout))
    except json.JSONDecodeError:
        found = Verdict(0, 0, ())
    print(found.text)
    return found.status if found.weak or "--strict" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
