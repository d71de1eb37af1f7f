"""Values ↔ RDF terms: every IRI and literal that an export contains is made here, and nowhere else.

Terms are text as N-Triples writes them, so that a million of them cost little: ``<https://…>`` or ``"…"@de``.
Instances live under ``https://w3id.org/regesta/``, by the id that they have in the graph. Terms are those of
``ontology/regesta.ttl``. Nodes that have no id (a passage, a time) are named after what they belong to,
so that equal content gives equal bytes; there are no blank nodes.
"""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote

from ontology.model import ActorType, Interval, Modality, Order, Polarity, Span

BASE = "https://w3id.org/regesta/"
RG = f"{BASE}ontology#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
DC = "http://purl.org/dc/elements/1.1/"
XSD = "http://www.w3.org/2001/XMLSchema#"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES = {
    "actor": f"{BASE}actor/",
    "article": f"{BASE}article/",
    "dc": DC,
    "dcterms": DCTERMS,
    "dataset": f"{BASE}dataset/",
    "event": f"{BASE}event/",
    "graph": f"{BASE}graph/",
    "oa": OA,
    "order": f"{BASE}order/",
    "place": f"{BASE}place/",
    "predicate": f"{BASE}predicate/",
    "prov": PROV,
    "rdfs": RDFS,
    "rg": RG,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "statement": f"{BASE}statement/",
    "type": f"{BASE}event-type/",
    "wd": WIKIDATA,
    "xsd": XSD,
}

_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


Iri = str
"""An IRI as N-Triples writes it, in angle brackets."""


def iri(value: str) -> Iri:
    """The term for an IRI that is well-formed already."""
    return f"<{value}>"


def bare(node: Iri) -> str:
    """The IRI without its brackets."""
    return node[1:-1]


A = iri(f"{RDF}type")
LABEL = iri(f"{RDFS}label")
DERIVED = iri(f"{PROV}wasDerivedFrom")
EVENT_TYPES = iri(f"{BASE}event-type")
PREDICATES = iri(f"{BASE}predicate")

STAMPS = tuple(
    iri(f"{SEM}has{end}TimeStamp") for end in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
)
PROOFS = tuple(
    iri(f"{RG}proofOf{end}") for end in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
)

_CLASSES = {
    ActorType.STATE: "State",
    ActorType.PERSON: "Person",
    ActorType.GOVERNMENT_BODY: "GovernmentBody",
    ActorType.ARMED_FORCE: "ArmedForce",
    ActorType.ARMED_GROUP: "ArmedGroup",
    ActorType.IGO: "IntergovernmentalOrganisation",
    ActorType.MEDIA: "Medium",
    ActorType.PARTY: "Party",
    ActorType.POPULATION: "Population",
    ActorType.OTHER: "OtherActor",
}
_TRUE, _FALSE = (f'"{word}"^^<{XSD}boolean>' for word in ("true", "false"))
_SAFE = ":-._~!$&'()*+,;=@"


@lru_cache(maxsize=256)
def term(name: str) -> Iri:
    """The term of Regesta's ontology called ``name``."""
    return iri(RG + name)


@lru_cache(maxsize=65_536)
def thing(kind: str, ident: str) -> Iri:
    """The instance ``ident`` of a kind: actor, article, dataset, event, graph, order, place, and so on."""
    return iri(f"{BASE}{kind}/{quote(ident, safe=_SAFE)}")


def identifier(resource: str) -> str:
    """The id inside an instance's IRI: the reverse of :func:`thing`.

    Raises:
        ValueError: where the IRI names no instance of Regesta.
    """
    kind, slash, ident = resource.removeprefix(BASE).partition("/")
    if not resource.startswith(BASE) or not (kind and slash and ident):
        raise ValueError(f"not an instance of Regesta: {resource}")
    return unquote(ident)


@lru_cache(maxsize=512)
def event_type(name: str, mode: str | None = None) -> Iri:
    """The concept of an event type, or of a mode within it."""
    return iri(f"{bare(EVENT_TYPES)}/{name}" + (f"/{mode}" if mode else ""))


@lru_cache(maxsize=4)
def _passages(article: str) -> str:
    return f"<{bare(thing('article', article))}#char="


def passage(article: str, span: Span) -> Iri:
    """A passage of an article, by RFC 5147: characters counted from 0, the end excluded."""
    return f"{_passages(article)}{span.start},{span.end}>"


def proof(ident: str) -> Iri:
    """What proves a bound: a statement (``s…``) or an order relation (``r…``)."""
    return thing("order" if ident.startswith("r") else "statement", ident)


def part(whole: Iri, name: str) -> Iri:
    """A node that belongs to ``whole`` alone, as its time."""
    return f"{whole[:-1]}#{name}>"


def actor_class(kind: ActorType) -> Iri:
    """The class of the ontology for a type of actor."""
    return term(_CLASSES[kind])


@lru_cache(maxsize=32)
def quality(value: Polarity | Modality | Order) -> Iri:
    """The individual for a polarity or modality, the property for an order."""
    return term(value.value.lower())


def wikidata(ident: str) -> Iri | None:
    """The Wikidata entity for an id that is a QID, else None."""
    return iri(WIKIDATA + ident) if ident[:1] == "Q" and ident[1:].isdigit() else None


@lru_cache(maxsize=16_384)
def day(value: date) -> str:
    """A calendar day."""
    return f'"{value.isoformat()}"^^<{XSD}date>'


@lru_cache(maxsize=16_384)
def integer(value: int) -> str:
    """A whole number."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: float) -> str:
    """A decimal number, without exponent."""
    return f'"{value:.1f}"^^<{XSD}decimal>'


def boolean(value: bool) -> str:
    """True or false."""
    return _TRUE if value else _FALSE


def words(value: str, lang: str | None = None) -> str:
    """A text, in a language where that is known."""
    text = _UNSAFE.sub(_escaped, value) if _UNSAFE.search(value) else value
    return f'"{text}"@{lang}' if lang else f'"{text}"'


@lru_cache(maxsize=16_384)
def stamps(interval: Interval) -> tuple[str, ...]:
    """SEM's time stamps of an interval, each with its property before it; open bounds have none.

    Where the bounds are those of a date given by about, that is said too.
    """
    bounds = (interval.begin_earliest, interval.begin_latest, interval.end_earliest, interval.end_latest)
    said = tuple(
        f"{stamp} {day(bound)}" for stamp, bound in zip(STAMPS, bounds, strict=True) if bound is not None
    )
    return (*said, f"{term('approximate')} {_TRUE}") if interval.approximate else said


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
