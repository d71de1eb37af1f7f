"""The article of a web page: its main text, and what its meta elements say of it."""

import json
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from extract.articles.records import Meta
from ontology.errors import ArticleError

_DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "og:article:published_time",
    "parsely-pub-date",
    "publish-date",
    "pubdate",
    "sailthru.date",
)
_TITLES = ("og:title", "dc.title", "twitter:title")
_SITES = ("og:site_name", "application-name", "dc.publisher")


def read_page(html: str, origin: str = "") -> tuple[str, Meta]:
    """The main text of a page, a line for each paragraph, and its title, date, language, address and site.

    The page's own claims are taken as they stand; the date is left out where the page names none.

    Raises:
        ArticleError: no page, or no text in it.
    """
    try:
        root = document_fromstring(html.encode("utf-8"), parser=_parser())
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError(f"the page cannot be read: {error}", origin) from error
    text = trafilatura.extract(html, include_comments=False) or trafilatura.baseline(html)[1]
    if not text:
        raise ArticleError("the page has no article text", origin)
    names = _meta_names(root)
    published = _first(names, _DATES) or _linked_date(root) or _time_element(root)
    title = _first(names, _TITLES) or _text_of(root, "//title")
    url = _attribute(root, "//link[@rel='canonical']/@href") or names.get("og:url")
    return text, Meta(None, _language(root, names), published, title, url, _first(names, _SITES))


def _parser() -> etree.HTMLParser:
    return etree.HTMLParser(encoding="utf-8", remove_comments=True)


def _meta_names(root: HtmlElement) -> dict[str, str]:
    """Content by lower-case name, property or itemprop; the first of a name wins."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _language(root: HtmlElement, names: dict[str, str]) -> str | None:
    return root.get("lang") or names.get("content-language") or names.get("og:locale")


def _linked_date(root: HtmlElement) -> str | None:
    """``datePublished`` in the page's JSON-LD (schema.org)."""
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except ValueError:
                continue
            for item in _objects(data):
                if isinstance(item.get("datePublished"), str):
                    return str(item["datePublished"])
    return None


def _objects(data: object) -> Iterator[dict[str, object]]:
    if isinstance(data, dict):
        yield data
        yield from (found for value in data.values() for found in _objects(value))
    elif isinstance(data, list):
        yield from (found for value in data for found in _objects(value))


def _time_element(root: HtmlElement) -> str | None:
    return _attribute(root, "(//article//time/@datetime | //time[@pubdate]/@datetime)[1]")


def _first(names: dict[str, str], wanted: tuple[str, ...]) -> str | None:
    return next((names[name] for name in wanted if name in names), None)


def _attribute(root: HtmlElement, path: str) -> str | None:
    found = root.xpath(path)
    return str(found[0]).strip() or None if isinstance(found, list) and found else None


def _text_of(root: HtmlElement, path: str) -> str | None:
    found = root.xpath(f"normalize-space({path})")
    return str(found) or None
