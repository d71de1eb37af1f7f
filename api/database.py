"""The graph that a command works on: the server that the settings name, or a managed one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from api import servers
from api.settings import Settings
from graph.index.keep import keep_in
from graph.server import Running
from graph.store import Store, Target
from graph.warm import warm
from ontology.errors import ServiceError

Say = Callable[[str], None]


def silent(_: str) -> None:
    """Say nothing."""


@contextmanager
def opened(settings: Settings, say: Say = silent) -> Iterator[Store]:
    """An open store with an up-to-date model; closed at the end.

    Raises:
        ServiceError: The server is away, refuses the login, or a managed one can't be started.
    """
    with open_target(settings, target(settings, say)) as store:
        yield store


@contextmanager
def warming(store: Store) -> Iterator[Callable[[], None]]:
    """Let the server get ready for loading while something else is done; failures show with the load.

    Gives what waits until it is ready, to be called before a load: the two would take each other's locks.
    """

    def work() -> None:
        with suppress(ServiceError):
            warm(store)

    thread = Thread(target=work, name="warm", daemon=True)
    thread.start()
    try:
        yield thread.join
    finally:
        thread.join()


@contextmanager
def open_target(settings: Settings, where: Target) -> Iterator[Store]:
    """The store at ``where``, with an up-to-date model."""
    with Store.open(where, connect_timeout_seconds=settings.connect_timeout_seconds) as store:
        store.migrate()
        keep_in(store, settings.data_dir / "index")
        yield store


def target(settings: Settings, say: Say = silent) -> Target:
    """Where the graph is: REGESTA_NEO4J_URI, a managed server that runs, or one that is started now."""
    if settings.neo4j_uri:
        return named(settings)
    for name, server in servers.running(settings).items():
        if server is not None:
            if name == servers.DEMO:
                say("Using the demo's graph, as its server is the one that runs.")
            return of(servers.start(settings, name))  # it may be just starting
    found = servers.start(settings, progress=lambda message: say(f"{message} …"))
    say("Neo4j goes on running in the background; `regesta db stop` stops it.")
    return of(found)


def named(settings: Settings) -> Target:
    """The server of REGESTA_NEO4J_URI."""
    password = settings.neo4j_password.get_secret_value() if settings.neo4j_password else ""
    return Target(settings.neo4j_uri or "", settings.neo4j_user, password, settings.neo4j_database)


def of(server: Running) -> Target:
    """The database of a managed server."""
    return Target(server.uri, server.user, server.password)
