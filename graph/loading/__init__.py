"""The steps of loading one article: rows, plan, times, writing. See :mod:`graph.load`."""
