"""What routes are given: the open store, the reader, the settings, and whether the client's copy is fresh."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import run_in_threadpool

from api.jobs import Jobs
from api.keys import KeyRing, ring
from api.problems import NotModified
from api.rates import Rates
from api.reading import Reader
from api.settings import Settings
from graph.endpoint import Endpoint, Limits
from graph.store import Store
from ontology import gazetteer
from ontology.gazetteer import Gazetteer

VERSION = version("regesta")
_MOMENT = 0.1


@dataclass(frozen=True, slots=True)
class Services:
    """The parts that all requests share."""

    settings: Settings
    store: Store
    reader: Reader
    gazetteer: Gazetteer
    sparql: Endpoint
    keys: KeyRing
    rates: Rates
    jobs: Jobs


@contextmanager
def services(settings: Settings, store: Store, reader: Reader | None = None) -> Iterator[Services]:
    """The parts around an open store, which stays open; ended with the block."""
    limits = Limits(settings.sparql_timeout_seconds, settings.sparql_answer_limit_bytes)
    with Endpoint(store, settings.data_dir.resolve() / "sparql", limits) as sparql:
        yield Services(
            settings=settings,
            store=store,
            reader=reader or Reader(settings.article_limit_bytes),
            gazetteer=gazetteer.load(),
            sparql=sparql,
            keys=ring(settings),
            rates=Rates(settings.rate_limit_per_minute),
            jobs=Jobs(settings.data_dir.resolve() / "jobs.sqlite"),
        )


async def _services(request: Request) -> Services:
    services = request.app.state.services
    if not isinstance(services, Services):
        raise TypeError("the app was made without its services")
    return services


Parts = Annotated[Services, Depends(_services)]


async def fresh(request: Request, parts: Parts) -> str:
    """The ETag of the graph as it is now, or was a moment ago.

    Whether a client's copy is still good is always asked anew. Where it has none, an ETag that is a little
    older than the answer does no harm: the next request with it is answered in full once more.

    Raises:
        NotModified: The client has this version already.
    """
    state, now = request.app.state, time.monotonic()
    if "If-None-Match" not in request.headers and now < getattr(state, "etag_until", 0.0):
        return str(state.etag)
    etag = f'W/"{VERSION}.{await run_in_threadpool(parts.store.version)}"'
    state.etag, state.etag_until = etag, now + _MOMENT
    known = {part.strip() for part in request.headers.get("If-None-Match", "").split(",")}
    if etag in known or "*" in known:
        raise NotModified(etag)
    return etag


Fresh = Annotated[str, Depends(fresh)]
