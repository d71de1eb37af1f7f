"""Loading data files into an empty managed database by Neo4j's own import, several times as fast."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.bulk.load import Report
from graph.bulk.rows import BadRow
from graph.bulk.source import Source
from graph.bulk.tables import NODES, RELATIONSHIPS, Tables
from graph.server import ManagedServer, Options
from graph.server.programs import Progress
from graph.server.tables import fill
from graph.store import Store, Target
from ontology.errors import InputError


@dataclass(frozen=True, slots=True)
class Offline:
    """A managed server and what it needs to be stopped and started again; messages go to ``say``."""

    server: ManagedServer
    cache: Path
    options: Options
    say: Progress = lambda _: None

    def running(self) -> Target:
        """The server's address, started if need be."""
        found = self.server.start(self.cache, options=self.options, progress=self.say)
        return Target(found.uri, found.user, found.password)


def import_offline(
    offline: Offline,
    sources: Sequence[Source],
    bad: Callable[[Source, BadRow], None] = lambda _source, _row: None,
    progress: Callable[[Source, int, int], None] = lambda _source, _bytes, _rows: None,
) -> list[Report]:
    """Fill the empty graph of a managed server; the server runs again afterwards.

    The graph is the one that loading the files one after the other gives.

    Raises:
        InputError: The graph is not empty, or a file holds statements, which are merged with others.
        ServiceError: The server or the import fails; the graph is empty then.
    """
    told = [str(source.path) for source in sources if source.format == "statements"]
    if told:
        raise InputError(f"{told[0]} holds statements, which are merged as they come: leave out --offline.")
    with Store.open(offline.running()) as store:
        store.migrate()
        version = store.version()
        if store.read("bulk_content")[0]["any"]:
            raise InputError(
                "The graph isn't empty, and --offline can only fill an empty one: leave it out, or take "
                "another REGESTA_DATA_DIR."
            )
    with TemporaryDirectory(prefix="import-", dir=offline.server.home) as scratch:
        reports = _write(Path(scratch), sources, bad, progress)
        offline.server.stop(offline.options)
        try:
            fill(offline.server, offline.cache, Path(scratch), NODES, RELATIONSHIPS, offline.say)
        finally:
            offline.say("Starting Neo4j and making its indexes")
            target = offline.running()
    with Store.open(target) as store:
        store.migrate()
        store.write("bulk_filled", version=version)
    return reports


def _write(
    folder: Path,
    sources: Sequence[Source],
    bad: Callable[[Source, BadRow], None],
    progress: Callable[[Source, int, int], None],
) -> list[Report]:
    with Tables(folder) as tables:
        return [tables.add(source, partial(bad, source), partial(progress, source)) for source in sources]
