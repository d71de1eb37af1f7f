"""Reading articles: files or requests → what was understood of them; one bad article never stops the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from extract.articles import ReadOptions, read_articles
from extract.mentions import ActorMention, TimeMention
from ontology.errors import RegestaError
from ontology.model import Article, Extraction


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that could not be read; ``source`` names its file, line or request."""

    source: str
    error: RegestaError


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles within a limit. Threads may share it, and take turns at the language model.

    What reads is imported when the first text is: it takes a second that a server need not spend which only
    answers questions.
    """

    article_limit_bytes: int
    _turn: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    @property
    def options(self) -> ReadOptions:
        """How articles are read."""
        return ReadOptions(max_bytes=self.article_limit_bytes)

    def extract(self, article: Article) -> Extraction:
        """All that is understood of one article.

        Raises:
            InputError: Its language is not supported.
        """
        from extract import pipeline

        with self._turn:
            return pipeline.extract(article)

    def mentions(self, article: Article) -> tuple[list[ActorMention], list[TimeMention]]:
        """The actors and times that a text names, in its order.

        Raises:
            InputError: Its language is not supported.
        """
        from extract import pipeline

        with self._turn:
            return pipeline.mentions(article)

    def articles(
        self, paths: Iterable[Path | str], stdin: BinaryIO | None = None
    ) -> Iterator[Article | Unread]:
        """The articles of files in their order; ``-`` stands for ``stdin``."""
        for found in read_articles(paths, self.options, stdin):
            yield found if isinstance(found, Article) else Unread(found.source, found)

    def extractions(
        self, paths: Iterable[Path | str], stdin: BinaryIO | None = None
    ) -> Iterator[Extraction | Unread]:
        """What is understood of the articles of files, in their order."""
        from extract import pipeline

        unread: list[Unread] = []
        for result in pipeline.extract_many(self._readable(paths, stdin, unread)):
            yield from _taken(unread)
            if isinstance(result, Extraction):
                yield result
            else:
                yield Unread(result.article.key, result.error)
        yield from _taken(unread)

    def _readable(
        self, paths: Iterable[Path | str], stdin: BinaryIO | None, unread: list[Unread]
    ) -> Iterator[Article]:
        for found in self.articles(paths, stdin):
            if isinstance(found, Unread):
                unread.append(found)
            else:
                yield found


def _taken(waiting: list[Unread]) -> list[Unread]:
    taken = list(waiting)
    waiting.clear()
    return taken
