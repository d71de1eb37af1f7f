"""What a statement tells about how it was found."""

from datetime import date

from extract.pipeline import extract
from ontology.model import Article


def test_the_trace_names_entry_path_actor_time_and_cues():
    text = "Laut Kiew soll Russland, das Polen bedroht, am Montag Estland angegriffen haben."
    statements = extract(Article("a", "a", text, "de", date(2025, 8, 22))).statements
    trace = next(one.trace for one in statements if one.predicate == "attack")
    assert trace[0].startswith("entry: de:attack:")
    assert any(line.startswith("subject: Russia (name: name 'Russland'; nsubj") for line in trace)
    assert any(line.startswith("object: Estonia") for line in trace)
    assert any(line.startswith("time: ") for line in trace)
    assert any(line.startswith("cue: ") for line in trace)
    assert any(line.startswith("source: ") for line in trace)
