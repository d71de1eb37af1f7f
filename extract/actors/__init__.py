"""Actors in a text: gazetteer names, titles and bodies by pattern, unknown names, and references back."""

from datetime import date

from spacy.tokens import Doc

from extract.actors.lexicon import lexicon
from extract.actors.resolve import Resolver
from extract.actors.scan import Scan
from extract.actors.units import Units
from extract.mentions import ActorMention
from ontology.gazetteer import Gazetteer, load

__all__ = ["find_actors"]


def find_actors(
    doc: Doc,
    published: date | None,
    gazetteer: Gazetteer | None = None,
    times: frozenset[int] = frozenset(),
) -> tuple[ActorMention, ...]:
    """The mentions of actors in a parsed document, by position.

    Args:
        doc: parsed by :func:`extract.language.pipeline`; its trees and names are used.
        published: the article's day; offices are read as held on it. None: titles stay without a holder.
        gazetteer: the actors to look for; by default the project's own.
        times: tokens of time expressions, where nobody is named (*in May*).
    """
    known = gazetteer or load()
    words = lexicon(doc.lang_)
    units = Units(Scan(doc, known, words, times))
    mentions = Resolver(doc, units, known, words, published).run()
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
