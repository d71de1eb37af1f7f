"""Ids and English names of what the gazetteer does not list: bodies, vacant titles, unknown names."""

import re

from extract.actors.lexicon import Body, Title
from ontology.folding import fold
from ontology.gazetteer import Entry
from ontology.model import ActorRef, ActorType

_UNDIVIDED = (ActorType.ARMED_GROUP, ActorType.ARMED_FORCE, ActorType.PARTY, ActorType.MEDIA)


def body_ref(owner: Entry, body: Body) -> ActorRef:
    """The body of a state or organisation: ``Q159/MIL``, "Russian armed forces"."""
    if not body.code or owner.ref.type in _UNDIVIDED:
        return owner.ref
    name = body.name.format(adj=adjective(owner), people=people(owner), state=owner.ref.name)
    return ActorRef(f"{owner.id}/{body.code}", name, owner.ref.state, body.type, body.sector)


def title_ref(owner: Entry, kind: str, title: Title, former: bool = False, plural: bool = False) -> ActorRef:
    """An office whose holder is not known: ``Q36/ambassador``, "Polish ambassador"."""
    words = f"former {adjective(owner)} {title.name}" if former else f"{adjective(owner)} {title.name}"
    key = f"former_{kind}" if former else kind
    if plural:
        words, key = f"{words}s", f"{key}s"
    return ActorRef(f"{owner.id}/{key}", words, owner.ref.state, ActorType.PERSON, title.sector)


def unknown_ref(surface: str, entity: str, state: str | None, sector: str | None = None) -> ActorRef:
    """A name that the gazetteer lacks: ``x:POL:jan-kowalski``, with its surface form."""
    kind = ActorType.PERSON if entity == "PER" else ActorType.OTHER
    slug = re.sub(r"[^\w]+", "-", fold(surface)) or "unnamed"
    return ActorRef(f"x:{state or '-'}:{slug}", surface, state, kind, sector, resolved=False)


def without_initials(name: str) -> str:
    """A name without middle initials: *Boris N. Yeltsin*, *John Q. R. Public*."""
    return re.sub(r"(?<=\w\w) (?:[A-Z]\. ?)+(?=\w\w)", " ", name)


def adjective(owner: Entry) -> str:
    """The English adjective of a state, or the name of an organisation in front of a noun."""
    return owner.labels.get("adjective") or owner.labels.get("short") or owner.ref.name


def people(owner: Entry) -> str:
    """The English word for a state's people."""
    return owner.labels.get("people") or f"people of {owner.ref.name}"
