"""Lists as answers: one page as JSON, or all results as NDJSON, CSV and other forms.

Forms that people keep as files have no place for the address of a next page: they hold the whole result
set, unless ``limit`` asks for fewer.
"""

import csv
import io
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Annotated, Any

import orjson
from fastapi import Depends, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

from api import fields as chosen_fields
from api.answers import collection, following, reply
from api.calendar import calendar
from api.cursors import Key, cursor_of, key_of
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, events_form, list_form, paths_form
from api.graphml import event_graph
from api.linked import event_ids, linked_events
from api.params import Cursor, Limit
from api.shapes import EVENT_COLUMNS, Json, cell, flat
from graph.known import NOW, Known
from graph.store import Store
from ontology.errors import ParameterError

_AT_FIRST, _AT_ONCE = 1_000, 10_000
"""Rows that streams fetch: few, to begin soon; then many, as each page has to find its place in the whole."""
_MOST_IN_MEMORY = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list as it was found."""

    total: int
    rows: list[Json]
    next: str | None = None
    exact: bool = True


Fetch = Callable[[int, str | None], Found]
"""Gives the page of so many results after a cursor."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What all lists are asked with."""

    request: Request
    store: Store
    etag: str
    page_size: int
    limit: int | None
    cursor: str | None
    fields: tuple[str, ...]
    form: str

    def answer(
        self, fetch: Fetch, model: type[BaseModel], head: Json | None = None, known: Known = NOW
    ) -> Response:
        """The list in the form that is asked for; ``head`` stands before it in JSON."""
        chosen_fields.check(self.fields, model)
        if self.form in ("json", "jsonld"):
            return self._page(fetch, head or {}, known)
        first = fetch(min(self.limit or _AT_FIRST, _AT_FIRST), self.cursor)
        rows = chain(first.rows, _rest(fetch, first.next))
        wanted = islice(rows, self.limit) if self.limit else rows
        if self.form == "ndjson":
            return self._streamed(orjson.dumps(picked(row, self.fields)) + b"\n" for row in wanted)
        if self.form == "csv":
            return self._streamed(_csv(wanted, self.fields, model))
        return self._whole(wanted, min(first.total, self.limit or first.total))

    def all_of(
        self, rows: list[Json], keys: Sequence[Key], model: type[BaseModel], head: Json | None = None
    ) -> Response:
        """A list that is made as a whole, with the key of each result, by which it is sorted."""
        order = sorted(range(len(rows)), key=keys.__getitem__)
        listed, ranks = [rows[number] for number in order], [keys[number] for number in order]

        def fetch(limit: int, cursor: str | None) -> Found:
            start = _after(ranks, cursor)
            end = start + limit
            return Found(
                len(listed), listed[start:end], cursor_of(ranks[end - 1]) if end < len(listed) else None
            )

        return self.answer(fetch, model, head)

    def _page(self, fetch: Fetch, head: Json, known: Known) -> Response:
        page = fetch(self.limit or self.page_size, self.cursor)
        address = following(self.request, page.next)
        if self.form == "jsonld":
            answer = self._headed(linked_events(self.store, event_ids(page.rows), known))
        else:
            rows = [picked(row, self.fields) for row in page.rows] if self.fields else page.rows
            listed = collection(rows, page.total, exact=page.exact, following=address)
            answer = reply({**head, **listed}, self.etag)
        if address:
            answer.headers["Link"] = f'<{address}>; rel="next"'
        answer.headers["Vary"] = "Accept"
        return answer

    def _whole(self, rows: Iterable[Json], total: int) -> Response:
        if total > _MOST_IN_MEMORY:
            raise ParameterError(
                "format",
                f"{total:,} events are too many for this form ({_MOST_IN_MEMORY:,} at most). Ask for fewer "
                "days, or for NDJSON.",
            )
        return self._headed(calendar(rows) if self.form == "ics" else event_graph(rows))

    def _headed(self, content: bytes) -> Response:
        return Response(content, 200, self._headers(), MEDIA_TYPES[self.form])

    def _streamed(self, parts: Iterator[bytes]) -> Response:
        return StreamingResponse(parts, 200, self._headers(), MEDIA_TYPES[self.form])

    def _headers(self) -> dict[str, str]:
        return {"ETag": self.etag, "Cache-Control": "no-cache", "Vary": "Accept"}


def _asked(chooser: Callable[..., Any]) -> Callable[..., Any]:
    async def ask(
        request: Request,
        parts: Parts,
        etag: Fresh,
        fields: Fields,
        form: Annotated[str, Depends(chooser)],
        limit: Limit = None,
        cursor: Cursor = None,
    ) -> Ask:
        return Ask(request, parts.store, etag, parts.settings.page_size, limit, cursor, fields, form)

    return ask


AskList = Annotated[Ask, Depends(_asked(list_form))]
AskEvents = Annotated[Ask, Depends(_asked(events_form))]
AskPaths = Annotated[Ask, Depends(_asked(paths_form))]


def _rest(fetch: Fetch, cursor: str | None) -> Iterator[Json]:
    while cursor is not None:
        page = fetch(_AT_ONCE, cursor)
        yield from page.rows
        cursor = page.next


def _csv(rows: Iterable[Json], fields: Sequence[str], model: type[BaseModel]) -> Iterator[bytes]:
    events = "speakers" in chosen_fields.known(model)
    columns = tuple(fields) or (EVENT_COLUMNS if events else chosen_fields.known(model))
    yield _line(columns)
    for row in rows:
        named = dict(zip(EVENT_COLUMNS, flat(row), strict=True)) if events else {}
        yield _line([named[name] if name in named else cell(row.get(name)) for name in columns])


def _line(cells: Sequence[object]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()


def _after(keys: Sequence[Key], cursor: str | None) -> int:
    """Where those that follow the cursor's begin."""
    if cursor is None or not keys:
        return 0
    return bisect_right(keys, key_of(cursor, *map(type, keys[0])))
