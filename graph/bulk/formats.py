"""The formats of event data sets: how each row becomes a coded event."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from graph.bulk import actors
from graph.bulk.rows import Coded, RowError, day_of, event_key
from ontology.coded import Act, cameo_acts, plover_act
from ontology.errors import InputError
from ontology.folding import fold
from ontology.model import ActorRef

Fields = Sequence[str]
Parser = Callable[[Fields, int], Coded]

# GDELT 2.0 has 61 columns and no header; GDELT 1.0 has 57 or 58 that differ only in the places.
GDELT_WIDTHS = {61: (52, 59, 60), 58: (50, 56, 57), 57: (50, 56, None)}
_ICEWS = {
    "id": "event id",
    "day": "event date",
    "code": "cameo code",
    "subject": "source name",
    "subject_sector": "source sectors",
    "subject_country": "source country",
    "object": "target name",
    "object_sector": "target sectors",
    "object_country": "target country",
    "place": "city",
    "country": "country",
}
_POLECAT = {
    "id": "event id",
    "day": "event date",
    "type": "event type",
    "mode": "event mode",
    "subject": "actor name",
    "subject_sector": "primary actor sector",
    "subject_country": "actor country",
    "object": "recipient name",
    "object_sector": "primary recipient sector",
    "object_country": "recipient country",
    "place": "city",
    "country": "country",
    "published": "publication date",
    "url": "source",
}
_NEEDED = ("day", "code", "type", "subject", "object")


def gdelt(fields: Fields, line: int) -> Coded:
    """A row of a GDELT event file: the day is SQLDATE, the coder's own; published is DATEADDED."""
    widths = GDELT_WIDTHS.get(len(fields))
    if widths is None:
        raise RowError(f"{len(fields)} columns instead of 61")
    where, added, url = widths
    own = fields[0].strip()
    day = day_of(fields[1])
    return _coded(
        ("gdelt", own),
        line,
        (_cameo(fields[26]), fields[26]),
        (_gdelt_actor(fields, 5), _gdelt_actor(fields, 15)),
        day,
        published=day_of(fields[added]) if fields[added] else None,
        place=fields[where],
        own_id=own,
        url=fields[url] if url is not None else None,
    )


def _gdelt_actor(fields: Fields, at: int) -> ActorRef | None:
    """An actor by its code, name, country, known group and first role, in the columns from ``at`` on."""
    code, name, country, group, role = (fields[k] for k in (at, at + 1, at + 2, at + 3, at + 7))
    if not code and not name:
        return None
    if code == country:
        state = actors.state_actor(country)
        if state is not None:
            return state
    return actors.actor(name or group or code, country, role)


def icews(header: Fields) -> Parser:
    """The parser for an ICEWS event file with this header."""
    at = _columns(header, _ICEWS)

    def parse(fields: Fields, line: int) -> Coded:
        row = _Row(fields, at, len(header))
        code = row["code"].zfill(3) if row["code"].isdigit() and len(row["code"]) < 3 else row["code"]
        sides = (row.side("subject"), row.side("object"))
        key = (row["id"], row["day"]) if row["id"] else tuple(fields)
        place = (row["place"], row["country"])
        return _coded(
            ("icews", *key), line, (_cameo(code), row["code"]), sides, day_of(row["day"]), place=place,
            own_id=row["id"],
        )  # fmt: skip

    return parse


def polecat(header: Fields) -> Parser:
    """The parser for a POLECAT event file with this header."""
    at = _columns(header, _POLECAT)

    def parse(fields: Fields, line: int) -> Coded:
        row = _Row(fields, at, len(header))
        mode = fold(row["mode"]).replace(" ", "-") or None
        act = plover_act(row["type"].strip().upper(), mode)
        if act is None:
            raise RowError(f"{row['type']!r} is no event type of PLOVER")
        code = "/".join(filter(None, (row["type"], row["mode"])))
        sides = (row.side("subject"), row.side("object"))
        published = day_of(row["published"]) if row["published"] else None
        key = (row["id"],) if row["id"] else tuple(fields)
        return _coded(
            ("polecat", *key), line, (act, code), sides, day_of(row["day"]), published=published,
            place=(row["place"], row["country"]), own_id=row["id"], url=row["url"] or None,
        )  # fmt: skip

    return parse


def tkg(fields: Fields, line: int) -> Coded:
    """A row ``subject, relation, object, date`` of a benchmark; the relation is a CAMEO code or name."""
    if len(fields) != 4:
        raise RowError(f"{len(fields)} columns instead of 4 (subject, relation, object, date)")
    subject, relation, other, day = fields
    if not subject or not other:
        raise RowError("an actor is missing")
    when = day_of(day)
    sides = (actors.as_of(actors.actor(subject), when), actors.as_of(actors.actor(other), when))
    key = event_key("tkg", *fields)
    return Coded(key, line, _cameo(relation), relation, *sides, when)


@lru_cache(maxsize=10_000)
def _cameo(code: str) -> Act:
    acts = cameo_acts()
    act = acts.get(code) or acts.get(fold(code.replace("_", " ")))
    if act is None:
        raise RowError(f"{code!r} is no code or name of CAMEO")
    return act


def _columns(header: Fields, wanted: Mapping[str, str]) -> dict[str, int]:
    places = {name.strip().strip('"').casefold(): k for k, name in enumerate(header)}
    missing = [wanted[key] for key in _NEEDED if key in wanted and wanted[key] not in places]
    if missing:
        raise InputError(f"The header has no column {missing[0]!r}. Columns are separated by tabs.")
    return {key: places[name] for key, name in wanted.items() if name in places}


class _Row:
    """The wanted columns of one row, by our own names; absent ones are empty."""

    def __init__(self, fields: Fields, at: Mapping[str, int], width: int) -> None:
        if len(fields) != width:
            raise RowError(f"{len(fields)} columns instead of {width}")
        self._fields, self._at = fields, at

    def __getitem__(self, name: str) -> str:
        place = self._at.get(name)
        text = self._fields[place].strip() if place is not None else ""
        return "" if text in ("NULL", "None") else text

    def side(self, role: str) -> ActorRef | None:
        """The actor in a role; a list of sectors is cut to the first that is a code."""
        sector = self[f"{role}_sector"].split(",")[0].split(";")[0].strip()
        code = sector if sector.isupper() and len(sector) == 3 else ""
        name = self[role]
        return actors.actor(name, self[f"{role}_country"], code) if name else None


def _coded(
    key: tuple[str, ...],
    line: int,
    act: tuple[Act, str],
    sides: tuple[ActorRef | None, ActorRef | None],
    day: date,
    *,
    published: date | None = None,
    place: str | tuple[str, str] = "",
    own_id: str | None = None,
    url: str | None = None,
) -> Coded:
    subject, other = (actors.as_of(side, day) if side else None for side in sides)
    if subject is None and other is None:
        raise RowError("no actor is named")
    name, country = (place, "") if isinstance(place, str) else place
    where = actors.place(name, country) if name else None
    return Coded(event_key(*key), line, *act, subject, other, day, published, where, own_id, url or None)
