"""What command line and REST ask of the graph alike: actors by name, timelines with what they include."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.actors import resolve
from graph.index.read import Progress, silent
from graph.known import NOW, Known
from graph.paths import Direction, Objective, Path, ReachPage, Search, find_paths, find_reached
from graph.store import Store
from graph.timeline import HAPPENED, Page, timeline
from ontology import gazetteer
from ontology.errors import NotFoundError, ParameterError
from ontology.model import ActorRef, Modality, Polarity

Certainty = Literal["possible", "certain"]

DENIED = "denied"
INCLUDED = {
    "planned": Modality.PLANNED,
    "possible": Modality.POSSIBLE,
    "hypothetical": Modality.HYPOTHETICAL,
}
_NOTHING_MORE, _ALL = "none", "all"


@dataclass(frozen=True, slots=True)
class Stances:
    """Which events are wanted, by how they stand."""

    polarities: tuple[Polarity, ...]
    modalities: tuple[Modality, ...]


@dataclass(frozen=True, slots=True)
class TimelineQuestion:
    """A timeline as it is asked for; actors by id or name, days included at both ends."""

    actor: str
    start: date | None = None
    end: date | None = None
    with_actor: str | None = None
    types: tuple[str, ...] = ()
    include: str = _NOTHING_MORE
    certainty: Certainty = "possible"
    limit: int = 100
    cursor: str | None = None
    known: Known = NOW


def stances(include: str) -> Stances:
    """What happened, as somebody says; and, separated by commas, what is ``planned``, ``denied`` and so on.

    Raises:
        ParameterError: A word is none of those.
    """
    words = _words(include)
    if _ALL in words:
        words = {*INCLUDED, DENIED}
    unknown = sorted(words - {*INCLUDED, DENIED})
    if unknown:
        known = ", ".join((*INCLUDED, DENIED, _ALL, _NOTHING_MORE))
        raise ParameterError("include", f"There is nothing {unknown[0]!r} to include. Choose from: {known}.")
    more = tuple(modality for word, modality in INCLUDED.items() if word in words)
    negative = (Polarity.NEGATIVE,) if DENIED in words else ()
    return Stances((Polarity.POSITIVE, *negative), (*HAPPENED, *more))


def meant(store: Store, text: str, parameter: str, on: date | None = None, known: Known = NOW) -> ActorRef:
    """The one actor that an id, a code or a name means.

    ``on`` is the day by which office holders are told, ``known`` tells as of when it is asked who turned
    out to be whom.

    Raises:
        UnknownActorError: None.
        AmbiguousActorError: Several; the error lists them.
    """
    actors = gazetteer.load()
    if text in actors:
        return actors.get(text).ref
    return resolve(store, text, on=on, parameter=parameter, known=known)


def ask(store: Store, question: TimelineQuestion) -> tuple[ActorRef, Page]:
    """The actor that is meant, and a page of its timeline. An actor without events has an empty one.

    Raises:
        ParameterError: A parameter is wrong; the error names it.
    """
    day = question.end or question.start
    wanted = stances(question.include)
    actor = meant(store, question.actor, "id", day, question.known)
    other = meant(store, question.with_actor, "with", day, question.known) if question.with_actor else None
    try:
        return actor, timeline(
            store,
            actor.id,
            start=question.start,
            end=question.end,
            with_actor=other.id if other else None,
            types=types_of(question.types),
            polarities=wanted.polarities,
            modalities=wanted.modalities,
            certainty=question.certainty,
            limit=question.limit,
            cursor=question.cursor,
            known=question.known,
        )
    except NotFoundError:
        return actor, Page(0, "eq", (), None)


@dataclass(frozen=True, slots=True)
class PathQuestion:
    """A path as it is asked for; actors by id or name, days included at both ends, None is open."""

    source: str
    target: str
    start: date | None = None
    end: date | None = None
    max_hops: int = 4
    objective: Objective = "earliest-arrival"
    certainty: Certainty = "possible"
    types: tuple[str, ...] = ()
    include: str = _NOTHING_MORE
    directed: bool = False
    count: int = 1
    known: Known = NOW


def ask_path(
    store: Store, question: PathQuestion, progress: Progress = silent
) -> tuple[ActorRef, ActorRef, list[Path]]:
    """The two actors that are meant, and the best paths from one to the other, if there are any.

    Raises:
        ParameterError: A parameter is wrong; the error names it.
    """
    day = question.end or question.start
    modalities = _happening(question.include)
    source = meant(store, question.source, "source", day, question.known)
    target = meant(store, question.target, "target", day, question.known)
    search = Search(
        question.start or date.min,
        question.end or date.max,
        question.max_hops,
        question.objective,
        question.certainty,
        types_of(question.types),
        modalities,
        question.directed,
    )
    found = find_paths(
        store, source.id, target.id, search, count=question.count, known=question.known, progress=progress
    )
    return source, target, found


@dataclass(frozen=True, slots=True)
class ReachQuestion:
    """Reachability as it is asked for: ``from`` an actor (by id or name), or ``to`` it."""

    actor: str
    start: date | None = None
    end: date | None = None
    direction: Direction = "from"
    max_hops: int = 4
    certainty: Certainty = "possible"
    types: tuple[str, ...] = ()
    include: str = _NOTHING_MORE
    directed: bool = False
    limit: int = 100
    cursor: str | None = None
    known: Known = NOW


def ask_reach(
    store: Store, question: ReachQuestion, progress: Progress = silent
) -> tuple[ActorRef, ReachPage]:
    """The actor that is meant, and all that its acts can have reached, or whose acts can have reached it.

    Raises:
        ParameterError: A parameter is wrong; the error names it.
    """
    actor = meant(store, question.actor, "id", question.end or question.start, question.known)
    search = Search(
        question.start or date.min,
        question.end or date.max,
        question.max_hops,
        certainty=question.certainty,
        types=types_of(question.types),
        modalities=_happening(question.include),
        directed=question.directed,
    )
    page = find_reached(
        *(store, actor.id, search),
        direction=question.direction,
        limit=question.limit,
        cursor=question.cursor,
        known=question.known,
        progress=progress,
    )
    return actor, page


def _happening(include: str) -> tuple[Modality, ...]:
    """The modalities that a chain may lead through; ``all`` are those of what is not denied."""
    if DENIED in _words(include):
        raise ParameterError("include", "A path can't lead through what is denied: leave `denied` out.")
    return stances(include).modalities


def _words(include: str) -> set[str]:
    return {word.strip().lower() for word in include.split(",") if word.strip()} - {_NOTHING_MORE}


def types_of(given: Collection[str]) -> tuple[str, ...]:
    """Event types in any case; several may stand in one word, separated by commas."""
    return tuple(part.strip().upper() for word in given for part in word.split(",") if part.strip())
