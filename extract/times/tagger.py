"""Finds and resolves the time expressions of a text.

Patterns give candidates, the longest ones win, and the winners are resolved in text order so that each may
lean on the date mentioned before it.
"""

from bisect import bisect_left, bisect_right
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from extract.mentions import TimeMention, TimexType
from extract.times.approximate import approximate
from extract.times.calendar import Period, Unit
from extract.times.context import PAST, Context, Directions
from extract.times.grammar import CompiledRule, Grammar, fill, grammar
from extract.times.lengths import window_days
from extract.times.lexer import Tape, split, split_compounds
from extract.times.matchers import Captures
from extract.times.parts import narrowed
from extract.times.resolve import Resolved, resolve
from ontology.model import Interval, Span

# Sentences back to which a date lends its year or month to a shorter one, a day its date to a clock time.
_REACH, _DAY_REACH = 0, 3
_PERSON = "PER"  # label of the language model's entities
_ABOUT = "around"  # sense of prepositions that make a date approximate


class Match(NamedTuple):
    """Tape tokens ``begin`` to ``end`` (exclusive) match ``rule``; ``reach`` counts context too."""

    begin: int
    end: int
    reach: int
    rule: CompiledRule
    captures: Captures


def find_times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """The time expressions of ``doc``, sorted by start, never overlapping.

    Args:
        doc: tokenised text; the language is ``doc.lang_``. A parse (tense, heads) is used where there is one.
        published: publication date (TimeML: document creation time). Without it, relative dates keep an
            unknown value and have no interval.

    Raises:
        DataError: the language's rule file is broken.
    """
    rules = grammar(doc.lang_)
    if rules is None or not doc.text.strip():
        return ()
    tokens = split_compounds(split(doc.text), rules.lexicon, rules.compounds)
    tape = Tape(tokens, rules.lexicon)
    directions = Directions(doc, tape, rules)
    starts = [token.idx for token in doc]
    mentions: list[TimeMention] = []
    memory = _Memory(directions)
    people = [(entity.start_char, entity.end_char) for entity in doc.ents if entity.label_ == _PERSON]
    for match in best(candidates(tape, rules, directions)):
        if _is_name(people, tape, match):
            continue
        anchor, about = _anchor_of(tape, rules, match)
        resolved = _resolved(match, memory.context(match, published, anchor))
        if resolved is None:
            continue
        memory.note(match, resolved.focus)
        resolved, mod = _modified(match, resolved, about, published)
        mentions.append(_mention(starts, tape, match, resolved, mod, anchor, published))
    return _with_ranges(mentions, doc.text)


class _Memory:
    """The dates mentioned last, on which later expressions may lean."""

    def __init__(self, directions: Directions) -> None:
        self._directions = directions
        self._last: tuple[Period, int] | None = None
        self._last_day: tuple[Period, int] | None = None

    def context(self, match: Match, published: date | None, anchor: str | None) -> Context:
        """What is known when ``match`` is resolved; what holds "since" a time began in the past."""
        direction = PAST if anchor == "since" else self._directions.of(match.begin, match.end)
        return Context(
            published,
            self._last[0] if self._last else None,
            self._within(self._last, match, _REACH),
            self._last_day[0] if self._last_day else None,
            self._within(self._last_day, match, _DAY_REACH),
            direction,
        )

    def note(self, match: Match, focus: Period | None) -> None:
        """Remember the date that ``match`` was resolved to."""
        if focus is None or focus.begin is None:
            return
        self._last = focus, match.end
        if focus.unit is Unit.DAY:
            self._last_day = focus, match.end

    def _within(self, noted: tuple[Period, int] | None, match: Match, reach: int) -> bool:
        return noted is not None and self._directions.within(noted[1], match.begin, reach)


def _is_name(people: list[tuple[int, int]], tape: Tape, match: Match) -> bool:
    """*Theresa May*, *Jean-Noël*: a month or holiday as part of what somebody is called."""
    begin, end = tape.tokens[match.begin].start, tape.tokens[match.end - 1].end
    return any(first <= begin and end <= last and (first, last) != (begin, end) for first, last in people)


def candidates(tape: Tape, rules: Grammar, directions: Directions) -> list[Match]:
    """All matches of all rules, in text order."""
    found = []
    for i in range(tape.size):
        tried: set[int] = set()
        applicable = rules.by_word.get(tape.lower[i], ())
        for cls in tape.lexemes[i]:
            applicable += rules.by_class.get(cls, ())
        for rule in applicable:
            if id(rule) in tried:
                continue
            tried.add(id(rule))
            match = _try(rule, tape, i, directions)
            if match is not None:
                found.append(match)
    return found


def _try(rule: CompiledRule, tape: Tape, i: int, directions: Directions) -> Match | None:
    result = rule.pattern.match(tape, i)
    if result is None:
        return None
    begin, end, reach, captures = result
    if end <= begin or (begin and tape.lower[begin - 1] in rule.unless_before):
        return None
    if rule.unless_after is not None and rule.unless_after.match(tape, end) is not None:
        return None
    if not directions.meets(rule.needs, begin, end):
        return None
    return Match(begin, end, reach, rule, captures)


def _rank(match: Match) -> tuple[int, bool, int, int, int]:
    """Longer matches first, then those that only keep others away, then more context, then earlier rules."""
    kept = match.rule.kind != "ignore"
    return match.begin - match.end, kept, -match.reach, match.rule.order, match.begin


def best(found: list[Match]) -> list[Match]:
    """The matches that stay where several overlap, in text order."""
    ranked = sorted(found, key=_rank)
    taken: set[int] = set()
    kept = []
    for match in ranked:
        places = range(match.begin, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted((m for m in kept if m.rule.kind != "ignore"), key=lambda m: m.begin)


def _resolved(match: Match, context: Context) -> Resolved | None:
    try:
        return resolve(match.rule.kind, match.rule.filled(match.captures), context)
    except (ValueError, OverflowError):  # beyond the years 1 to 9999
        return None


def _modified(
    match: Match, resolved: Resolved, about: bool, published: date | None
) -> tuple[Resolved, str | None]:
    """What a modifier leaves of an expression, and its TIMEX3 name."""
    mod = fill(match.rule.mod, dict(match.captures)) if match.rule.mod else None
    if mod is not None:
        return narrowed(resolved, str(mod), published), str(mod)
    vague = approximate(resolved) if about else None
    return (resolved, None) if vague is None else (vague, "APPROX")


def _mention(
    starts: list[int],
    tape: Tape,
    match: Match,
    resolved: Resolved,
    mod: str | None,
    anchor: str | None,
    published: date | None,
) -> TimeMention:
    placed = "window" in match.rule.filled(match.captures)
    if placed and anchor in ("before", "after"):
        anchor = None  # "vor drei Tagen" counts back, it names no bound
    if anchor == "before" and mod == "END":
        anchor = "until"  # "before the end of the year" leaves the whole year
    span = Span(tape.tokens[match.begin].start, tape.tokens[match.end - 1].end)
    first = max(bisect_right(starts, span.start) - 1, 0)
    return TimeMention(
        span=span,
        start=first,
        end=max(bisect_left(starts, span.end), first + 1),
        type=match.rule.type or resolved.type,
        value=resolved.value,
        interval=_anchored_length(match, resolved, anchor, published),
        mod=mod,
        anchor=anchor,
        trace=(f"rule {match.rule.id}", *resolved.trace),
    )


def _anchored_length(
    match: Match, resolved: Resolved, anchor: str | None, published: date | None
) -> Interval | None:
    """Days of a length of time behind "since": it says when the state began."""
    if anchor != "since" or resolved.type is not TimexType.DURATION or resolved.interval is not None:
        return resolved.interval
    fields = match.rule.filled(match.captures)
    unit, fraction = Unit(str(fields["unit"])), float(fields.get("fraction", 0))
    return window_days(unit, fields.get("count", 1), fraction, "since", published)


def _anchor_of(tape: Tape, rules: Grammar, match: Match) -> tuple[str | None, bool]:
    """The sense of the preposition of an expression, and whether one of *about* is there too.

    It stands before the expression, or begins it ("du 5", "al 22"); *since about 1990* has both.
    """
    if match.rule.anchor is not None:
        return match.rule.anchor, False
    begin = match.begin
    found, size = _anchor_before(tape, rules, begin)
    if found is None and match.end - begin > 1:
        begin += 1
        found, size = _anchor_before(tape, rules, begin)
    if found != _ABOUT:
        return found, False
    return _anchor_before(tape, rules, begin - size)[0], True


def _anchor_before(tape: Tape, rules: Grammar, begin: int) -> tuple[str | None, int]:
    for words, sense in rules.anchors:
        size = len(words)
        if size <= begin and tuple(tape.lower[begin - size : begin]) == words:
            return sense, size
    return None, 0


def _with_ranges(mentions: list[TimeMention], text: str) -> tuple[TimeMention, ...]:
    """Settle "between", "from" and "to": they are bounds only where both dates of a range are there."""
    out = list(mentions)
    for i, mention in enumerate(out):
        if mention.anchor not in ("between", "from-until"):
            continue
        following = out[i + 1] if i + 1 < len(out) else None
        gap = text[mention.span.end : following.span.start] if following else ""
        closes = following is not None and len(gap) <= 16 and not set(gap) & set(".!?\n")
        ends = mention.anchor == "between" or (following and following.anchor in ("until", "to"))
        if following is not None and closes and ends:
            out[i] = _with_anchor(mention, "from")
            out[i + 1] = _with_anchor(following, "until")
        else:
            out[i] = _with_anchor(mention, None)
    return tuple(_with_anchor(m, None) if m.anchor == "to" else m for m in out)


def _with_anchor(mention: TimeMention, anchor: str | None) -> TimeMention:
    return TimeMention(
        mention.span,
        mention.start,
        mention.end,
        mention.type,
        mention.value,
        mention.interval,
        mention.mod,
        anchor,
        mention.trace,
    )
