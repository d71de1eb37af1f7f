"""Reading articles: words a second, against the bare language model on the same texts in the same run.

The whole reading runs the model first, so the ratio says what part of the time goes to the model: 0.70 means
that finding actors, times, events and claims costs 43 % on top.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise
from time import perf_counter

from bench.evaluate.material import ROOT
from bench.ratio import Ratio, alternating
from extract.actors import find_actors
from extract.articles import read_articles
from extract.language import pipeline
from extract.pipeline import extract_many, extract_parsed
from extract.times import find_times
from ontology.model import Article

TARGET = 0.70
ROUNDS = 5


def measure() -> Iterator[Ratio]:
    articles = samples()
    words = sum(len(article.text.split()) for article in articles)
    read_all(articles)  # loads model, gazetteer and lexicons, which belongs to neither side
    ours, bare = alternating(lambda: read_all(articles), lambda: parse_all(articles), ROUNDS)
    yield Ratio("extraction", words / ours, words / bare, "words/s", TARGET, note="the bare language model")
    spent = stages(articles)
    for stage, seconds in spent.items():
        yield Ratio(
            f"  {stage}",
            1000 * seconds / words,
            1000 * sum(spent.values()) / words,
            "ms/word",
            note="all stages together",
        )


def samples() -> list[Article]:
    """The sample articles, sorted by language."""
    found = [item for item in read_articles([ROOT / "samples"]) if isinstance(item, Article)]
    return sorted(found, key=lambda article: article.lang)


def read_all(articles: list[Article]) -> None:
    for _ in extract_many(articles):
        pass


def parse_all(articles: list[Article]) -> None:
    for lang, group in groupby(articles, key=lambda article: article.lang):
        for _ in pipeline(lang).pipe([article.text for article in group]):
            pass


def stages(articles: list[Article]) -> dict[str, float]:
    """Seconds of each stage of the reading over all articles."""
    model = actors = times = rest = 0.0
    for article in articles:
        marks = [perf_counter()]
        doc = pipeline(article.lang)(article.text)
        marks.append(perf_counter())
        list(find_actors(doc, article.published))
        marks.append(perf_counter())
        find_times(doc, article.published)
        marks.append(perf_counter())
        extract_parsed(article, doc)
        marks.append(perf_counter())
        spent = [after - before for before, after in pairwise(marks)]
        model, actors, times = model + spent[0], actors + spent[1], times + spent[2]
        rest += spent[3] - spent[1] - spent[2]
    return {"language model": model, "actors": actors, "times": times, "events, claims, order": rest}
