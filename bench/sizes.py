"""How large the graphs are on which growth is measured."""

import os

FULL = "REGESTA_BENCH_FULL"
"""The environment variable that asks for the largest graph too; ``python -m bench --full`` sets it."""


def sizes() -> tuple[int, ...]:
    """Numbers of events, the smallest first."""
    return (30_000, 300_000, 3_000_000) if os.environ.get(FULL) else (30_000, 300_000)
