"""How long ``regesta serve`` takes from its start to its first answers: a page of a timeline, then a path."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import HTTPError
from urllib.request import urlopen

from bench.synthetic import FIRST_DAY
from graph.server.options import free_port
from ontology.errors import ServiceError

HUB, OTHER = "Q889", "Q183"
DAYS = (FIRST_DAY, FIRST_DAY + timedelta(days=180))
_WINDOW = f"from={DAYS[0]}&to={DAYS[1]}"
_QUESTIONS = (f"actors/{HUB}/timeline?{_WINDOW}&limit=100", f"paths?source={HUB}&target={OTHER}&{_WINDOW}")
_PATIENCE_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class First:
    """Seconds from the start of the process to the end of its first two answers."""

    timeline: float
    path: float


def first_answers(data: Path) -> First:
    """Start a server on the graph in the data folder ``data``, and Neo4j where it doesn't run; ask; end it.

    Raises:
        ServiceError: It ends, or doesn't answer.
    """
    port = free_port()
    command = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", str(port)]
    own = {"REGESTA_DATA_DIR": str(data), "REGESTA_START_TIMEOUT_SECONDS": str(_PATIENCE_SECONDS)}
    environment = {name: value for name, value in os.environ.items() if name != "REGESTA_NEO4J_URI"} | own
    start = perf_counter()
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        times = []
        for question in _QUESTIONS:
            _ask(process, f"http://127.0.0.1:{port}/v1/{question}", start + _PATIENCE_SECONDS)
            times.append(perf_counter() - start)
        return First(*times)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _ask(process: subprocess.Popen[bytes], url: str, deadline: float) -> None:
    """Ask until there is an answer."""
    while process.poll() is None and perf_counter() < deadline:
        try:
            with urlopen(url, timeout=_PATIENCE_SECONDS) as answer:
                answer.read()
            return
        except HTTPError as error:
            if error.code != 503:
                raise ServiceError(f"{url}: {error.read().decode()}") from error
        except OSError:  # nobody listens there yet
            sleep(0.02)
    raise ServiceError(f"No answer from {url}.")
