"""Values ↔ RDF terms: every IRI and literal that an export contains is made here, and nowhere else.

Instances live under ``https://w3id.org/regesta/``, by the id that they have in the graph. Terms are those of
``ontology/regesta.ttl``. Nodes that have no id (a passage, a time) are named after what they belong to,
so that equal content gives equal bytes; there are no blank nodes.
"""

from datetime import date
from functools import lru_cache
from urllib.parse import quote, unquote

from pyoxigraph import Literal, NamedNode

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

A = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")
DERIVED = NamedNode(f"{PROV}wasDerivedFrom")
EVENT_TYPES = NamedNode(f"{BASE}event-type")
PREDICATES = NamedNode(f"{BASE}predicate")

STAMPS = tuple(
    NamedNode(f"{SEM}has{end}TimeStamp")
    for end in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
)
PROOFS = tuple(
    NamedNode(f"{RG}proofOf{end}") for end in ("EarliestBegin", "LatestBegin", "EarliestEnd", "LatestEnd")
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
_DATE = NamedNode(f"{XSD}date")
_INTEGER = NamedNode(f"{XSD}integer")
_DECIMAL = NamedNode(f"{XSD}decimal")
_TRUE, _FALSE = (Literal(word, datatype=NamedNode(f"{XSD}boolean")) for word in ("true", "false"))
_SAFE = ":-._~!$&'()*+,;=@"


@lru_cache(maxsize=256)
def term(name: str) -> NamedNode:
    """The term of Regesta's ontology called ``name``."""
    return NamedNode(RG + name)


@lru_cache(maxsize=65_536)
def thing(kind: str, ident: str) -> NamedNode:
    """The instance ``ident`` of a kind: actor, article, event, graph, order, place, predicate, statement."""
    return NamedNode(f"{BASE}{kind}/{quote(ident, safe=_SAFE)}")


def identifier(iri: str) -> str:
    """The id inside an instance's IRI: the reverse of :func:`thing`.

    Raises:
        ValueError: where the IRI names no instance of Regesta.
    """
    kind, slash, ident = iri.removeprefix(BASE).partition("/")
    if not iri.startswith(BASE) or not (kind and slash and ident):
        raise ValueError(f"not an instance of Regesta: {iri}")
    return unquote(ident)


@lru_cache(maxsize=512)
def event_type(name: str, mode: str | None = None) -> NamedNode:
    """The concept of an event type, or of a mode within it."""
    return NamedNode(f"{EVENT_TYPES.value}/{name}" + (f"/{mode}" if mode else ""))


def passage(article: str, span: Span) -> NamedNode:
    """A passage of an article, by RFC 5147: characters counted from 0, the end excluded."""
    return NamedNode(f"{thing('article', article).value}#char={span.start},{span.end}")


def proof(ident: str) -> NamedNode:
    """What proves a bound: a statement (``s…``) or an order relation (``r…``)."""
    return thing("order" if ident.startswith("r") else "statement", ident)


def part(whole: NamedNode, name: str) -> NamedNode:
    """A node that belongs to ``whole`` alone, as its time."""
    return NamedNode(f"{whole.value}#{name}")


def actor_class(kind: ActorType) -> NamedNode:
    """The class of the ontology for a type of actor."""
    return term(_CLASSES[kind])


def quality(value: Polarity | Modality | Order) -> NamedNode:
    """The individual for a polarity or modality, the property for an order."""
    return term(value.value.lower())


def wikidata(ident: str) -> NamedNode | None:
    """The Wikidata entity for an id that is a QID, else None."""
    return NamedNode(WIKIDATA + ident) if ident[:1] == "Q" and ident[1:].isdigit() else None


@lru_cache(maxsize=16_384)
def day(value: date) -> Literal:
    """A calendar day."""
    return Literal(value.isoformat(), datatype=_DATE)


@lru_cache(maxsize=16_384)
def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=_INTEGER)


def decimal(value: float) -> Literal:
    """A decimal number, without exponent."""
    return Literal(f"{value:.1f}", datatype=_DECIMAL)


def boolean(value: bool) -> Literal:
    """True or false."""
    return _TRUE if value else _FALSE


def words(value: str, lang: str | None = None) -> Literal:
    """A text, in a language where that is known."""
    return Literal(value, language=lang) if lang else Literal(value)


def stamps(interval: Interval) -> list[tuple[NamedNode, Literal]]:
    """SEM's time stamps of an interval; open bounds have none."""
    bounds = (interval.begin_earliest, interval.begin_latest, interval.end_earliest, interval.end_latest)
    return [(stamp, day(bound)) for stamp, bound in zip(STAMPS, bounds, strict=True) if bound is not None]
