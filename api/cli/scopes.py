"""Options of the commands that ask for timelines."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from api.cli.options import certainty_option, from_option, to_option, type_option
from api.scopes import FilterQuestion, ScopeQuestion
from ontology.model import LANGUAGES, ActorRef

F = TypeVar("F", bound=Callable[..., Any])

_FILTERS = (
    from_option,
    to_option,
    type_option,
    click.option("--mode", "modes", multiple=True, metavar="MODE", help="Only this mode, such as visit."),
    click.option(
        "--include",
        default="none",
        metavar="KINDS",
        help="Also planned, denied, possible, hypothetical events; several separated by commas, or all.",
    ),
    click.option(
        "--speaker", "speakers", multiple=True, metavar="NAME", help="Only what this actor vouches for."
    ),
    click.option(
        "--source", "sources", multiple=True, metavar="OUTLET", help="Only what this outlet reports."
    ),
    click.option(
        "--lang", "langs", multiple=True, type=click.Choice(LANGUAGES), help="Only what is reported in it."
    ),
    certainty_option,
)
_SCOPE = (
    click.argument("names", metavar="[NAME]...", nargs=-1),
    click.option(
        "--with",
        "others",
        multiple=True,
        metavar="NAME",
        help="Only events in which one of these takes part too.",
    ),
    click.option("--among", is_flag=True, help="Only events in which two of the NAMEs take part."),
    click.option("--place", metavar="PLACE", help="Instead of actors: the events at a place, by name or id."),
    click.option(
        "--event",
        metavar="ID",
        help="Instead of actors: this event, and those that texts place in time by it.",
    ),
)


def filter_options(function: F) -> F:
    """Which events: what :func:`filter_question` takes."""
    return _decorated(function, _FILTERS)


def scope_options(function: F) -> F:
    """Whose or what's timeline: what :func:`scope_question` takes."""
    return _decorated(function, _SCOPE)


def filter_question(given: dict[str, Any]) -> FilterQuestion:
    """The filter out of a command's options, which are taken out of ``given``."""
    start, end = (_day(given.pop(name)) for name in ("start", "end"))
    names = ("types", "modes", "include", "certainty", "speakers", "sources", "langs")
    return FilterQuestion(start, end, **{name: given.pop(name) for name in names})


def scope_question(given: dict[str, Any]) -> ScopeQuestion:
    """The scope out of a command's options, which are taken out of ``given``."""
    return ScopeQuestion(
        given.pop("names"), given.pop("others"), given.pop("among"), given.pop("place"), given.pop("event")
    )


def title(asked: ScopeQuestion, actors: Iterable[ActorRef]) -> str:
    """What a timeline is of, for people."""
    named = ", ".join(f"{one.name} [{one.id}]" for one in actors)
    return named or asked.place or asked.event or "Events"


def _decorated(function: F, options: tuple[Callable[[F], F], ...]) -> F:
    for option in reversed(options):
        function = option(function)
    return function


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
