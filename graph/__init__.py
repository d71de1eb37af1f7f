"""Statements in Neo4j: loading, identity, order solving, timelines, paths, RDF."""
