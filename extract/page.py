"""A page for people: each article with its actors, times and events marked, and its statements beside it.

The page needs no network and runs no script; all that comes from articles is escaped.
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
from ontology.model import Article, Extraction, Statement

_ACTOR, _TIME, _EVENT = "#cfe3ff", "#fff1b8", "#ffd6cc"


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
    article, found = marked.extraction.article, marked.extraction.statements
    records = extraction_record(marked.extraction, explain=True)["statements"]
    rows = records if isinstance(records, list) else []
    title = " · ".join(
        filter(None, (article.title, article.key, article.source, str(article.published or "no date")))
    )
    told = "\n".join(_statement(record) for record in rows)
    notes = "".join(f"<p class=note>{escape(note)}</p>" for note in marked.extraction.warnings)
    return (
        f"<article lang={escape(article.lang, quote=True)}><h2>{escape(title)}</h2>{notes}"
        f"<div class=sides><div class=text>{_text(marked, found)}</div>"
        f"<ol class=told>{told or '<li>No statements.</li>'}</ol></div></article>"
    )


def _text(marked: Marked, statements: Sequence[Statement]) -> str:
    """The text with displaCy's marks; marks may overlap."""
    spans = [_span(item.start, item.end, _who(item)) for item in marked.actors]
    spans += [_span(item.start, item.end, item.value) for item in marked.times]
    colours = {str(span["label"]): _ACTOR for span in spans[: len(marked.actors)]}
    colours |= {str(span["label"]): _TIME for span in spans[len(marked.actors) :]}
    for number, statement in enumerate(statements, 1):
        part = marked.doc.char_span(statement.evidence.start, statement.evidence.end, alignment_mode="expand")
        if part is not None:
            spans.append(_span(part.start, part.end, f"{number} {statement.event_type}"))
            colours[str(spans[-1]["label"])] = _EVENT
    data = {
        "text": marked.doc.text,
        "spans": sorted(spans, key=lambda span: (span["start_token"], span["end_token"])),
        "tokens": [token.text for token in marked.doc],
    }
    return displacy.render(data, style="span", manual=True, jupyter=False, options={"colors": colours})


def _span(start: int, end: int, label: str) -> dict[str, int | str]:
    return {"start_token": start, "end_token": end, "label": escape(label)}


def _who(mention: ActorMention) -> str:
    codes = dict.fromkeys(actor.state or actor.name for actor in mention.actors)
    return ", ".join(codes)


def _statement(record: Mapping[str, object]) -> str:
    claims = [str(record["modality"])] + ["denied"] * (record["polarity"] == "negative")
    lines = [
        f"<b>{_names(record['subject'])}</b> –{escape(str(record['predicate']))}→ "
        f"<b>{_names(record['object'])}</b> <span class=kind>{escape(str(record['event_type']))}</span>",
        f"{_when(record['time'])} · {', '.join(claims)}{_source(record['attributed_to'])}",
        f"<q>{escape(str(record['evidence']))}</q>",
    ]
    trace = record.get("trace")
    reasons = (
        "".join(f"<li>{escape(str(reason))}</li>" for reason in trace) if isinstance(trace, list) else ""
    )
    return f"<li>{'<br>'.join(lines)}<details><summary>why</summary><ul>{reasons}</ul></details></li>"


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
