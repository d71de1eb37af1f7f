"""The demo as its user runs it: a process of its own, Ctrl-C, and once more."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from served import SAMPLES

from graph.server import ManagedServer


class Demo:
    """A running demo and what it has printed."""

    def __init__(self, samples: Path, data: Path, cache: Path) -> None:
        environment = {**os.environ, "REGESTA_DATA_DIR": str(data), "REGESTA_CACHE_DIR": str(cache)}
        environment |= {"REGESTA_PORT": "0", "REGESTA_START_TIMEOUT_SECONDS": "240", "REGESTA_NEO4J_URI": ""}
        code = "from api.cli import main; main()"
        command = [sys.executable, "-c", code, "demo", "--samples", str(samples)]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
        self.lines: list[str] = []
        self._ready = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stderr:
            self.lines.append(line)
            if line.startswith("Ctrl-C"):
                self._ready.set()
        self._ready.set()

    def ready(self) -> str:
        assert self._ready.wait(300), self.lines
        assert self.process.poll() is None, self.lines
        return "".join(self.lines)

    def stop(self, by: signal.Signals) -> int:
        self.process.send_signal(by)
        code = self.process.wait(120)
        self._reader.join()
        self.process.stderr.close()
        return code


@pytest.fixture
def samples(tmp_path) -> Path:
    folder = tmp_path / "samples"
    folder.mkdir()
    for name in ("de-2025-08-20-telefonat.json", "en-2025-08-16-alaska.json"):
        shutil.copy(SAMPLES / name, folder)
    return folder


def test_the_demo_shows_the_samples_and_stops_cleanly_and_a_second_run_changes_nothing(
    samples, tmp_path, neo4j_cache
):
    data = tmp_path / "data"
    seen = []
    for stop in (signal.SIGINT, signal.SIGTERM):
        demo = Demo(samples, data, neo4j_cache)
        try:
            printed = demo.ready()
            page, key = re.search(r"(http://127\.0\.0\.1:\d+)/#/\?key=(\S+)", printed).groups()
            browser = re.search(r"http://\S+/browser/", printed)[0]
            with httpx.Client(timeout=60) as client:
                health = client.get(f"{page}/health").json()
                assert health["writable"]
                assert client.get(f"{page}/v1/articles").json()["total"]["value"] == 2
                assert client.get(page).status_code == 200
                assert client.get(browser).status_code == 200
                assert client.post(f"{page}/v1/articles", headers={"X-API-Key": key}).status_code == 415
            seen.append((health["graph_version"], printed.count(": new,")))
        finally:
            code = demo.stop(stop)
        assert code == 0, demo.lines
        assert ManagedServer(data.resolve() / "neo4j" / "demo").status() is None
    assert seen == [(seen[0][0], 2), (seen[0][0], 0)]
