"""Whether the server and its database are well."""

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.answers import problems, reply
from api.deps import VERSION, Parts

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
