"""``python -m bench``: measures costs against limits of the same run and prints one table.

Exit code 1 where a part cannot run, and with ``--strict`` also where a target is missed.
"""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Callable, Iterable, Sequence
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


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.full:
        os.environ[FULL] = "1"
    found = parts(options.parts)
    table = Table(
        "what", "ours", "limit", "unit", "ratio", "target", "the limit is", title="Regesta benchmarks"
    )
    failed = False
    for name in found:
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
            failed = failed or (options.strict and not line.met)
    Console(width=140 if not sys.stdout.isatty() else None).print(table)
    return int(failed)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure costs against limits of the same run; print one table."
    )
    known = list(parts())
    parser.add_argument(
        "parts", nargs="*", type=_part, metavar="PART", help=f"all by default, or some of: {', '.join(known)}"
    )
    parser.add_argument("--full", action="store_true", help="measure growth up to three million events, too")
    parser.add_argument("--strict", action="store_true", help="fail where a target is missed")
    return parser


def _part(name: str) -> str:
    if name not in (known := parts()):
        raise argparse.ArgumentTypeError(f"there is no part {name!r}; there are: {', '.join(known)}")
    return name


if __name__ == "__main__":
    sys.exit(main())
