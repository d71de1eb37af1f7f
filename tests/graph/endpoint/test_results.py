import pytest

from graph.endpoint.results import GRAPHS, TABLES, accepted, chosen


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        ("", []),
        ("text/csv", ["text/csv"]),
        ("text/csv;q=0.5, application/json", ["application/json", "text/csv"]),
        ("text/html, */*;q=0.1", ["text/html", "*/*"]),
        ("text/csv;q=0, application/xml", ["application/xml"]),
        ("text/csv;q=much, application/xml", ["application/xml"]),
    ],
)
def test_what_a_client_accepts_is_put_in_order(header, kinds):
    assert accepted(header) == kinds


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("image/png", None),
    ],
)
def test_the_best_form_is_chosen(header, kind):
    assert chosen(accepted(header), list(TABLES)) == kind


def test_graphs_are_turtle_unless_asked_otherwise():
    assert chosen([], list(GRAPHS)) == "text/turtle"
    assert chosen(["application/ld+json"], list(GRAPHS)) == "application/ld+json"
