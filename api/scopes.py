"""What command line and REST ask of timelines alike: names looked up, words turned into filters."""

from dataclasses import dataclass
from datetime import date

from api.asking import meant, stances, types_of
from graph.known import Known
from graph.store import Store
from graph.timelines import Certainty, Filter, Scope
from ontology.errors import ParameterError
from ontology.event_types import event_types
from ontology.model import ActorRef


@dataclass(frozen=True, slots=True)
class FilterQuestion:
    """Which events, as it is asked for; days are included at both ends, actors given by id or name."""

    start: date | None = None
    end: date | None = None
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    include: str = "none"
    certainty: Certainty = "possible"
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """The day by which office holders are told."""
        return self.end or self.start


@dataclass(frozen=True, slots=True)
class ScopeQuestion:
    """Whose or what's timeline, as it is asked for; see :class:`graph.timelines.Scope`."""

    actors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    among: bool = False
    place: str | None = None
    event: str | None = None


def filter_of(store: Store, asked: FilterQuestion, known: Known) -> Filter:
    """The filter; ``known`` tells as of when actors are meant.

    Raises:
        ParameterError: A word or a name is wrong; the error names the parameter.
    """
    wanted = stances(asked.include)
    return Filter(
        asked.start,
        asked.end,
        types_of(asked.types),
        tuple(mode.lower() for mode in asked.modes),
        wanted.polarities,
        wanted.modalities,
        asked.certainty,
        tuple(meant(store, name, "speaker", asked.day, known).id for name in asked.speakers),
        asked.sources,
        tuple(lang.lower() for lang in asked.langs),
    )


def scope_of(
    store: Store, asked: ScopeQuestion, day: date | None, known: Known, parameter: str = "id"
) -> tuple[Scope, tuple[ActorRef, ...]]:
    """The scope, and the actors meant as of ``known``; ``parameter`` is what these were given as.

    Raises:
        ParameterError: A name is wrong; the error names the parameter.
    """
    actors = tuple(meant(store, name, parameter, day, known) for name in asked.actors)
    others = tuple(meant(store, name, "with", day, known) for name in asked.others)
    ids = (tuple(one.id for one in actors), tuple(one.id for one in others))
    return Scope(*ids, asked.among, asked.place, asked.event), actors


def kind_of(text: str, parameter: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The types and modes of ``TYPE`` or ``TYPE/mode``.

    Raises:
        ParameterError: There is no such type, or it has no such mode.
    """
    kind, _, mode = text.partition("/")
    known = event_types().get(kind.upper())
    if known is None:
        raise ParameterError(
            parameter, f"There is no event type {kind!r}. Choose from: {', '.join(event_types())}."
        )
    if mode and mode.lower() not in known.modes:
        modes = ", ".join(known.modes) or "none"
        raise ParameterError(parameter, f"{kind.upper()} has no mode {mode!r}. Its modes: {modes}.")
    return (kind.upper(),), (mode.lower(),) if mode else ()
