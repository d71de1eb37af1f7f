"""``regesta demo``: everything at once, with the sample articles, until Ctrl-C."""

import secrets
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import resources
from pathlib import Path
from types import FrameType

import click
from filelock import FileLock, Timeout
from pydantic import SecretStr

from api import database, logs, servers, serving
from api.app import create_app
from api.cli.ingest import ingest_with_progress
from api.cli.output import progress_console, remark, working
from api.deps import services
from api.fingerprint import fingerprint
from api.ingest import FAILED
from api.reading import Reader
from api.settings import Settings
from graph.server import Running
from graph.store import Store
from ontology.errors import ServiceError


@click.command("demo")
@click.option(
    "--samples",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the articles to read. [default: the project's samples]",
)
@click.pass_obj
def command(settings: Settings, samples: Path | None) -> None:
    """Start everything with the sample articles; stays until Ctrl-C, which stops everything.

    The demo has a Neo4j server and a graph of its own, unless REGESTA_NEO4J_URI names one. A second run
    finds the articles in the graph and changes nothing.
    """
    key = settings.api_key or SecretStr(secrets.token_urlsafe(18))
    settings = settings.model_copy(update={"api_key": key})
    serving.check(settings)
    articles = sorted((samples or _samples()).glob("*.json"))
    with ExitStack() as stack:
        stack.enter_context(_stoppable())
        listener = stack.enter_context(serving.bind(settings, or_any=True))
        store, server = stack.enter_context(_graph(settings))
        reader = Reader(settings.article_limit_bytes)
        _ingest(settings, articles, reader, store)
        app = create_app(stack.enter_context(services(settings, store, reader)))
        _tell(serving.address(listener), key.get_secret_value(), settings, server)
        logs.configure(settings.log_format, "warning")
        serving.make(app, "warning").run(sockets=[listener])


def _ingest(settings: Settings, articles: list[Path], reader: Reader, store: Store) -> None:
    """Ingest the samples, unless this Regesta did so before: nothing would change."""
    mark = servers.managed(settings, servers.DEMO).home / "samples.sha256"
    current = fingerprint(articles)
    if not settings.neo4j_uri and mark.is_file() and mark.read_text("ascii") == current and store.version():
        remark(f"The {len(articles)} sample articles are in the graph already.")
        return
    outcomes = ingest_with_progress(articles, reader, store)
    if not settings.neo4j_uri and all(outcome.status != FAILED for outcome in outcomes):
        mark.write_text(current, "ascii")


def _samples() -> Path:
    """The sample articles: beside the packages in a clone, inside of ``api`` in an installed Regesta.

    Raises:
        ServiceError: They are in neither place.
    """
    package = Path(str(resources.files("api")))
    for folder in (package / "samples", package.parent / "samples"):
        if folder.is_dir():
            return folder
    raise ServiceError("The sample articles are not installed. Name a folder of articles by --samples.")


@contextmanager
def _graph(settings: Settings) -> Iterator[tuple[Store, Running | None]]:
    """The demo's graph; its managed server ends with the demo."""
    if settings.neo4j_uri:
        with database.opened(settings) as store:
            yield store, None
        return
    with _alone(settings):
        try:
            with working("Looking for Neo4j") as say:
                server = servers.start(settings, servers.DEMO, say)
            with database.open_target(settings, database.of(server)) as store:
                yield store, server
        finally:
            remark("Stopping Neo4j …")
            servers.managed(settings, servers.DEMO).stop(servers.options(settings))


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Only one demo at a time has the demo's server, so that the first to end can't take it from another."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(settings.data_dir / "demo.lock", timeout=0):
            yield
    except Timeout:
        raise ServiceError(
            "A demo is running already. Use its page, or stop it by Ctrl-C in its terminal first."
        ) from None


@contextmanager
def _stoppable() -> Iterator[None]:
    """SIGTERM ends the demo as Ctrl-C does: all that was started is stopped."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(address: str, key: str, settings: Settings, server: Running | None) -> None:
    console = progress_console()
    console.print("\n[bold]Regesta is ready.[/bold]")
    lines = {
        "Web page": f"{address}/#/?key={key}",
        "REST API": f"{address}/docs",
        "Key to add articles": key,
    }
    if server:
        lines |= {"Neo4j Browser": server.browser_uri, "  login": f"{server.user} / {server.password}"}
    else:
        lines["Neo4j"] = settings.neo4j_uri or ""
    for name, value in lines.items():
        console.print(f"  {name:<20} {value}", soft_wrap=True, markup=False)
    console.print("\nCtrl-C stops everything.")
