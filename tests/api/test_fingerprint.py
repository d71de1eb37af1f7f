from api.fingerprint import fingerprint


def test_it_changes_with_an_article_and_only_then(tmp_path):
    article = tmp_path / "one.txt"
    article.write_text("Macron besuchte Berlin.", "utf-8")
    first = fingerprint([article])
    assert fingerprint([article]) == first
    article.write_text("Macron besuchte Bonn.", "utf-8")
    assert fingerprint([article]) != first
    assert fingerprint([]) != first


def test_it_changes_with_the_code_that_reads(tmp_path, monkeypatch):
    package = tmp_path / "readers"
    package.mkdir()
    (package / "rule.yaml").write_text("a: 1", "utf-8")
    monkeypatch.setattr("api.fingerprint.resources.files", lambda _: package)
    first = fingerprint([])
    (package / "rule.yaml").write_text("a: 12", "utf-8")
    assert fingerprint([]) != first
