"""Article readers: files, streams and records → :class:`ontology.model.Article`.

A text file may open with its publication date, ``date 2025-03-04``, which is not part of the article's
text. HTML gives its main text; a JSON article's ``text`` stays as it is, character by character. Every
offset that Regesta prints counts the characters (code points) of ``Article.text``.
"""

from extract.articles.files import read_articles
from extract.articles.languages import detect_language
from extract.articles.records import Meta, ReadOptions, article_from_record, article_from_text

__all__ = [
    "Meta",
    "ReadOptions",
    "article_from_record",
    "article_from_text",
    "detect_language",
    "read_articles",
]
