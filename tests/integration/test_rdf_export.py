from io import BytesIO

from graph.rdf import export


def exported(store, name="trig", **options):
    out = BytesIO()
    export(store, out, name, **options)
    return out.getvalue()


def test_an_empty_graph_gives_an_empty_export(store):
    assert exported(store, "nq") == b""
