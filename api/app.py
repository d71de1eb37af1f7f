"""The web application: routes, guards, and one shape of errors, around an open store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.types import Lifespan
from starlette_compress import CompressMiddleware

from api import pages, problems
from api.access import reader
from api.answers import problems as problems_of
from api.deps import VERSION, Services
from api.guards import LOOPBACK_HOSTS, Guard
from api.jobs_worker import Worker
from api.metrics import Metrics
from api.observe import HEADER, Observe
from api.routes import (
    actors,
    articles,
    catalogue,
    changes,
    decisions,
    events,
    health,
    ingest,
    jobs,
    mentions,
    moves,
    ontology,
    paths,
    reconcile,
    sparql,
    statements,
    timelines,
)
from api.settings import Settings
from api.strict import OnlyKnown

DESCRIPTION = """
Who did what to whom, when, and who says so: a graph of state actors, written from the news.

- **Actors** are named by id (`Q7747`) or by any name in German, English, French or Spanish. An ambiguous
  name is answered with 409 and its candidates.
- **Days** are written `2025-08-31`. Both ends of a range are included; an event whose day is not known is
  found wherever its interval meets the range.
- **Errors** are `application/problem+json` (RFC 9457) and name the parameter at fault.
- **Answers** carry an `ETag` of the graph's version; with `If-None-Match` they are 304 while nothing changes.
"""
VERSIONED: tuple[APIRouter, ...] = (
    moves.router,
    actors.router,
    timelines.router,
    paths.router,
    decisions.router,
    events.router,
    statements.router,
    articles.router,
    mentions.router,
    ingest.router,
    jobs.router,
    changes.router,
    catalogue.router,
)
"""Below ``/v1``: what clients rely on; a change that breaks them would come as ``/v2`` beside it."""

BY_PROTOCOL: tuple[tuple[APIRouter, str], ...] = ((reconcile.router, "/v1"), (sparql.router, ""))
"""What follows protocols of others, and their rule that unknown parameters mean nothing."""

OPEN: tuple[APIRouter, ...] = (ontology.router, health.router)
"""What anybody may ask."""


def create_app(services: Services) -> FastAPI:
    """The application. It does not close the store: who opened it does."""
    settings = services.settings
    app = FastAPI(
        title="Regesta",
        version=VERSION,
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_working(services),
    )
    app.state.services = services
    problems.install(app)
    guarded = problems_of(401, 414, 429)
    known = [Depends(reader), Depends(OnlyKnown())]
    for router in VERSIONED:
        app.include_router(router, prefix="/v1", dependencies=known, responses=guarded | problems_of(422))
    for router, prefix in BY_PROTOCOL:
        app.include_router(router, prefix=prefix, dependencies=[Depends(reader)], responses=guarded)
    for router in OPEN:
        app.include_router(router)
    pages.install(app)
    metrics = app.state.metrics = Metrics(VERSION, services.jobs)
    _add_middleware(app, settings, metrics)
    return app


def _working(services: Services) -> Lifespan[FastAPI]:
    """Jobs are worked off while the application is served."""
    lock = services.settings.data_dir.resolve() / "jobs.lock"
    worker = Worker(services.jobs, services.store, services.reader, lock)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with worker.working():
            yield

    return lifespan


def _add_middleware(app: FastAPI, settings: Settings, metrics: Metrics) -> None:
    """The last one added stands outermost."""
    app.add_middleware(CompressMiddleware, minimum_size=1_000)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["If-None-Match", "Authorization", "Content-Type", "X-API-Key", HEADER],
            expose_headers=["ETag", "Location", "Retry-After", HEADER],
        )
    hosts = LOOPBACK_HOSTS | {settings.host.lower()} if settings.loopback else None
    app.add_middleware(Guard, hosts=hosts)
    app.add_middleware(Observe, metrics=metrics)
