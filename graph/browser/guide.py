"""The guide for Neo4j Browser: its ready queries, a click each, in the HTML that ``:play`` takes."""

from html import escape

from graph.browser import ReadyQuery, ready_queries

_PAGE = """<article class="guide">
<carousel class="deck container-fluid">
{slides}
</carousel>
</article>
"""
_SLIDE = """<slide class="row-fluid">
<div class="col-sm-3"><h3>Regesta</h3><p class="lead">{number} of {total}</p></div>
<div class="col-sm-9"><p>{title}.</p>
<figure><pre mode="cypher" class="pre-scrollable code runnable">{text}</pre></figure></div>
</slide>"""


def guide() -> str:
    """The page: a click on a query puts it into Browser's editor."""
    queries = ready_queries()
    slides = (_slide(query, number, len(queries)) for number, query in enumerate(queries, 1))
    return _PAGE.format(slides="\n".join(slides))


def _slide(query: ReadyQuery, number: int, total: int) -> str:
    title, text = escape(query.title.rstrip(".")), escape(query.text)
    return _SLIDE.format(number=number, total=total, title=title, text=text)
