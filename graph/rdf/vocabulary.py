"""Event types, modes and predicates as SKOS concepts: ``ontology/vocabulary.ttl`` is this module's output.

python -m graph.rdf.vocabulary > ontology/vocabulary.ttl
"""

import sys
from collections.abc import Iterable, Iterator

from graph.rdf import terms
from graph.rdf.formats import write
from graph.rdf.quads import block
from graph.rdf.terms import A, Iri, iri, term, thing, words
from ontology.event_types import EventType, Predicate, event_types, label, predicates

_CONCEPT, _SCHEME = iri(f"{terms.SKOS}Concept"), iri(f"{terms.SKOS}ConceptScheme")
_LABEL, _NOTATION = iri(f"{terms.SKOS}prefLabel"), iri(f"{terms.SKOS}notation")
_BROADER, _IN_SCHEME = iri(f"{terms.SKOS}broader"), iri(f"{terms.SKOS}inScheme")
_TOP = iri(f"{terms.SKOS}topConceptOf")

Pairs = Iterator[tuple[Iri, str]]


def vocabulary_quads() -> Iterator[str]:
    """All event types with their modes, then all predicates, in the order of the YAML files, as N-Quads."""
    for scheme, en, de in (
        (terms.EVENT_TYPES, "Event types", "Ereignistypen"),
        (terms.PREDICATES, "Predicates", "Prädikate"),
    ):
        yield _block(scheme, [(A, _SCHEME), (_LABEL, words(en, "en")), (_LABEL, words(de, "de"))])
    for name, kind in event_types().items():
        yield _block(terms.event_type(name), _event_type(name, kind))
        for mode, score in kind.modes.items():
            yield _block(terms.event_type(name, mode), _mode(name, mode, score))
    for name, predicate in predicates().items():
        yield _block(thing("predicate", name), _predicate(name, predicate))


def _block(node: Iri, pairs: Iterable[tuple[Iri, str]]) -> str:
    return block(node, [f"{key} {value}" for key, value in pairs])


def _event_type(name: str, kind: EventType) -> Pairs:
    yield A, term("EventType")
    yield A, _CONCEPT
    yield _IN_SCHEME, terms.EVENT_TYPES
    yield _TOP, terms.EVENT_TYPES
    yield _NOTATION, words(name)
    for lang, text in kind.label.items():
        yield _LABEL, words(text, lang)
    yield term("quadClass"), terms.integer(kind.quad)
    yield term("score"), terms.decimal(kind.score)
    yield term("symmetric"), terms.boolean(kind.symmetric)
    yield term("cameo"), words(kind.cameo)


def _mode(name: str, mode: str, score: float) -> Pairs:
    yield A, term("Mode")
    yield A, _CONCEPT
    yield _IN_SCHEME, terms.EVENT_TYPES
    yield _BROADER, terms.event_type(name)
    yield _NOTATION, words(f"{name}/{mode}")
    yield _LABEL, words(mode.replace("-", " "), "en")
    yield term("score"), terms.decimal(score)


def _predicate(name: str, predicate: Predicate) -> Pairs:
    yield A, term("Predicate")
    yield A, _CONCEPT
    yield _IN_SCHEME, terms.PREDICATES
    yield _NOTATION, words(name)
    yield _LABEL, words(label(name), "en")
    yield _LABEL, words(label(name, "de"), "de")
    yield term("eventType"), terms.event_type(predicate.type)
    if predicate.mode:
        yield term("mode"), terms.event_type(predicate.type, predicate.mode)
    yield term("edge"), words(predicate.edge)
    if predicate.cameo:
        yield term("cameo"), words(predicate.cameo)


if __name__ == "__main__":
    write(vocabulary_quads(), sys.stdout.buffer, "ttl")
