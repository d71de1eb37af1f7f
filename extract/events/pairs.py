"""Two sides as plain lists: the parties of a sentence, and what may not stand opposite each other."""

from collections.abc import Sequence

from extract.events.arguments import Argument
from extract.events.tree import Tree
from extract.mentions import ActorMention, MentionKind
from ontology.model import ActorType

Pair = tuple[list[Argument], list[Argument]]
_WHOLE = (ActorType.STATE, ActorType.GOVERNMENT_BODY)


def parties(tree: Tree, mentions: Sequence[ActorMention]) -> list[dict[str, Argument]]:
    """For each sentence the states that it speaks of, each with its first mention."""
    found: list[dict[str, Argument]] = [{} for _ in tree.sentences]
    for mention in mentions:
        if mention.start in tree.datelines or mention.kind is MentionKind.METONYM:
            continue
        parties = found[tree.sentence[mention.start]]
        for actor in mention.actors:
            if actor.state is not None and actor.type is not ActorType.MEDIA:
                parties.setdefault(
                    actor.state, Argument(actor, mention.head, "one of the two of the sentence")
                )
    return found


def is_many(item: Argument) -> bool:
    """Whether one reference means several people: *the leaders of the G7*."""
    return item.actor.type is ActorType.PERSON and item.actor.id.endswith("s") and "/" in item.actor.id


def split(subject: list[Argument], object_: list[Argument]) -> tuple[list[Argument], list[Argument]]:
    """The sides of a symmetric event: without a partner the first-named is the subject, others the object."""
    names = {item.actor.id for item in subject}
    own = {item.actor.state for item in subject}
    object_ = [
        item
        for item in object_
        if item.actor.id not in names and not (item.actor.type in _WHOLE and item.actor.state in own)
    ]
    if not object_ and len(subject) > 1:
        return subject[:1], subject[1:]
    if not subject and len(object_) > 1:
        return object_[:1], object_[1:]
    return subject, object_


def disjoint(subject: list[Argument], object_: list[Argument]) -> tuple[list[Argument], list[Argument]]:
    """Nobody acts on himself: no mention stands on both sides, and no state opposite its own people."""
    tokens = {item.token for item in subject}
    own = {item.actor.state for item in subject} - {None}
    return subject, [
        item
        for item in object_
        if item.token not in tokens and not (item.actor.type is ActorType.STATE and item.actor.state in own)
    ]
