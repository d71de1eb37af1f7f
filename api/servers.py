"""Which managed Neo4j servers this machine has, and which of them a command talks to."""

from collections.abc import Callable

from api.settings import Settings
from graph.server import ManagedServer, Options, Running

MAIN, DEMO = "main", "demo"


def managed(settings: Settings, name: str = MAIN) -> ManagedServer:
    """The server of one name; each has a folder of its own below the data folder."""
    return ManagedServer(settings.data_dir.resolve() / "neo4j" / name)


def options(settings: Settings) -> Options:
    """How a managed server is started."""
    return Options(start_timeout_seconds=settings.start_timeout_seconds)


def start(settings: Settings, name: str = MAIN, progress: Callable[[str], None] = lambda _: None) -> Running:
    """Start the server of one name, or find it running.

    Raises:
        ServiceError: Java or Maven is missing, or the server doesn't come up.
    """
    return managed(settings, name).start(settings.cache_dir, options=options(settings), progress=progress)


def running(settings: Settings) -> dict[str, Running | None]:
    """The servers by name; None where one isn't running. The first that runs is the one that commands use."""
    return {name: managed(settings, name).status() for name in (MAIN, DEMO)}
