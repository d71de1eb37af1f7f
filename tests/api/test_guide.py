"""The guide for Neo4j Browser, as the server gives it."""

from html.parser import HTMLParser

from graph.browser import ready_queries


class Queries(HTMLParser):
    """The runnable queries of a guide."""

    def __init__(self):
        super().__init__()
        self.found = []
        self._inside = False

    def handle_starttag(self, tag, attrs):
        self._inside = tag == "pre" and "runnable" in dict(attrs)["class"]
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag):
        self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.found[-1] += data


def test_the_guide_has_every_query_and_may_be_played_elsewhere(client):
    answer = client.get("/guide.html", headers={"Origin": "http://127.0.0.1:7474"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["access-control-allow-origin"] == "*"
    page = Queries()
    page.feed(answer.text)
    assert page.found == [query.text for query in ready_queries()]
