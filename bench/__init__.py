"""Ratios of Regesta against a limit measured in the same run: ``python -m bench [name …]``.

Each part is one module of this package with a function ``measure() -> Iterable[Ratio]``, by which the runner
finds it.
"""
