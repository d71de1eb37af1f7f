import pytest

from bench.evaluate import __main__ as command
from bench.evaluate.agreement import agreements, jaccard, triples
from bench.evaluate.material import find_material
from bench.evaluate.tables import BEGIN, END, accuracy_table, update
from bench.ratio import Ratio
from ontology.errors import ServiceError


def statement(kind, subject, object_):
    return {"event_type": kind, "subject_state": subject, "object_state": object_}


def test_the_sides_of_a_symmetric_event_may_change_places():
    one, other = statement("CONSULT", ["DEU"], ["FRA"]), statement("CONSULT", ["FRA"], ["DEU"])
    assert set(triples([one])) == set(triples([other]))


def test_the_sides_of_other_events_may_not():
    one, other = statement("ACCUSE", ["DEU"], ["FRA"]), statement("ACCUSE", ["FRA"], ["DEU"])
    assert set(triples([one])) != set(triples([other]))


def test_an_absent_side_is_empty_however_it_is_written():
    assert set(triples([statement("ACCUSE", None, ["FRA"])])) == set(
        triples([statement("ACCUSE", [], ["FRA"])])
    )


def test_jaccard_is_the_share_of_common_triples():
    one, other = frozenset(triples([statement("AID", ["DEU"], ["UKR"])])), frozenset()
    assert (jaccard(one, one), jaccard(one, other), jaccard(other, other)) == (1.0, 0.0, 1.0)


def test_languages_are_compared_on_the_same_sentence_only():
    aid, meeting = statement("AID", ["DEU"], ["UKR"]), statement("CONSULT", ["DEU"], ["UKR"])
    records = [
        {"id": "pud_de_n1", "statements": [aid, meeting]},
        {"id": "pud_fr_n1", "statements": [aid]},
        {"id": "pud_de_n2", "statements": []},
        {"id": "pud_fr_n2", "statements": []},
        {"id": "pud_de_n3", "statements": [aid]},
        {"id": "some_article", "statements": [aid]},
    ]
    [found] = agreements(records)
    assert (found.languages, found.jaccard, found.sentences) == (("de", "fr"), 0.5, 1)


def test_without_data_the_command_says_how_to_name_it(tmp_path, capsys):
    assert command.main(["--data", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "REGESTA_EVAL_DATA" in said
    assert str(tmp_path) in said


def test_the_environment_names_the_data(tmp_path, monkeypatch):
    (tmp_path / "gold").mkdir()
    article = tmp_path / "gold" / "one.json"
    article.write_text("{}")
    monkeypatch.setenv("REGESTA_EVAL_DATA", str(tmp_path))
    assert find_material().gold == (article,)


def test_a_missing_scorer_is_named(tmp_path):
    (tmp_path / "timex").mkdir()
    (tmp_path / "timex" / "one.jsonl").write_text("")
    with pytest.raises(ServiceError, match="--tools"):
        find_material(tmp_path).scorer("score_timex.py")


def figures(share):
    part = {
        "triple": {"F1": 0.5, "P": 0.6, "R": 0.4, "gold": 12},
        "on_matched_triples": {"time_exact": share, "polarity": 1.0, "modality": 0.9, "attribution": 0.8},
    }
    return {"langs": {"de": part}, "all": part}


def test_the_table_has_a_row_per_language_and_a_dash_where_nothing_was_measured():
    head, _, german, everything = accuracy_table(figures(None)).splitlines()
    assert head.startswith("|  | triple F1 |")
    assert german == "| German | 0.50 | 0.60 | 0.40 | – | 1.00 | 0.90 | 0.80 | 12 |"
    assert everything.startswith("| **all** |")


def test_the_readme_changes_only_between_its_markers(tmp_path):
    page = tmp_path / "README.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    assert update(page, "new")
    assert page.read_text(encoding="utf-8") == f"before\n{BEGIN}\nnew\n{END}\nafter\n"


@pytest.mark.parametrize("text", ["no markers", BEGIN, END])
def test_a_readme_without_markers_stays_as_it_is(tmp_path, text):
    page = tmp_path / "README.md"
    page.write_text(text, encoding="utf-8")
    assert not update(page, "new")
    assert page.read_text(encoding="utf-8") == text
    assert not update(tmp_path / "absent.md", "new")


def test_a_ratio_above_its_target_is_met():
    assert Ratio("words", 80, 100, "words/s", target=0.7).met
    assert not Ratio("words", 60, 100, "words/s", target=0.7).met
    assert Ratio("latency", 2.0, 1.8, "ms", target=0.85, smaller_is_better=True).ratio == pytest.approx(0.9)
    assert Ratio("idle", 1.0, 0.0, "ms").ratio == 0.0
