"""Neo4j's own bulk import, which fills an empty database of a stopped server from tables."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from graph.server.managed import ManagedServer
from graph.server.programs import Progress, fetch, find_java
from ontology.errors import ServiceError

_DATABASE = "neo4j"
_OPENS = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


def fill(
    server: ManagedServer,
    cache: Path,
    folder: Path,
    nodes: Mapping[str, str],
    relationships: Mapping[str, str],
    progress: Progress = lambda _: None,
) -> None:
    """Fill the database of a stopped server, whose content goes, from tables.

    Args:
        server: The managed server; it must not be running.
        cache: Where the Neo4j programs are kept.
        folder: Has a ``<name>.header.csv`` and some ``<name>-<part>.csv`` for each name; nodes have numbers.
        nodes: The label of the nodes in the file of a name.
        relationships: The type of the relationships in the file of a name.
        progress: Called with short messages for people.

    Raises:
        ServiceError: Java is missing, the server runs, or the import fails; the database is empty then.
    """
    if server.status() is not None:
        raise ServiceError("The server is running; its database can be filled only while it is stopped.")
    command = [str(find_java()), "-cp", f"{fetch(cache, progress)}/*", "-Xmx1g"]
    command += [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENS]
    command += ["org.neo4j.cli.AdminTool", "database", "import", "full", _DATABASE, "--overwrite-destination"]
    command += ["--id-type=actual", "--max-off-heap-memory=50%", f"--report-file={folder / 'import.report'}"]
    command += [f"--nodes={label}={_files(folder, name)}" for name, label in nodes.items()]
    command += [f"--relationships={type_}={_files(folder, name)}" for name, type_ in relationships.items()]
    progress("Neo4j imports the tables")
    environment = {**os.environ, "NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, check=False)
    if done.returncode != 0:
        _empty(server)
        last = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
        raise ServiceError(f"Neo4j's import failed; the database is empty again. Its last lines:\n{last}")


def _files(folder: Path, name: str) -> str:
    parts = sorted(folder.glob(f"{name}-*.csv"))
    return ",".join(map(str, [folder / f"{name}.header.csv", *parts]))


def _empty(server: ManagedServer) -> None:
    """Remove what a failed import leaves; the server makes the database anew when it starts."""
    for kind in ("databases", "transactions"):
        shutil.rmtree(server.home / "data" / kind / _DATABASE, ignore_errors=True)
