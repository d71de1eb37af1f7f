"""The sample articles keep what their README promises, through the real pipeline and a real Neo4j."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from extract.articles import read_articles
from extract.pipeline import extract
from graph.actors import resolve
from graph.events import event
from graph.load import load
from graph.paths import Search, find_paths
from graph.rdf import faults, graph_quads, select, to_oxigraph, to_rdflib
from graph.rdf.terms import identifier, thing
from graph.timeline import timeline
from ontology.model import LANGUAGES, Article, Modality, Order, Polarity

SAMPLES = Path(__file__).parents[1] / "samples"
TRUMP, PUTIN, KIM, LEE = "Donald Trump", "Vladimir Putin", "Kim Jong-un", "Lee Jae-myung"
SUMMIT = date(2025, 8, 15)


@pytest.fixture(scope="module")
def articles():
    return list(read_articles([SAMPLES]))


@pytest.fixture(scope="module")
def extractions(articles):
    return {article.key: extract(article) for article in articles}


@pytest.fixture(scope="module")
def loaded(extractions, migrated_store, wipe):
    wipe()
    for extraction in extractions.values():
        load(migrated_store, extraction)
    return migrated_store


@pytest.fixture(scope="module")
def exported(loaded):
    return to_rdflib(graph_quads(loaded))


@pytest.fixture(scope="module")
def triples(loaded):
    return to_oxigraph(graph_quads(loaded))


def said(extraction, kind, *names):
    """The statements of a type in which all of ``names`` take part, whose names may be written apart."""
    wanted = {_plain(name) for name in names}
    return [
        statement
        for statement in extraction.statements
        if statement.event_type == kind
        and wanted <= {_plain(actor.name) for actor in (*statement.subject, *statement.object)}
    ]


def _plain(name):
    return name.replace("-", " ").casefold()


def events_of(store, statements):
    """The events that some statements report, by id."""
    found = {told.id: told for told in (event(store, "e" + statement.id[1:]) for statement in statements)}
    return [found[ident] for ident in sorted(found)]


def test_every_sample_is_a_dated_article_of_a_supported_language(articles):
    assert all(isinstance(article, Article) for article in articles)
    assert all(article.published and article.source and article.title for article in articles)
    languages = Counter(article.lang for article in articles)
    assert set(languages) == set(LANGUAGES)
    assert min(languages.values()) >= 2
    assert len(articles) >= 10


def test_file_names_tell_language_and_date():
    for path in SAMPLES.glob("*.json"):
        article = json.loads(path.read_text(encoding="utf-8"))
        assert path.stem == article["id"]
        assert path.stem.startswith(f"{article['lang']}-{article['date']}-")


def test_something_is_understood_in_every_sample(extractions):
    assert [key for key, extraction in extractions.items() if not extraction.statements] == []


def test_the_alaska_meeting_is_one_event_told_in_four_languages(extractions, loaded):
    told = [
        statement
        for key, extraction in extractions.items()
        if key.endswith("-alaska")
        for statement in said(extraction, "CONSULT", TRUMP, PUTIN)
    ]
    [meeting] = [found for found in events_of(loaded, told) if found.interval.latest == SUMMIT]
    assert {statement.article.lang for statement in meeting.statements} == set(LANGUAGES)
    assert meeting.interval.earliest == SUMMIT
    assert (meeting.polarity, meeting.modality) == (Polarity.POSITIVE, Modality.ASSERTED)


def test_the_call_is_dated_by_before_and_after_over_two_languages(extractions, loaded):
    told = said(extractions["de-2025-08-20-telefonat"], "CONSULT", KIM, PUTIN)
    [call] = [found for found in events_of(loaded, told) if found.mode == "phone"]
    assert (call.interval.earliest, call.interval.latest) == (date(2025, 8, 11), date(2025, 8, 15))
    proofs = call.proofs["end_latest"]
    assert len({proof.article.lang for proof in proofs}) >= 2
    assert any(proof.order is Order.BEFORE for proof in proofs)
    assert len({proof.article.key for proof in proofs}) >= 2


@pytest.mark.parametrize("key", ["de-2025-08-14-lautsprecher", "es-2025-08-14-altavoces"])
def test_the_removal_of_the_loudspeakers_is_denied(extractions, key):
    [denial] = [s for s in said(extractions[key], "REJECT", "Kim Yo-jong") if s.predicate == "deny"]
    assert (denial.time.interval.earliest, denial.time.interval.latest) == (date(2025, 8, 14),) * 2


def test_what_did_not_come_about_is_negative(extractions):
    found = extractions["en-2025-08-16-alaska"].statements
    [ceasefire] = [said for said in found if said.predicate == "cease-fire"]
    assert ceasefire.polarity is Polarity.NEGATIVE
    assert {actor.name for actor in ceasefire.subject} == {TRUMP, PUTIN}


@pytest.mark.parametrize(
    ("key", "names", "day"),
    [
        ("de-2025-08-13-alaska-plan", (TRUMP, PUTIN), SUMMIT),
        ("es-2025-08-17-alaska", ("Volodymyr Zelenskyy", TRUMP), date(2025, 8, 18)),
        ("de-2025-08-24-lee-ishiba", (LEE, TRUMP), date(2025, 8, 25)),
    ],
)
def test_what_was_announced_is_planned(extractions, key, names, day):
    [meeting] = [s for s in said(extractions[key], "CONSULT", *names) if s.time.interval.earliest == day]
    assert meeting.modality is Modality.PLANNED


def test_the_graph_of_the_samples_satisfies_the_shapes(exported):
    assert faults(exported) == []


def test_a_path_of_three_hops_leads_from_kim_to_lee_in_the_order_of_time(loaded):
    source, target = (resolve(loaded, name).id for name in (KIM, LEE))
    [path] = find_paths(loaded, source, target, Search(date(2025, 8, 1), date(2025, 8, 31)))
    names = [path.hops[0].from_actor.name, *(hop.to_actor.name for hop in path.hops)]
    assert [_plain(name) for name in names] == [_plain(name) for name in (KIM, PUTIN, TRUMP, LEE)]
    assert [hop.event.mode == "phone" for hop in path.hops] == [True, False, False]
    assert path.hops[1].earliest == SUMMIT
    assert path.earliest_arrival == date(2025, 8, 25)


@pytest.mark.parametrize("name", [PUTIN, "Russland", "Corea del Norte", "Poutine", "Trump"])
def test_sparql_and_the_graph_give_the_same_timeline(loaded, triples, name):
    actor = resolve(loaded, name).id
    found = select(triples, "timeline", actor=thing("actor", actor))
    told = timeline(loaded, actor, limit=1000).rows
    assert [identifier(row["event"]) for row in found] == [row.id for row in told]
    assert len(told) > 3
