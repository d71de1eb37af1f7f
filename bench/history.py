"""What an article costs that tells of two who have been told of a thousand times, and twenty thousand times.

Both histories are of three years, in one graph, and articles about either are loaded in turns, the newest
ones and old ones. So what is near an article in time is twenty times as much in the larger one, too.
"""

from collections.abc import Iterator
from itertools import islice
from statistics import median

from bench import neo4j as server
from bench.ratio import Ratio, seconds
from bench.synthetic import feud_articles
from graph.load import load, load_many
from graph.store import Store
from ontology.errors import ArticleError
from ontology.model import Extraction

SMALL, LARGE = 1_000, 20_000
_TOGETHER, _ARTICLES = 100, 20


def measure() -> Iterator[Ratio]:
    with server.throwaway() as target, Store.open(target) as store:
        for feud, reports in enumerate((SMALL, LARGE)):
            for outcome in load_many(store, feud_articles(reports, feud=feud), together=_TOGETHER):
                if isinstance(outcome, ArticleError):
                    raise outcome
        for name, part in (("a new", 1.0), ("an old", 0.5)):
            few, many = (_more(feud, reports, part) for feud, reports in enumerate((SMALL, LARGE)))
            costs = [
                (_milliseconds(store, a), _milliseconds(store, b)) for a, b in zip(few, many, strict=True)
            ]
            small, large = median(cost for cost, _ in costs), median(cost for _, cost in costs)
            label = f"load {name} article about two told of {LARGE:,} times"
            yield Ratio(label, large, small, "ms", smaller_is_better=True, note=f"{SMALL:,} times")


def _more(feud: int, reports: int, part: float) -> list[Extraction]:
    """Other articles of the same feud, up to some part of its time."""
    told = list(feud_articles(reports, seed=1, feud=feud))
    end = int(len(told) * part)
    return list(islice(told, end - _ARTICLES, end))


def _milliseconds(store: Store, extraction: Extraction) -> float:
    return seconds(lambda: load(store, extraction), repeat=1) * 1000
