"""The graph for language models: the Model Context Protocol's tools, read-only, with the answers of REST."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Annotated, Any, Literal, ParamSpec

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from api import shapes
from api.answers import collection
from api.asking import Certainty, PathQuestion, TimelineQuestion, ask, ask_path
from api.deps import VERSION
from graph import actors, events
from graph.paths import MAX_HOPS, Objective
from graph.store import Store
from ontology.errors import AmbiguousActorError, RegestaError

INSTRUCTIONS = """\
Regesta is a graph of who did what to whom, when, and who says so, written from news articles.
Dates are intervals: an event happened on some day between `earliest` and `latest`; null is open.
Cite statements with their sentence, speaker, article and its date. `polarity` negative means that it is
denied; `modality` tells planned, possible and hypothetical acts from those that happened.
Nothing here was written by a language model.
"""

Json = dict[str, Any]
P = ParamSpec("P")
Actor = Annotated[str, Field(description="An actor's id, or a name in German, English, French or Spanish.")]
Start = Annotated[date | None, Field(description="First day, included, as 2025-08-01.")]
End = Annotated[date | None, Field(description="Last day, included.")]
Types = Annotated[list[str] | None, Field(description="Only these event types, such as CONSULT or ASSAULT.")]
Include = Annotated[
    str,
    Field(
        description="Events that are not said to have happened: planned, denied, possible, hypothetical, all."
    ),
]
Count = Annotated[int, Field(ge=1, le=200)]

_READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def build(store: Store) -> MCPServer:
    """The server; it leaves the store open."""
    server = MCPServer(
        "regesta", title="Regesta", instructions=INSTRUCTIONS, version=VERSION, log_level="WARNING"
    )
    for tool in (_search_actor, _timeline, _path, _event, _statement_sources):
        made = tool(store)
        server.add_tool(_told(made), annotations=_READS)
    return server


def _search_actor(store: Store) -> Callable[..., Json]:
    def search_actor(
        name: Annotated[str, Field(max_length=200, description="A name, or its beginning, in any language.")],
        on: Annotated[date | None, Field(description="The day for which 'in office' is meant.")] = None,
        limit: Count = 10,
    ) -> Json:
        """Find the actors that a name may mean: states, people, organisations, armed groups, media."""
        found = actors.search(store, name, on=on, limit=limit)
        return collection([shapes.actor_hit(hit) for hit in found], exact=len(found) < limit)

    return search_actor


def _timeline(store: Store) -> Callable[..., Json]:
    def timeline(
        actor: Actor,
        start: Start = None,
        end: End = None,
        with_actor: Annotated[str | None, Field(description="Only events with this actor too.")] = None,
        types: Types = None,
        include: Include = "none",
        certainty: Certainty = "possible",
        limit: Count = 50,
        cursor: Annotated[str | None, Field(description="As `cursor` of the page before has it.")] = None,
    ) -> Json:
        """List the events of an actor in the order of time; a state has those of all who act for it."""
        question = TimelineQuestion(
            actor, start, end, with_actor, tuple(types or ()), include, certainty, limit, cursor
        )
        ref, page = ask(store, question)
        listed = collection([shapes.event_row(row) for row in page.rows], page.total_value)
        return {"actor": shapes.actor_ref(ref), **listed, "cursor": page.next}

    return timeline


def _path(store: Store) -> Callable[..., Json]:
    def path(
        source: Actor,
        target: Actor,
        start: Start = None,
        end: End = None,
        max_hops: Annotated[int, Field(ge=1, le=MAX_HOPS)] = 4,
        objective: Objective = "earliest-arrival",
        certainty: Literal["possible", "certain"] = "possible",
        types: Types = None,
        count: Annotated[int, Field(ge=1, le=10, description="How many chains, the best first.")] = 1,
    ) -> Json:
        """Find chains of events, each after the one before, that lead from one actor to another."""
        question = PathQuestion(
            *(source, target, start, end, max_hops, objective, certainty),
            types=tuple(types or ()),
            count=count,
        )
        one, other, found = ask_path(store, question)
        ends = {"source": shapes.actor_ref(one), "target": shapes.actor_ref(other)}
        return {**ends, **collection([shapes.path(chain) for chain in found])}

    return path


def _event(store: Store) -> Callable[..., Json]:
    def event(id: Annotated[str, Field(description="An event's id, as timelines have it.")]) -> Json:  # noqa: A002
        """Show an event: participants, dates with their proof, order to other events, all statements."""
        return shapes.event(events.event(store, id))

    return event


def _statement_sources(store: Store) -> Callable[..., Json]:
    def statement_sources(id: Annotated[str, Field(description="An event's id.")]) -> Json:  # noqa: A002
        """List who says that an event happened or did not: sentence, speaker, article and its date."""
        return collection(shapes.event(events.event(store, id))["statements"])

    return statement_sources


def _told(tool: Callable[P, Json]) -> Callable[P, Json]:
    """The same tool, whose errors tell the model what to do next."""

    @wraps(tool)
    def safe(*args: P.args, **kwargs: P.kwargs) -> Json:
        try:
            return tool(*args, **kwargs)
        except AmbiguousActorError as error:
            choice = "; ".join(f"{name} ({ident})" for ident, name in error.candidates)
            raise ToolError(f"{error} Ask again with one of these ids: {choice}.") from error
        except RegestaError as error:
            raise ToolError(str(error)) from error

    return safe
