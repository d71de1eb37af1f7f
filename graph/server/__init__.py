"""The managed local Neo4j server: fetch its programs, start it, find it again, stop it."""

from graph.server.managed import ManagedServer, Running
from graph.server.options import Options
from graph.server.programs import fetch

__all__ = ["ManagedServer", "Options", "Running", "fetch"]
