"""The managed server: programs, start, status, stop; and what is said when a part is missing."""

import json
import os
import re
import shutil
import stat
import urllib.request
from pathlib import Path

import psutil
import pytest

from graph.server import ManagedServer, Options, Running, fetch, programs
from graph.server.options import LOOPBACK, Ports, choose_ports, configuration, free_port
from graph.server.programs import find_java, find_maven, java_version
from graph.store import Store, Target
from ontology.errors import ServiceError


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with neither Java nor Maven."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return folder


def script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


class TestPrograms:
    def test_a_complete_cache_is_used_without_maven(
        self, neo4j_cache: Path, neo4j_server: Running, empty_path: Path
    ) -> None:
        jars = fetch(neo4j_cache)
        assert any(jars.glob("neo4j-server-*.jar"))
        assert any(jars.glob("neo4j-browser-*.jar"))

    def test_without_maven_the_other_ways_are_named(self, tmp_path: Path, empty_path: Path) -> None:
        with pytest.raises(ServiceError, match=r"apt install maven.*REGESTA_NEO4J_URI.*compose\.yaml"):
            fetch(tmp_path / "cache")

    def test_without_java_the_other_ways_are_named(self, empty_path: Path) -> None:
        with pytest.raises(ServiceError, match=r"Java 17 or newer.*REGESTA_NEO4J_URI.*compose\.yaml"):
            find_java()

    def test_an_old_java_is_named_and_refused(self, empty_path: Path) -> None:
        script(empty_path / "java", """echo 'openjdk version "1.8.0_402"' >&2""")
        with pytest.raises(ServiceError, match=r"Found only: .*java \(version 8\)"):
            find_java()

    def test_java_home_is_preferred(self, empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script(empty_path / "java", """echo 'openjdk version "17.0.1"' >&2""")
        home = empty_path.parent / "jdk"
        script(home / "bin" / "java", """echo 'openjdk version "21"' >&2""")
        monkeypatch.setenv("JAVA_HOME", str(home))
        assert find_java() == home / "bin" / "java"
        assert java_version(home / "bin" / "java") == 21

    def test_a_failing_maven_leaves_nothing_that_looks_complete(
        self, tmp_path: Path, empty_path: Path
    ) -> None:
        script(empty_path / "mvn", "echo '[ERROR] no route to host'; exit 1")
        for _ in range(2):
            with pytest.raises(ServiceError, match="no route to host"):
                fetch(tmp_path / "cache")
        assert list((tmp_path / "cache" / "neo4j").iterdir()) == []
        assert find_maven() == empty_path / "mvn"

    def test_a_broken_off_fetch_is_done_again(self, tmp_path: Path, empty_path: Path) -> None:
        broken = tmp_path / "cache" / "neo4j" / programs.neo4j_version()
        broken.mkdir(parents=True)
        (broken / "neo4j-half.jar").touch()
        script(
            empty_path / "mvn",
            'for a in "$@"; do case $a in -DoutputDirectory=*) d=${a#*=};; esac; done; '
            '/bin/mkdir -p "$d"; : > "$d/neo4j-whole.jar"',
        )
        assert [jar.name for jar in fetch(tmp_path / "cache").glob("*.jar")] == ["neo4j-whole.jar"]


class TestConfiguration:
    def test_listens_on_loopback_only_and_reports_nothing(self) -> None:
        lines = configuration(Ports(1234, 5678), Options()).splitlines()
        settings = dict(line.split("=", 1) for line in lines)
        addresses = [value for key, value in settings.items() if key.endswith("_address")]
        assert addresses and all(value.startswith(LOOPBACK) for value in addresses)
        assert settings["dbms.usage_report.enabled"] == "false"
        assert settings["client.allow_telemetry"] == "false"

    def test_named_ports_are_kept(self) -> None:
        bolt, http = free_port(), free_port()
        assert choose_ports(Options(bolt_port=bolt, http_port=http)) == Ports(bolt, http)


class TestLife:
    def test_browser_is_there_and_told_where_bolt_is(self, neo4j_server: Running) -> None:
        with urllib.request.urlopen(neo4j_server.browser_uri) as page:
            assert b"Neo4j Browser" in page.read()
        with urllib.request.urlopen(neo4j_server.http_uri) as answer:
            assert json.load(answer)["bolt_direct"] == neo4j_server.uri

    def test_browser_may_speak_to_this_machine_only(self, neo4j_server: Running) -> None:
        with urllib.request.urlopen(neo4j_server.browser_uri) as page:
            policy = page.headers["Content-Security-Policy"]
        sources = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert sources["default-src"] == "'self'"
        assert "script-src" not in sources
        hosts = re.findall(r"://([^:\s]+)", policy)
        assert set(hosts) == {LOOPBACK, "localhost"}

    def test_start_again_kill_recover_and_stop(
        self, tmp_path: Path, neo4j_cache: Path, quick_options: Options
    ) -> None:
        server = ManagedServer(tmp_path / "home")
        assert server.status() is None
        assert server.stop() is False
        first = server.start(neo4j_cache, options=quick_options)
        try:
            assert server.start(neo4j_cache, options=Options()) == first
            assert server.status() == first
            mode = stat.S_IMODE((tmp_path / "home" / "password").stat().st_mode)
            assert mode == 0o600
            command = psutil.Process(first.pid).cmdline()
            assert not any(first.password in part for part in command)
            assert str(quick_options.bolt_port) in first.uri
            target = Target(first.uri, first.user, first.password)
            with Store.open(target, connect_timeout_seconds=2) as store:
                store.migrate()
                psutil.Process(first.pid).kill()
                with pytest.raises(ServiceError, match="can't be reached"):
                    store.read("graph_state")
            assert server.status() is None
            again = server.start(neo4j_cache, options=quick_options)
            assert (again.uri, again.password) == (first.uri, first.password)
            with Store.open(target) as store:
                assert store.model() > 0
        finally:
            stopped = server.stop()
        assert stopped is True
        assert not psutil.pid_exists(again.pid)
        assert server.status() is None

    def test_a_taken_port_is_named(self, neo4j_server: Running, neo4j_cache: Path, tmp_path: Path) -> None:
        server, taken = ManagedServer(tmp_path / "home"), int(neo4j_server.uri.rsplit(":", 1)[1])
        with pytest.raises(ServiceError, match=f"Port {taken} is taken"):
            server.start(neo4j_cache, options=Options(bolt_port=taken))
        assert server.status() is None

    def test_a_server_that_ends_at_once_is_an_error_with_its_reason(
        self, tmp_path: Path, neo4j_cache: Path
    ) -> None:
        server = ManagedServer(tmp_path / "home")
        with pytest.raises(ServiceError, match=r"console\.log(.|\n)*such-flag"):
            server.start(neo4j_cache, options=Options(java_flags=("-XX:+such-flag",)))
        assert server.status() is None

    def test_databases_without_their_password_are_not_touched(
        self, tmp_path: Path, neo4j_cache: Path, quick_options: Options
    ) -> None:
        (tmp_path / "data" / "databases").mkdir(parents=True)
        with pytest.raises(ServiceError, match="no password file"):
            ManagedServer(tmp_path).start(neo4j_cache, options=quick_options)

    def test_another_process_with_the_same_number_is_not_taken_for_it(self, tmp_path: Path) -> None:
        (tmp_path / "server.json").write_text(json.dumps({"pid": os.getpid(), "bolt": 1, "http": 2}))
        (tmp_path / "password").write_text("x")
        assert ManagedServer(tmp_path).status() is None
        assert ManagedServer(tmp_path).stop() is False

    def test_an_unusable_home_is_an_error(self, tmp_path: Path, neo4j_cache: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(ServiceError, match="REGESTA_DATA_DIR"):
            ManagedServer(tmp_path / "file" / "home").start(neo4j_cache)


def test_maven_is_really_there() -> None:
    assert shutil.which("mvn"), "the suite needs Maven"
