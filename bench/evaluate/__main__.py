"""``python -m bench.evaluate``: scores, tables, and the accuracy table of the README."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.evaluate.material import ROOT, Material, find_material
from bench.evaluate.statements import score_statements
from bench.evaluate.tables import BEGIN, accuracy_table, agreement_table, times_table, update
from bench.evaluate.times import score_times
from ontology.errors import RegestaError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation; 0 where it ran, 1 where something that it needs is missing."""
    options = _parser().parse_args(arguments)
    try:
        material = find_material(options.data, options.tools)
        parts = [
            task(material, options) for task in (_statements, _times) if task.__name__[1:] in options.only
        ]
    except RegestaError as error:
        print(error, file=sys.stderr)
        return 1
    text = "\n".join(filter(None, parts))
    if options.readme and set(options.only) == {"statements", "times"} and not update(options.readme, text):
        print(f"{options.readme} has no line {BEGIN}, so it stays as it is.", file=sys.stderr)
    return 0


def _statements(material: Material, options: argparse.Namespace) -> str:
    if not material.gold:
        return ""
    scores = score_statements(material, options.errors)
    print(scores.report)
    table = accuracy_table(scores.figures)
    print(table)
    if scores.agreement:
        print("Agreement of the languages on parallel sentences:\n")
        print(agreement_table(scores.agreement))
    return table


def _times(material: Material, _: argparse.Namespace) -> str:
    if not material.timex:
        return ""
    table = times_table(score_times(material))
    print(f"Time expressions:\n\n{table}")
    return table


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of annotated texts (default: REGESTA_EVAL_DATA)")
    parser.add_argument("--tools", type=Path, help="folder of the scorers (default: tools beside the data)")
    parser.add_argument("--only", choices=("statements", "times"), nargs=1, default=("statements", "times"))
    parser.add_argument("--errors", action="store_true", help="list each missed and each spurious statement")
    parser.add_argument(
        "--readme", type=Path, default=ROOT / "README.md", help="page with the accuracy table"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
