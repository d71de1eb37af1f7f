"""Subgraphs as GraphML: actors are nodes, acts are directed edges, for Gephi, yEd, networkx and igraph."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import combinations, product

from lxml import etree

from api.shapes import Json

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {"name": "string", "type": "string", "state": "string"}
_EDGE = {
    **dict.fromkeys(("event", "kind", "mode", "predicate", "earliest", "latest", "when"), "string"),
    "polarity": "string",
    "modality": "string",
    "score": "double",
    "statements": "int",
    "path": "int",
    "hop": "int",
}
# What XML 1.0 has no place for.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Edge = tuple[Json, Json, Json]
"""From one actor to another, with the edge's data."""


def event_graph(rows: Iterable[Json]) -> bytes:
    """The graph of some events: an edge from each who acts to each acted upon, with the event's data.

    Where nobody is acted upon those who act together are joined, the first named first.
    """
    return _document(edge for row in rows for edge in _edges(row))


def path_graph(paths: Iterable[Json]) -> bytes:
    """The graph of some paths: an edge for each hop, numbered from 1, in the direction of the path."""
    return _document(
        (hop["from"], hop["to"], {**_data(hop["event"]), "path": number, "hop": place})
        for number, path in enumerate(paths, 1)
        for place, hop in enumerate(path["hops"], 1)
    )


def _edges(row: Json) -> Iterator[Edge]:
    sides = product(row["subject"], row["object"]) if row["object"] else combinations(row["subject"], 2)
    for one, other in sides:
        if one["id"] != other["id"]:
            yield one, other, _data(row)


def _data(event: Json) -> Json:
    names = ("mode", "predicate", "earliest", "latest", "when", "polarity", "modality", "score", "statements")
    return {"event": event["id"], "kind": event["type"], **{name: event[name] for name in names}}


def _document(edges: Iterable[Edge]) -> bytes:
    """Nodes come before the edges, each once."""
    held = list(edges)
    nodes = {actor["id"]: actor for one, other, _ in held for actor in (one, other)}
    out = io.BytesIO()
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for kind, columns in (("node", _NODE), ("edge", _EDGE)):
                for name, form in columns.items():
                    key = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": form}
                    xml.write(etree.Element("key", key))
            with xml.element("graph", {"id": "regesta", "edgedefault": "directed"}):
                for name, actor in sorted(nodes.items()):
                    xml.write(_element("node", {"id": _fit(name)}, actor, _NODE))
                for number, (one, other, data) in enumerate(held):
                    ends = {"id": f"a{number}", "source": _fit(one["id"]), "target": _fit(other["id"])}
                    xml.write(_element("edge", ends, data, _EDGE))
    return out.getvalue()


def _element(kind: str, attributes: dict[str, str], data: Json, columns: Iterable[str]) -> etree._Element:
    element = etree.Element(kind, attributes)
    for name in columns:
        if data.get(name) is not None:
            etree.SubElement(element, "data", {"key": f"{kind}-{name}"}).text = _fit(str(data[name]))
    return element


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
