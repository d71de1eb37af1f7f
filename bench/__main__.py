"""Runs the benchmarks and prints one table.

Exit code 1 where a part cannot run, and with ``--strict`` also where a target is missed. ``--full`` measures
growth up to three million events, too.
"""

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import cast

from rich.console import Console
from rich.table import Table

import bench
from bench.ratio import Ratio
from bench.sizes import FULL
from ontology.errors import RegestaError

Measure = Callable[[], Iterable[Ratio]]


def parts(wanted: Iterable[str] = ()) -> dict[str, Measure]:
    """The ``measure`` function of each module of the package that has one, or of those ``wanted``."""
    present = [info.name for info in pkgutil.iter_modules(bench.__path__) if not info.name.startswith("_")]
    modules = {
        name: importlib.import_module(f"bench.{name}") for name in wanted or present if name in present
    }
    return {
        name: cast("Measure", module.measure)
        for name, module in modules.items()
        if hasattr(module, "measure")
    }


def row(line: Ratio) -> tuple[str, ...]:
    target = "" if line.target is None else f"≥ {line.target:.2f} {'met' if line.met else 'MISSED'}"
    return (
        line.name,
        f"{line.ours:,.4g}",
        f"{line.limit:,.4g}",
        line.unit,
        f"{line.ratio:.2f}",
        target,
        line.note,
    )


def main(arguments: list[str]) -> int:
    strict = "--strict" in arguments
    if "--full" in arguments:
        os.environ[FULL] = "1"
    wanted = [name for name in arguments if not name.startswith("--")]
    found = parts(wanted)
    unknown = [name for name in wanted if name not in found]
    if unknown:
        print(f"no benchmark called {', '.join(unknown)}; there are: {', '.join(parts())}", file=sys.stderr)
        return 2
    table = Table(
        "what", "ours", "limit", "unit", "ratio", "target", "the limit is", title="Regesta benchmarks"
    )
    failed = False
    for name in wanted or found:
        print(f"measuring {name} …", file=sys.stderr)
        start = perf_counter()
        try:
            lines = list(found[name]())
        except RegestaError as error:
            print(f"{name} could not be measured: {error}", file=sys.stderr)
            failed = True
            continue
        print(f"… took {perf_counter() - start:.0f} s", file=sys.stderr)
        for line in lines:
            table.add_row(*row(line))
            failed = failed or (strict and not line.met)
    Console(width=140 if not sys.stdout.isatty() else None).print(table)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
