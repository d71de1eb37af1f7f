"""What is recognised in a text, as the page marks it."""


def test_mentions_lie_where_they_say(client):
    article = client.get("/v1/articles?lang=en").json()["results"][0]
    text = client.get(f"/v1/articles/{article['id']}").json()["text"]
    found = client.get(f"/v1/articles/{article['key']}/mentions").json()
    assert found["article"] == article["id"]
    assert found["actors"] and found["times"]
    for mention in (*found["actors"], *found["times"]):
        assert 0 <= mention["start"] < mention["end"] <= len(text)
    names = {actor["name"] for mention in found["actors"] for actor in mention["actors"]}
    assert any(name in text for name in names)
    assert all(mention["earliest"] <= mention["latest"] for mention in found["times"] if mention["earliest"])


def test_an_unknown_article_has_no_mentions(client):
    assert client.get("/v1/articles/nothing/mentions").status_code == 404
