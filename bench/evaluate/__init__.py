"""Scores the extraction on articles that people annotated: ``make eval``. See ``docs/evaluation.md``."""
