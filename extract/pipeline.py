"""From articles to statements: language model, actors, times, events, claims, order, in this order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from itertools import groupby

import simplemma
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.actors import find_actors
from extract.claims.attribution import reporting_verbs, source_phrases
from extract.claims.rules import claim_rules
from extract.claims.statements import StatementMaker
from extract.events.frames import FrameFinder
from extract.events.lexicon import lexicon
from extract.events.patterns import Patterns
from extract.events.tree import build
from extract.language import pipeline
from extract.mentions import ActorMention, TimeMention
from extract.order import elsewhen, find_relations
from extract.times import find_times
from ontology.errors import RegestaError
from ontology.model import Article, Extraction

NO_DATE = "no publication date: relative times stay open"


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and why; the others go on."""

    article: Article
    error: RegestaError


def extract(article: Article, nlp: Language | None = None) -> Extraction:
    """All statements of one article, and the order between them; ``nlp`` replaces Regesta's own model.

    Raises:
        InputError: the article's language is not supported.
    """
    return extract_parsed(article, (nlp or pipeline(article.lang))(article.text))


def extract_many(articles: Iterable[Article], nlp: Language | None = None) -> Iterator[Extraction | Failure]:
    """The extractions of many articles in their order, parsed as a stream."""
    for lang, group in groupby(articles, key=lambda article: article.lang):
        try:
            model = nlp or pipeline(lang)
        except RegestaError as error:
            yield from (Failure(article, error) for article in group)
            continue
        pairs = ((article.text, article) for article in group)
        for doc, article in model.pipe(pairs, as_tuples=True):
            try:
                yield extract_parsed(article, doc)
            except RegestaError as error:
                yield Failure(article, error)


def extract_parsed(article: Article, doc: Doc) -> Extraction:
    """As :func:`extract`, for a text that was parsed already."""
    words, rules = lexicon(article.lang), claim_rules(article.lang)
    times = tuple(find_times(doc, article.published))
    actors = _actors(doc, article.published, times)
    tree = build(doc, _lemmatiser(article.lang), words.defaults, rules.verbs)
    finder = FrameFinder(
        tree, actors, words, source_phrases(tree, rules), elsewhen(tree, rules), reporting_verbs(tree, rules)
    )
    frames = finder.frames(_patterns(doc.vocab, article.lang).find(doc))
    story = StatementMaker(article, finder, frames, (actors, times), rules).statements()
    statements, relations = find_relations(tree, story, rules, times)
    warnings = () if article.published else (NO_DATE,)
    return Extraction(article, statements, relations, warnings)


def mentions(article: Article) -> tuple[list[ActorMention], list[TimeMention]]:
    """The actors and the times that a text names, as :func:`extract` recognises them.

    Raises:
        InputError: the article's language is not supported.
    """
    doc = pipeline(article.lang)(article.text)
    times = find_times(doc, article.published)
    return list(_actors(doc, article.published, times)), list(times)


def _actors(doc: Doc, published: date | None, times: Iterable[TimeMention]) -> tuple[ActorMention, ...]:
    """The mentions that are no part of a time expression: *in May*, *am Washington-Tag*."""
    taken = frozenset(token for time in times for token in range(time.start, time.end))
    found = find_actors(doc, published, times=taken)
    return tuple(actor for actor in found if not taken.issuperset(range(actor.start, actor.end)))


@lru_cache(maxsize=16)
def _patterns(vocab: Vocab, lang: str) -> Patterns:
    """The idioms of a language, compiled once for each vocabulary."""
    return Patterns(vocab, lexicon(lang))


@cache
def _lemmatiser(lang: str) -> Callable[[str], str]:
    """One dictionary for each language, so that its memory of words seen lasts."""
    return lru_cache(maxsize=100_000)(partial(simplemma.lemmatize, lang=lang))
