"""Whether the server and its database are well."""

from fastapi import APIRouter, Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field

from api.access import reader
from api.answers import problems, reply
from api.deps import VERSION, Parts
from api.metrics import Metrics

router = APIRouter(tags=["Service"])


class Health(BaseModel):
    """The state of the server."""

    status: str = Field(examples=["ok"])
    version: str = Field(description="Version of Regesta.", examples=["0.1.0"])
    graph_version: int = Field(description="Grows with every change of the graph's content.", examples=[14])
    writable: bool = Field(description="Whether articles can be added with a key.")


@router.get("/health", response_model=Health, responses=problems(503), summary="Tell whether all is well")
def health(parts: Parts) -> Response:
    """200 while the database answers, else 503."""
    return reply(
        {
            "status": "ok",
            "version": VERSION,
            "graph_version": parts.store.version(),
            "writable": bool(parts.keys),
        }
    )


class Ready(BaseModel):
    """Whether requests can be sent to the server."""

    status: str = Field(examples=["ready"])


@router.get(
    "/ready", response_model=Ready, responses=problems(503), summary="Tell whether requests can be answered"
)
def ready(parts: Parts) -> Response:
    """200 when Neo4j answers, and jobs can be kept; else 503."""
    parts.store.version()
    parts.jobs.waiting()
    return reply({"status": "ready"})


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {
            "description": "Numbers in Prometheus' text format.",
            "content": {"text/plain": {"schema": {"type": "string"}}},
        },
        **problems(401, 429),
    },
    dependencies=[Depends(reader)],
    summary="Count requests, their time and waiting articles",
)
def metrics(request: Request) -> Response:
    """For Prometheus. Where reading needs a key, this needs one too."""
    counted: Metrics = request.app.state.metrics
    return Response(
        counted.text(), headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST}
    )
