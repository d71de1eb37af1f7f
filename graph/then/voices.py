"""Who spoke independently of whom, by the copies known then."""

from collections.abc import Iterable

from graph.known import Known
from graph.loading.copies import together
from graph.store import Row, Store
from graph.then.said import visible


class Voices:
    """Whose word each article gives: its outlet's, or that of the article published first of its wire."""

    def __init__(self, store: Store, known: Known) -> None:
        self._store, self._known = store, known
        self._rows: dict[str, Row] = {}
        self._asked: set[str] = set()
        self._voices: dict[str, str] = {}

    def read(self, articles: Iterable[str]) -> None:
        """Find the voices of some articles."""
        waiting = set(articles) - self._voices.keys()
        new = set(waiting)
        while waiting := waiting - self._asked:
            self._asked |= waiting
            rows = self._store.read("then_copies", articles=sorted(waiting))
            self._rows |= {row["id"]: row for row in rows if visible(row, self._known)}
            waiting = {name for row in rows for name in row["copies"]}
        if new:
            links = [(row["id"], name) for row in self._rows.values() for name in row["copies"]]
            for group in together(self._rows, links):
                self._voices |= dict.fromkeys(group, self._voice(group))

    def of(self, articles: Iterable[str]) -> int:
        """How many voices speak in some articles."""
        return len({self._voices[name] for name in articles})

    def _voice(self, group: set[str]) -> str:
        rows = [self._rows[name] for name in group]
        first = min(rows, key=lambda row: (row["published"] or "9999-12-31", row["id"]))
        return str(first["source"] or first["id"])
