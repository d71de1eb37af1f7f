"""A Neo4j server on this machine that Regesta starts, finds again and stops."""

import json
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock

from graph.server.login import keep_password, kept_password
from graph.server.options import LOOPBACK, Options, Ports, choose_ports, configuration, java_command
from graph.server.programs import Progress, fetch, find_java
from ontology.errors import ServiceError

USER = "neo4j"
_POLL_SECONDS = 0.1
_TRIES = 3
# Servers that this very process started: it must collect their exit status when they end.
_children: dict[int, subprocess.Popen[bytes]] = {}


@dataclass(frozen=True, slots=True)
class Running:
    """A managed server that answers, and how to log in."""

    uri: str
    http_uri: str
    user: str
    password: str
    pid: int

    @property
    def browser_uri(self) -> str:
        """The address of Neo4j Browser."""
        return f"{self.http_uri}/browser/"


@dataclass(frozen=True, slots=True)
class ManagedServer:
    """The server whose databases, password and logs are in ``home``; at most one runs per folder.

    It outlives the process that started it, until :meth:`stop`.
    """

    home: Path

    def start(
        self, cache: Path, *, options: Options | None = None, progress: Progress = lambda _: None
    ) -> Running:
        """Start the server and wait until it answers; one that runs already is returned as it is.

        Args:
            cache: Where the Neo4j programs are kept (see :func:`graph.server.fetch`).
            options: Ports and memory; those of a server that runs already are not changed.
            progress: Called with short messages for people.

        Raises:
            ServiceError: Java or Maven is missing, or the server doesn't come up.
        """
        options = options or Options()
        self._make_home()
        with FileLock(self.home / "start.lock"):
            running = self.status()
            if running is not None:
                return self._await(running, options)
            java, jars = find_java(), fetch(cache, progress)
            progress("Starting Neo4j")
            return self._launch(java, jars, options)

    def _launch(self, java: Path, jars: Path, options: Options) -> Running:
        """Start the process and wait; again where another program took a free port before it could."""
        for left in reversed(range(_TRIES)):
            try:
                return self._await(self._spawn(java, jars, options), options)
            except ServiceError:
                if not left or not self._lost_its_port():
                    raise
        raise AssertionError("the last try returns or raises")

    def _lost_its_port(self) -> bool:
        try:
            log = self.log_file.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return False
        return "Address already in use" in log or "BindException" in log

    def status(self) -> Running | None:
        """The server's addresses and login if its process lives, else None."""
        try:
            state = json.loads(self._state_file.read_text(encoding="utf-8"))
            ports, pid = Ports(state["bolt"], state["http"]), int(state["pid"])
            password = kept_password(self.home)
        except (OSError, ValueError, KeyError):
            return None
        if self._process(pid) is None:
            _forget_ended(pid)
            return None
        return Running(
            f"bolt://{LOOPBACK}:{ports.bolt}", f"http://{LOOPBACK}:{ports.http}", USER, password, pid
        )

    def stop(self, options: Options | None = None) -> bool:
        """Stop the server cleanly; false if none was running.

        Raises:
            ServiceError: It doesn't end in time; it is left as it is, for its databases' sake.
        """
        running = self.status()
        process = self._process(running.pid) if running else None
        if process is None:
            return False
        timeout = (options or Options()).stop_timeout_seconds
        with suppress(psutil.NoSuchProcess):
            process.terminate()
            try:
                process.wait(timeout)
            except psutil.TimeoutExpired:
                raise ServiceError(
                    f"Neo4j (process {process.pid}) doesn't stop within {timeout:g} seconds. Look into "
                    f"{self.log_file}; as a last resort end the process by hand."
                ) from None
        _collect(process.pid)
        self._state_file.unlink(missing_ok=True)
        return True

    @property
    def log_file(self) -> Path:
        """What the server wrote since its last start."""
        return self.home / "logs" / "console.log"

    @property
    def _state_file(self) -> Path:
        return self.home / "server.json"

    def _make_home(self) -> None:
        try:
            for folder in (self.home, self.home / "conf", self.home / "logs"):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise ServiceError(
                f"The folder for Neo4j's databases can't be made: {error}. "
                "Set REGESTA_DATA_DIR to a folder of yours."
            ) from error

    def _process(self, pid: int) -> psutil.Process | None:
        """The live process, if it is this folder's server and not another that got the same number."""
        try:
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE and f"--home-dir={self.home}" in process.cmdline():
                return process
        except psutil.Error:
            pass
        return None

    def _spawn(self, java: Path, jars: Path, options: Options) -> Running:
        ports = choose_ports(options)
        (self.home / "conf" / "neo4j.conf").write_text(configuration(ports, options), encoding="utf-8")
        password = keep_password(self.home, java, jars)
        with self.log_file.open("wb") as log:
            process = subprocess.Popen(
                java_command(java, jars, self.home, options),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                start_new_session=True,
            )
        _children[process.pid] = process
        self._state_file.write_text(json.dumps({"pid": process.pid, **asdict(ports)}), encoding="utf-8")
        uri, http_uri = f"bolt://{LOOPBACK}:{ports.bolt}", f"http://{LOOPBACK}:{ports.http}"
        return Running(uri, http_uri, USER, password, process.pid)

    def _await(self, running: Running, options: Options) -> Running:
        """Wait until the server answers over HTTP, which Neo4j opens last."""
        deadline = time.monotonic() + options.start_timeout_seconds
        while not (_answers(running.http_uri) and _listens(running.pid, running.http_uri)):
            if self._ended(running.pid):
                raise ServiceError(self._failure("Neo4j ended while it started."))
            if time.monotonic() > deadline:
                raise ServiceError(
                    self._failure(
                        f"Neo4j doesn't answer after {options.start_timeout_seconds:g} seconds. "
                        "REGESTA_START_TIMEOUT_SECONDS gives it longer."
                    )
                )
            time.sleep(_POLL_SECONDS)
        return running

    def _ended(self, pid: int) -> bool:
        """Whether the process is gone; a child is asked itself, as it may not show its folder yet."""
        child = _children.get(pid)
        if child is None:
            return self._process(pid) is None
        if child.poll() is None:
            return False
        _collect(pid)
        return True

    def _failure(self, what: str) -> str:
        lines = self.log_file.read_text(encoding="utf-8", errors="replace").splitlines()
        causes = [line for line in lines if "Exception" in line or "ERROR" in line or "Caused" in line]
        return f"{what} Its log is {self.log_file}. The last causes it names:\n" + "\n".join(
            (causes or lines)[-5:]
        )


def _forget_ended(pid: int) -> None:
    """Collect the exit status of a child that somebody else ended."""
    child = _children.get(pid)
    if child is not None and child.poll() is not None:
        del _children[pid]


def _collect(pid: int) -> None:
    child = _children.pop(pid, None)
    if child is not None:
        child.wait()


def _listens(pid: int, http_uri: str) -> bool:
    """Whether it is this very process that listens there, and not another server that took the port."""
    port = int(http_uri.rsplit(":", 1)[1])
    try:
        sockets = psutil.Process(pid).net_connections("tcp")
    except psutil.AccessDenied:
        return True
    except psutil.Error:
        return False
    return any(item.status == psutil.CONN_LISTEN and item.laddr.port == port for item in sockets)


def _answers(http_uri: str) -> bool:
    try:
        with urllib.request.urlopen(http_uri, timeout=2) as answer:  # noqa: S310  # our own loopback address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
