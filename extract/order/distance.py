"""How far before or after: *two days before the launch*, *a week after they had met*, *zwei Tage später*.

The word that says the order stands right behind a length of time, or ends it. A length in days is exact; one
in weeks, months or years is as precise as half its unit; a number left open has no upper limit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from extract.events.tree import Tree
from extract.mentions import TimeMention, TimexType
from extract.order.found import Found
from ontology.model import Distance, Order

Distances = dict[tuple[str, str], Distance]
"""By the ids of the statement that is located and of the one that it is located by."""

_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)([A-Z]+)")
_DAYS = {"D": 1.0, "NI": 1.0, "W": 7.0, "WE": 7.0, "M": 30.44, "Q": 91.3, "Y": 365.25, "DE": 3652.5}
_OF_THE_CLOCK = {"H": 24, "M": 24 * 60, "S": 24 * 60 * 60}


def distances(tree: Tree, times: Sequence[TimeMention], found: Iterable[Found]) -> Distances:
    """The distances that the text gives to orders that were found in it."""
    lengths = [mention for mention in times if mention.type is TimexType.DURATION]
    known: Distances = {}
    for order in found if lengths else ():
        source, kind, target, _ = order
        mention = next(_said(tree, lengths, order), None) if kind in (Order.BEFORE, Order.AFTER) else None
        distance = days_of(mention.value) if mention is not None else None
        if distance is not None:
            known.setdefault((source.statement.id, target.statement.id), distance)
    return known


def _said(tree: Tree, lengths: Iterable[TimeMention], found: Found) -> Iterator[TimeMention]:
    """The lengths of time that belong to the word of an order."""
    source, _, target, word = found
    first = word.split(maxsplit=1)[0]
    for mention in lengths:
        if mention.end < len(tree.lower) and tree.lower[mention.end] == first:
            if _leads_to(tree, mention.end, target.frame.trigger):
                yield mention
        elif tree.lower[mention.end - 1] == word:
            nodes = {mention.end - 1, *tree.ancestors(mention.end - 1)}
            if not nodes.isdisjoint((source.frame.trigger, source.frame.verb)):
                yield mention


def _leads_to(tree: Tree, word: int, event: int) -> bool:
    """Whether a preposition or conjunction stands before an event's word, in its phrase or clause."""
    if not word < event or tree.sentence[word] != tree.sentence[event]:
        return False
    head = tree.heads[word]
    return head == event or event in tree.subtree(head) or head in tree.subtree(event)


def days_of(value: str) -> Distance | None:
    """The days of a TIMEX3 length: 2 of ``P2D``, 4 to 10 of ``P1W``, 1 or more of ``PXD``; None of others."""
    found = _LENGTH.fullmatch(value)
    if found is None:
        return None
    clock, count, unit = found.groups()
    if clock and unit in _OF_THE_CLOCK:
        hours = 0.0 if count == "X" else float(count) / _OF_THE_CLOCK[unit]
        return Distance(int(hours), max(ceil(hours), 1) if count != "X" else 2)
    size = _DAYS.get(unit)
    if size is None:
        return None
    if count == "X":
        return Distance(int(size))
    days, give = float(count) * size, size / 2 if size > 1 else 0.0
    return Distance(ceil(days - give), int(days + give))
