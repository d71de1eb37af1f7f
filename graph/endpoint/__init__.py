"""SPARQL 1.1 over the graph: a projection into oxigraph, and processes that answer queries on it."""

from graph.endpoint.endpoint import Endpoint
from graph.endpoint.pool import Answer, BusyError, Limits, NotAcceptableError
from graph.endpoint.request import Query
from graph.endpoint.results import accepted

__all__ = ["Answer", "BusyError", "Endpoint", "Limits", "NotAcceptableError", "Query", "accepted"]
