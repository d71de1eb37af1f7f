"""An order found in a text, and the tests on events that its finders share."""

from collections.abc import Sequence

from extract.claims.repetition import Told
from extract.events.lexicon import NOUN
from extract.events.tree import Tree
from ontology.event_types import event_types
from ontology.model import Modality, Order, Polarity

Found = tuple[Told, Order, Told, str]
"""The first event lies so to the second, because of this word."""

PLUPERFECT = "pluperfect"
JUDGED = ("ACCUSE", "SUPPORT", "REJECT", "ASSAULT", "RETREAT", "CONCEDE")
"""Types of acts whose object may be another act: *condemned the attack*."""
FIRM = (Modality.ASSERTED, Modality.REPORTED)


def carried_by(told: Sequence[Told], token: int, besides: Told) -> list[Told]:
    """The statements whose event a token carries."""
    found = [item for item in told if item is not besides and token == item.frame.trigger]
    return found or [item for item in told if item is not besides and token == item.frame.verb]


def in_clause(tree: Tree, told: Sequence[Told], head: int, besides: Told) -> list[Told]:
    """The statements that a clause carries: at its head, or else the first inside it."""
    found = carried_by(told, head, besides)
    if found or tree.clause(head) != head:
        return found
    inside = (item for item in told if item is not besides and tree.clause(item.frame.trigger) == head)
    return [item for item in inside if item.frame.kind != NOUN][:1]


def is_fact(item: Told) -> bool:
    """Whether the act is told as one that happened."""
    return item.statement.polarity is Polarity.POSITIVE and item.statement.modality in FIRM


def is_deed(item: Told) -> bool:
    """Whether it is a finished act other than a mere word."""
    verbal = event_types()[item.statement.event_type].verbal
    return (not verbal and is_fact(item)) or item.statement.event_type == "AGREE"


def states(item: Told) -> set[str]:
    """The states that take part."""
    sides = (*item.statement.subject, *item.statement.object)
    return {actor.state for actor in sides if actor.state}
