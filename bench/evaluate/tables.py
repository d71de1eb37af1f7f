"""The figures as Markdown, and their place in the README."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.evaluate.agreement import Agreement
from bench.evaluate.programs import Record

BEGIN, END = "<!-- accuracy:begin -->", "<!-- accuracy:end -->"

_LANGUAGES = {"de": "German", "en": "English", "fr": "French", "es": "Spanish"}


def accuracy_table(figures: Record) -> str:
    """Statements by language: F1 of triples and, on the matched ones, the share of right attributes."""
    rows = [_statement_row(_LANGUAGES.get(lang, lang), part) for lang, part in figures["langs"].items()]
    rows.append(_statement_row("**all**", figures["all"]))
    head = (
        "",
        "triple F1",
        "precision",
        "recall",
        "time exact",
        "polarity",
        "modality",
        "attribution",
        "statements",
    )
    return _markdown(head, rows)


def times_table(figures: dict[str, Record]) -> str:
    """Time expressions by collection: F1 of spans, types and values."""
    head = ("texts", "span F1 (relaxed)", "type F1", "value F1", "expressions")
    rows = [
        (name, *(_f1(part[level]) for level in ("relaxed", "type", "value")), str(part["gold"]))
        for name, part in figures.items()
    ]
    return _markdown(head, rows)


def agreement_table(found: Sequence[Agreement]) -> str:
    """Agreement of each pair of languages on parallel sentences."""
    rows = [("–".join(item.languages), f"{item.jaccard:.2f}", str(item.sentences)) for item in found]
    return _markdown(("languages", "mean Jaccard of triples", "sentences"), rows)


def update(page: Path, text: str) -> bool:
    """Put ``text`` between the two accuracy markers of ``page``; false where it has none."""
    if not page.is_file():
        return False
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        return False
    page.write_text(f"{before}{BEGIN}\n{text.strip()}\n{END}{after}", encoding="utf-8")
    return True


def _statement_row(name: str, part: Record) -> tuple[str, ...]:
    triple, matched = part["triple"], part["on_matched_triples"]
    attributes = (matched[key] for key in ("time_exact", "polarity", "modality", "attribution"))
    return (
        name,
        *(f"{triple[key]:.2f}" for key in ("F1", "P", "R")),
        *("–" if share is None else f"{share:.2f}" for share in attributes),
        str(triple["gold"]),
    )


def _f1(figure: Record | None) -> str:
    return f"{figure['f1']:.2f}" if figure else "–"


def _markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
