"""Jobs: what becomes of many articles that came at once."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Request, Response
from pydantic import BaseModel, Field

from api.access import writer
from api.answers import Json, collection, following, problems, reply
from api.deps import Parts
from api.jobs import Job
from api.params import Cursor, Limit
from api.schemas.base import Page
from ontology.errors import ParameterError

router = APIRouter(tags=["Jobs"], dependencies=[Depends(writer)])
JobId = Annotated[str, Path(alias="id", description="A job's id.")]


class JobOut(BaseModel):
    """The articles of one request, and how far they are."""

    id: str = Field(examples=["j3c1f0d2b4e596870"])
    url: str = Field(examples=["/v1/jobs/j3c1f0d2b4e596870"])
    created: str = Field(description="When, in UTC.")
    by: str | None = Field(description="Name of the key that sent them.")
    state: Literal["waiting", "running", "done", "cancelled"]
    total: int = Field(description="Articles in the request.", examples=[12])
    counts: dict[str, int] = Field(
        description="Articles by outcome; those not done yet as `waiting`.",
        examples=[{"new": 11, "failed": 1}],
    )


class JobArticle(BaseModel):
    """What became of one article."""

    number: int = Field(description="Its place in the request, from 1.")
    article: str = Field(description="The key under which its giver knows it, or its line in the body.")
    id: str | None = Field(description="The article's id in the graph.")
    status: str = Field(
        description="`waiting`, `failed`, `cancelled`, or what became of it as for one article."
    )
    statements: int
    events_new: int
    events_joined: int
    warnings: list[str]
    error: str | None


class JobDetailOut(JobOut):
    """A job with the outcomes of its articles."""

    articles: Page[JobArticle]


@router.get("/jobs", response_model=Page[JobOut], responses=problems(403, 422), summary="List jobs")
def list_jobs(request: Request, parts: Parts, limit: Limit = None, cursor: Cursor = None) -> Response:
    """The last one first. Finished jobs are kept for 30 days."""
    jobs, more = parts.jobs.all(_place(cursor), limit or parts.settings.page_size)
    found = [job_record(job) for job in jobs]
    answer = collection(found, exact=more is None and cursor is None)
    answer["next"] = following(request, None if more is None else str(more))
    return reply(answer)


@router.get(
    "/jobs/{id}",
    response_model=JobDetailOut,
    responses=problems(403, 404, 422),
    summary="Show a job with what became of its articles",
)
def show_job(
    request: Request, parts: Parts, job_id: JobId, limit: Limit = None, cursor: Cursor = None
) -> Response:
    """The outcomes come in the order of the articles, in pages."""
    job = parts.jobs.get(job_id)
    found, more = parts.jobs.outcomes(job_id, _place(cursor) or 0, limit or parts.settings.page_size)
    page = collection(found, job.total, following=following(request, None if more is None else str(more)))
    return reply(job_record(job) | {"articles": page})


@router.delete(
    "/jobs/{id}",
    response_model=JobOut,
    responses=problems(403, 404, 422),
    summary="Cancel what isn't done of a job",
)
def cancel_job(parts: Parts, job_id: JobId) -> Response:
    """Articles that are in the graph already stay there."""
    return reply(job_record(parts.jobs.cancel(job_id)))


def job_record(job: Job) -> Json:
    """A job as answers show it."""
    record: dict[str, Any] = {
        "id": job.id,
        "url": f"/v1/jobs/{job.id}",
        "created": job.created.isoformat(),
        "by": job.by,
        "state": job.state,
        "total": job.total,
        "counts": dict(job.counts),
    }
    return record


def _place(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 15:
        raise ParameterError("cursor", "A cursor is what `next` of the page before has; take it as it is.")
    return int(cursor)
