"""Synthetic extractions: many articles about hubs and others, the same on every run and machine.

As in the news, a few actors take part in most events, most events are told by several articles within a few
days, some dates are vague, and now and then one event is said to lie before another.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ontology import gazetteer
from ontology.coded import cameo_acts
from ontology.event_types import predicates
from ontology.model import (
    LANGUAGES,
    ActorRef,
    ActorType,
    Article,
    Extraction,
    Interval,
    Modality,
    Order,
    Place,
    Polarity,
    Relation,
    Span,
    Statement,
    StatementTime,
    article_id,
    statement_id,
)

FIRST_DAY = date(2020, 1, 1)
_STATES, _PEOPLE, _PLACES = 200, 5, 400
_PER_ARTICLE = 8
_EVENTS_A_DAY = 3
_OFFICES = 20
_PER_FEUD, _FEUD_DAYS = 4, 3 * 365
_ATTACKS = ("attack", "bomb", "shell", "storm", "bomb-from-air", "attack-by-drone")


@dataclass(frozen=True, slots=True)
class _Act:
    """An event of the invented world, which articles tell."""

    day: date
    subject: ActorRef
    predicate: str
    object: ActorRef
    place: Place | None


def extractions(articles: int, seed: int = 0) -> Iterator[Extraction]:
    """So many articles, by day of publication, each with eight statements."""
    chance = random.Random(seed)
    recent: list[_Act] = []
    for number in range(articles):
        day = FIRST_DAY + timedelta(days=number // 2)
        recent = [act for act in recent if (day - act.day).days <= 4]
        recent += [_act(chance, day) for _ in range(_EVENTS_A_DAY)]
        yield _article(chance, number, day, [chance.choice(recent) for _ in range(_PER_ARTICLE)])


def _act(chance: random.Random, day: date) -> _Act:
    happened = day - timedelta(days=chance.randrange(4))
    subject, other = _actor(chance), _actor(chance)
    place = chance.randrange(_PLACES)
    there = Place(f"Town {place}", f"P{place}", f"S{place % _STATES:03}") if chance.random() < 0.4 else None
    return _Act(happened, subject, chance.choice(sorted(predicates())), other, there)


def _actor(chance: random.Random) -> ActorRef:
    """A state or one of its people; low numbers are hubs (Zipf)."""
    state = min(int(chance.paretovariate(0.8)), _STATES) - 1
    person = chance.randrange(_PEOPLE)
    if person == 0:
        return ActorRef(f"Q{state}", f"State {state}", f"S{state:03}", ActorType.STATE)
    name = f"Person {person} of {state}"
    return ActorRef(f"Q{state}-{person}", name, f"S{state:03}", ActorType.PERSON, "GOV")


def _article(chance: random.Random, number: int, day: date, acts: list[_Act]) -> Extraction:
    lang = chance.choice(LANGUAGES)
    sentences = [f"{act.subject.name} {act.predicate} {act.object.name}." for act in acts]
    text = f"Article {number}.\n" + "\n".join(sentences)
    name = article_id(text, lang, day)
    article = Article(name, f"synthetic-{number}", text, lang, day, f"Article {number}", source="synthetic")
    statements, start = [], text.index("\n") + 1
    for act, sentence in zip(acts, sentences, strict=True):
        statements.append(_statement(chance, article, act, Span(start, start + len(sentence))))
        start += len(sentence) + 1
    relations = []
    if chance.random() < 0.3:
        first, second = statements[:2]
        order = Order.BEFORE if acts[0].day <= acts[1].day else Order.AFTER
        relations.append(Relation(first.id, order, second.id, first.evidence, "synthetic"))
    return Extraction(article, tuple(statements), tuple(relations))


def _statement(chance: random.Random, article: Article, act: _Act, sentence: Span) -> Statement:
    kind, evidence = predicates()[act.predicate], Span(sentence.start, sentence.end - 1)
    speaker = (_actor(chance),) if chance.random() < 0.3 else ()
    return Statement(
        id=statement_id(article.id, act.predicate, ((act.subject,), (act.object,)), evidence),
        article_id=article.id,
        subject=(act.subject,),
        predicate=act.predicate,
        event_type=kind.type,
        mode=kind.mode,
        object=(act.object,),
        time=StatementTime(_interval(chance, act.day), "then", evidence),
        place=act.place,
        polarity=Polarity.NEGATIVE if chance.random() < 0.05 else Polarity.POSITIVE,
        modality=chance.choices(list(Modality), (70, 20, 5, 4, 1))[0],
        attributed_to=speaker,
        evidence=evidence,
        sentence=sentence,
        rule="synthetic",
    )


def _interval(chance: random.Random, day: date) -> Interval:
    if chance.random() < 0.7:
        return Interval.within(day, day)
    monday = day - timedelta(days=day.weekday())
    return Interval.within(monday, monday + timedelta(days=6))


def coded_lines(events: int, seed: int = 0) -> Iterator[str]:
    """So many different lines of subject, relation, object and date, in four tab-separated columns.

    States and their ministers act, a few of them in most events (Zipf); the days are those of ten years.
    """
    chance = random.Random(seed)
    states = sorted(
        entry.ref.name for entry in gazetteer.load() if entry.ref.type is ActorType.STATE and not entry.place
    )
    codes = sorted(code for code in cameo_acts() if code.isdigit() and len(code) == 3)
    days = [(FIRST_DAY + timedelta(days=number)).isoformat() for number in range(3650)]

    def actor() -> str:
        state = states[min(int(chance.paretovariate(0.8)), len(states)) - 1]
        person = int(chance.random() * _OFFICES)
        return f"Minister {person} ({state})" if person else state

    told: set[str] = set()
    while len(told) < events:
        line = f"{actor()}\t{chance.choice(codes)}\t{actor()}\t{chance.choice(days)}"
        if line not in told:
            told.add(line)
            yield line


def hub_articles(articles: int, seed: int = 0) -> Iterator[Extraction]:
    """Articles about the states that act most in :func:`coded_lines`, and ministers whom nobody has named."""
    chance = random.Random(seed)
    known = [e.ref for e in gazetteer.load() if e.ref.type is ActorType.STATE and not e.place]
    hubs = sorted(known, key=lambda ref: ref.name)[:10]

    def minister(number: int) -> ActorRef:
        state = chance.choice(hubs)
        name = f"Minister New {number}"
        return ActorRef(f"x:{state.state}:minister-new-{number}", name, state.state, ActorType.PERSON)

    for number in range(articles):
        day = FIRST_DAY + timedelta(days=number)
        pairs = [(chance.choice(hubs), minister(8 * number + k)) for k in range(_PER_ARTICLE)]
        kinds = chance.choices(sorted(predicates()), k=_PER_ARTICLE)
        acts = [_Act(day, one, kind, other, None) for (one, other), kind in zip(pairs, kinds, strict=True)]
        yield _article(chance, number, day, acts)


def feud_articles(reports: int, seed: int = 0, feud: int = 0) -> Iterator[Extraction]:
    """Articles of three years, four statements each, all of which tell how one state attacks another.

    ``feud`` says which two. Most are dated to the day; others to a week, a month or a year, by one end only,
    or not at all.
    """
    chance = random.Random(seed)
    pair = (2 * feud + 1, 2 * feud + 2)
    one, other = (ActorRef(f"Q{n}", f"State {n}", f"S{n:03}", ActorType.STATE) for n in pair)
    articles = reports // _PER_FEUD
    for number in range(articles):
        day = FIRST_DAY + timedelta(days=number * _FEUD_DAYS // articles)
        acts = [_attack(chance, day, one, other) for _ in range(_PER_FEUD)]
        told = _article(chance, number, day, acts)
        dated = zip(told.statements, acts, strict=True)
        statements = [replace(said, time=_vague(chance, act.day, day)) for said, act in dated]
        yield replace(told, statements=tuple(statements), relations=())


def _attack(chance: random.Random, day: date, one: ActorRef, other: ActorRef) -> _Act:
    there = chance.randrange(_PLACES)
    place = Place(f"Town {there}", f"P{there}", other.state) if chance.random() < 0.3 else None
    return _Act(day - timedelta(days=chance.randrange(4)), one, chance.choice(_ATTACKS), other, place)


def _vague(chance: random.Random, day: date, published: date) -> StatementTime | None:
    monday, month = day - timedelta(days=day.weekday()), day.replace(day=1)
    (found,) = chance.choices(
        [
            Interval.within(day, day),
            Interval.within(monday, monday + timedelta(days=6)),
            Interval.within(month, month + timedelta(days=27)),
            Interval.within(date(day.year, 1, 1), date(day.year, 12, 31)),
            Interval.within(FIRST_DAY, None),
            Interval.within(None, published),
            None,
        ],
        (65, 8, 3, 1, 3, 10, 10),
    )
    return StatementTime(found, "then") if found else None
