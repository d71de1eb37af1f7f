"""Loading event data sets of any size: GDELT, ICEWS, POLECAT and benchmarks made of them.

Each row becomes one plain dated event that tells which data set coded it, in which row and by which code.
Coded events are no statements: they have no sentence, and never merge with what articles tell.
"""

from graph.bulk.load import Import, Report, import_file
from graph.bulk.rows import BadRow, Coded
from graph.bulk.source import Source, open_source

__all__ = ["BadRow", "Coded", "Import", "Report", "Source", "import_file", "open_source"]
