import io
import json
from datetime import date

import pytest

from extract.articles import ReadOptions, read_articles
from ontology.errors import ArticleError
from ontology.model import Article

DE = "Die Ministerin reiste am Montag nach Oslo. Sie sprach dort lange mit dem König."
PAGE = """<!DOCTYPE html><html lang="de-AT"><head><title>Reise - Bote</title>
<meta charset="{charset}"><meta property="og:title" content="Reise nach Oslo">
<meta property="og:site_name" content="Bote"><link rel="canonical" href="https://example.org/reise">
{date}</head><body><nav><a href="/">Start</a></nav><article><h1>Reise nach Oslo</h1>
<p>Die Ministerin reiste am Montag nach Oslo. Sie sprach dort länger mit dem König.</p>
<p>Am Dienstag kehrte sie zurück, ohne ein Abkommen erreicht zu haben.</p></article>
<footer>Impressum und Datenschutz</footer></body></html>"""


def read(*paths, **keywords):
    return list(read_articles(paths, **keywords))


def write(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_file(tmp_path):
    [article] = read(write(tmp_path / "bote_7.txt", f" date 2025-03-04 {DE}\n\nEnde.\n"))
    assert article.text == f"{DE}\n\nEnde.\n"
    assert (article.key, article.published, article.lang) == ("bote_7", date(2025, 3, 4), "de")


def test_text_file_without_date_or_with_a_byte_order_mark(tmp_path):
    [article] = read(write(tmp_path / "a.txt", "\ufeff".encode() + DE.encode()))
    assert (article.text, article.published) == (DE, None)


def test_json_file_keeps_the_text_character_by_character(tmp_path):
    text = "  " + DE + "\r\n\u00a0\n"
    [article] = read(write(tmp_path / "a.json", json.dumps({"text": text, "date": "2025-03-04"})))
    assert (article.text, article.key) == (text, "a")


def test_list_of_articles(tmp_path):
    records = [{"id": "x", "text": DE}, {"text": DE + "!"}, {"text": ""}]
    first, second, third = read(write(tmp_path / "a.json", json.dumps(records)))
    assert first.key == "x"
    assert second.key == second.id
    assert third.source.endswith("a.json, article 3")


def test_one_bad_line_loses_no_other(tmp_path):
    lines = [
        json.dumps({"id": "1", "text": DE}),
        '{"id": "2", ',
        "",
        json.dumps({"id": "4", "text": DE}),
        "5",
    ]
    content = "\n".join(lines).encode() + b"\n\xff\xfe\n" + json.dumps({"id": "7", "text": DE}).encode()
    outcomes = read(write(tmp_path / "a.jsonl", content), write(tmp_path / "b.txt", DE))
    assert [o.key if isinstance(o, Article) else None for o in outcomes] == [
        "1",
        None,
        "4",
        None,
        None,
        "7",
        "b",
    ]
    errors = [str(o) for o in outcomes if isinstance(o, ArticleError)]
    assert [name in error for name, error in zip(("line 2", "line 5", "line 6"), errors, strict=True)] == [
        True
    ] * 3
    assert "not valid JSON" in errors[0]
    assert "not UTF-8 at byte 0" in errors[2]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no text"),
        (b" \n", "has no text"),
        (b"Gr\xfc\xdfe aus Oslo", "not UTF-8 at byte 2"),
        ("Grüße".encode("utf-16"), "UTF-16"),
        (b"date 2025-02-30 " + DE.encode(), "'2025-02-30' is no date"),
        (b"Il ministro ha respinto ieri la proposta dei colleghi.", "seems to be in language 'it'"),
        (DE.encode() * 20_000, r"exceed the limit of 1,000,000"),
        (DE.encode() * 200_000, r"exceed the limit of 1,000,000"),
    ],
)
def test_unusable_text_files(tmp_path, content, message):
    [error] = read(write(tmp_path / "a.txt", content))
    assert isinstance(error, ArticleError)
    assert error.source == str(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match=message):
        raise error


def test_absent_and_unreadable_files(tmp_path):
    absent, empty = read(tmp_path / "no.txt", tmp_path)
    assert "No such file" in str(absent)
    assert "no .txt" in str(empty)


def test_folder_in_the_order_of_names(tmp_path):
    (tmp_path / "sub").mkdir()
    write(tmp_path / "b.txt", DE)
    write(tmp_path / "sub" / "a.json", json.dumps({"text": DE}))
    write(tmp_path / "a.jsonl", json.dumps({"id": "first", "text": DE}))
    write(tmp_path / "notes.pdf", b"%PDF")
    assert [article.key for article in read(tmp_path)] == ["first", "b", "a"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (DE, None),
        (json.dumps({"id": "9", "text": DE}), "9"),
        (json.dumps({"id": "8", "text": DE}) + "\n{}\n", "8"),
    ],
)
def test_standard_input_and_unknown_suffixes_are_read_by_content(tmp_path, content, key):
    [article, *_] = read("-", stdin=io.BytesIO(content.encode()))
    assert article.text == DE
    assert article.key == (key or article.id)
    [same, *_] = read(write(tmp_path / "article.dat", content))
    assert same.id == article.id


def test_json_lines_by_another_name_keep_their_errors(tmp_path):
    content = json.dumps({"id": "8", "text": DE}) + "\n{}\n"
    first, second = read(write(tmp_path / "a.json", content))
    assert first.key == "8"
    assert "line 2" in str(second)


def test_invalid_json(tmp_path):
    [error] = read(write(tmp_path / "a.json", '{"text": '))
    assert "not valid JSON" in str(error)


def test_limit_can_be_raised(tmp_path):
    path = write(tmp_path / "a.txt", DE * 20_000)
    [article] = read(path, options=ReadOptions(max_bytes=2_000_000))
    assert len(article.text) == len(DE) * 20_000


@pytest.mark.parametrize(
    "stamp",
    [
        '<meta property="article:published_time" content="2025-03-04T10:00:00+01:00">',
        '<meta name="DC.date" content="2025-03-04">',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-03-04"}]}</script>',
        '<script type="application/ld+json">no</script><meta itemprop="datePublished" content="2025-03-04">',
    ],
)
def test_html_page(tmp_path, stamp):
    page = PAGE.replace("{charset}", "utf-8").replace("{date}", stamp)
    [article] = read(write(tmp_path / "page.html", page))
    assert "Sie sprach dort länger mit dem König." in article.text
    assert "ohne ein Abkommen" in article.text
    assert "Impressum" not in article.text
    assert "Start" not in article.text
    assert (article.lang, article.published, article.title) == ("de", date(2025, 3, 4), "Reise nach Oslo")
    assert (article.source, article.url) == ("Bote", "https://example.org/reise")
    assert article.key == "page"


def test_html_in_the_encoding_that_it_declares(tmp_path):
    page = PAGE.replace("{charset}", "iso-8859-1").replace("{date}", "")
    [article] = read(write(tmp_path / "page.htm", page.encode("latin-1")))
    assert "länger mit dem König" in article.text
    assert article.published is None


def test_html_by_content_and_with_too_little_of_it(tmp_path):
    short = "<html lang='de'><body><p>Die Ministerin reiste.</p></body></html>"
    [article] = read(write(tmp_path / "page.php", short))
    assert article.text == "Die Ministerin reiste."
    [error] = read(write(tmp_path / "empty.html", "<html><body></body></html>"))
    assert "no article text" in str(error)
    [error] = read(write(tmp_path / "nothing.html", ""))
    assert isinstance(error, ArticleError)


def test_page_in_an_encoding_that_it_does_not_declare_rightly(tmp_path):
    page = PAGE.replace("{charset}", "no-such-charset").replace("{date}", "")
    [error] = read(write(tmp_path / "page.html", page.encode("latin-1")))
    assert "no-such-charset" in str(error)
