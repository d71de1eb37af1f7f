"""The temporal index: who met whom in which event, and when, as arrays that path queries scan.

:mod:`graph.index.rows` takes participations in, :mod:`graph.index.arrays` sorts them, :mod:`graph.index.file`
keeps them in a memory-mapped file, :mod:`graph.index.read` reads them from the graph, and
:mod:`graph.index.keep` holds the index of an open store in step with its graph.
"""

from graph.index.arrays import TemporalIndex, assemble
from graph.index.rows import Part, Participation, part

__all__ = ["Part", "Participation", "TemporalIndex", "assemble", "part"]
