"""A page for people: each article with its actors and times marked, and its statements beside it.

The text stands on the page character by character. Events overlap actors and times, so each is marked in its
own sentence, beside its statement. The page needs no network and runs no script; all that articles say is
escaped.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template

from spacy import displacy
from spacy.tokens import Doc

from extract.actors import find_actors
from extract.language import pipeline
from extract.mentions import ActorMention, TimeMention
from extract.pipeline import extract_parsed
from extract.render import extraction_record
from extract.times import find_times
from ontology.model import Article, Extraction, Span, Statement

_ACTOR, _TIME, _EVENT = "#cfe3ff", "#fff1b8", "#ffd6cc"
_MARK = '<mark class="entity" style="background: {bg}">{text}<span class="label">{label}</span></mark>'


@dataclass(frozen=True, slots=True)
class Marked:
    """An article as it was understood: its tokens, what they refer to, and its statements."""

    extraction: Extraction
    doc: Doc
    actors: Sequence[ActorMention]
    times: Sequence[TimeMention]


def mark(article: Article) -> Marked:
    """Read an article for the page.

    Raises:
        InputError: the article's language is not supported.
    """
    doc = pipeline(article.lang)(article.text)
    actors = find_actors(doc, article.published)
    return Marked(extract_parsed(article, doc), doc, actors, find_times(doc, article.published))


def page(articles: Iterable[Marked]) -> str:
    """The HTML page with one section for each article."""
    template = Template(files("extract").joinpath("page.html").read_text(encoding="utf-8"))
    return template.substitute(sections="\n".join(map(_section, articles)))


def _section(marked: Marked) -> str:
    article = marked.extraction.article
    records = extraction_record(marked.extraction, explain=True)["statements"]
    rows = records if isinstance(records, list) else []
    title = " · ".join(
        filter(None, (article.title, article.key, article.source, str(article.published or "no date")))
    )
    told = "\n".join(
        _statement(record, _quote(statement, article.text))
        for record, statement in zip(rows, marked.extraction.statements, strict=True)
    )
    notes = "".join(f"<p class=note>{escape(note)}</p>" for note in marked.extraction.warnings)
    return (
        f"<article lang={escape(article.lang, quote=True)}><h2>{escape(title)}</h2>{notes}"
        f"<div class=sides><div class=text>{_text(marked)}</div>"
        f"<ol class=told>{told or '<li>No statements.</li>'}</ol></div></article>"
    )


def _text(marked: Marked) -> str:
    """The text with displaCy's marks for actors and times; of two that overlap the longer counts."""
    text = marked.doc.text
    found = [(mention.span, _who(mention), _ACTOR) for mention in marked.actors]
    found += [(mention.span, mention.value, _TIME) for mention in marked.times]
    found.sort(key=lambda item: (item[0].start - item[0].end, item[0].start))
    kept: list[tuple[Span, str, str]] = []
    for item in found:
        if all(item[0].end <= other.start or other.end <= item[0].start for other, _, _ in kept):
            kept.append(item)
    return _rendered(text, kept)


def _quote(statement: Statement, text: str) -> str:
    """The sentence of a statement with its evidence marked."""
    sentence, evidence = statement.sentence, statement.evidence
    start, end = min(sentence.start, evidence.start), max(sentence.end, evidence.end)
    inside = Span(evidence.start - start, evidence.end - start)
    return _rendered(text[start:end], [(inside, statement.event_type, _EVENT)])


def _rendered(text: str, marks: Sequence[tuple[Span, str, str]]) -> str:
    """A text with marks: where, label, colour. Line breaks stay characters, as the style sheet shows them."""
    ents = [
        {"start": span.start, "end": span.end, "label": escape(label)} for span, label, _ in sorted(marks)
    ]
    colours = {escape(label): colour for _, label, colour in marks}
    html = displacy.render(
        {"text": text, "ents": ents},
        style="ent",
        manual=True,
        jupyter=False,
        options={"colors": colours, "template": _MARK},
    )
    return html.replace("<br>", "\n")


def _who(mention: ActorMention) -> str:
    codes = dict.fromkeys(actor.state or actor.name for actor in mention.actors)
    return ", ".join(codes)


def _statement(record: Mapping[str, object], quote: str) -> str:
    claims = [str(record["modality"])] + ["denied"] * (record["polarity"] == "negative")
    lines = [
        f"<b>{_names(record['subject'])}</b> –{escape(str(record['predicate']))}→ "
        f"<b>{_names(record['object'])}</b> <span class=kind>{escape(str(record['event_type']))}</span>",
        f"{_when(record['time'])} · {', '.join(claims)}{_source(record['attributed_to'])}",
    ]
    trace = record.get("trace")
    reasons = (
        "".join(f"<li>{escape(str(reason))}</li>" for reason in trace) if isinstance(trace, list) else ""
    )
    return f"<li>{'<br>'.join(lines)}{quote}<details><summary>why</summary><ul>{reasons}</ul></details></li>"


def _names(side: object) -> str:
    names = ", ".join(map(str, side)) if isinstance(side, list) else ""
    return escape(names) or "–"


def _when(time: object) -> str:
    if not isinstance(time, Mapping) or not (time["earliest"] or time["latest"]):
        return "no date"
    days = dict.fromkeys((time["earliest"], time["latest"]))
    about = "about " if time.get("approximate") else ""
    return escape(about + " … ".join(str(day or "") for day in days).strip())


def _source(names: object) -> str:
    return f" · according to {_names(names)}" if names else ""
