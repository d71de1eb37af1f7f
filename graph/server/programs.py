"""The programs that the managed server needs: Java on this machine, and the Neo4j jars by Maven."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree

from ontology.errors import ServiceError

Progress = Callable[[str], None]

JAVA_MINIMUM = 17
OTHER_WAYS = (
    "Two other ways need neither Java nor Maven: set REGESTA_NEO4J_URI, REGESTA_NEO4J_USER and "
    "REGESTA_NEO4J_PASSWORD to use a Neo4j 5.26 server that runs already, or start one by "
    "`docker compose up -d` with the project's compose.yaml."
)
_MARKER = ".complete"


def fetch(cache: Path, progress: Progress = lambda _: None) -> Path:
    """The folder with the pinned Neo4j jars, fetched by Maven when they aren't there yet.

    Args:
        cache: The folder ``neo4j/<version>`` is made in it, complete or not at all.
        progress: Called with short messages for people while something is being fetched.

    Raises:
        ServiceError: Maven is missing or fails; the message says what to do.
    """
    pom = _pom()
    target = cache / "neo4j" / neo4j_version()
    if _is_complete(target, pom):
        return target
    maven = find_maven()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{target.name}.", dir=target.parent) as scratch:
        jars = Path(scratch) / "jars"
        (Path(scratch) / "pom.xml").write_bytes(pom)
        _copy_jars(maven, Path(scratch) / "pom.xml", jars, progress)
        (jars / _MARKER).write_text(_fingerprint(pom), encoding="ascii")
        _put_in_place(jars, target, pom)
    return target


def neo4j_version() -> str:
    """The pinned version of Neo4j, such as ``5.26.12``."""
    root = ElementTree.fromstring(_pom())  # noqa: S314  # the project's own file
    version = root.findtext("{*}properties/{*}neo4j.version")
    assert version is not None, "pom.xml names no neo4j.version"  # noqa: S101  # a broken build, not a user's error
    return version


def find_java() -> Path:
    """A Java of version 17 or newer: of ``JAVA_HOME``, else on the path.

    Raises:
        ServiceError: There is none, or only older ones.
    """
    found: list[str] = []
    for candidate in _java_candidates():
        version = java_version(candidate)
        if version is not None and version >= JAVA_MINIMUM:
            return candidate
        found.append(f"{candidate} (version {version or 'unknown'})")
    seen = f" Found only: {', '.join(found)}." if found else ""
    raise ServiceError(
        f"The managed Neo4j server needs Java {JAVA_MINIMUM} or newer, and there is none.{seen} Install it "
        "(Debian and Ubuntu: `apt install openjdk-17-jre-headless`; macOS: `brew install openjdk@21`) or set "
        f"JAVA_HOME. {OTHER_WAYS}"
    )


def find_maven() -> Path:
    """Maven's command on the path.

    Raises:
        ServiceError: There is none.
    """
    command = shutil.which("mvn")
    if command is None:
        raise ServiceError(
            "Maven is needed once, to fetch Neo4j, and there is no `mvn` on the path. Install it (Debian and "
            f"Ubuntu: `apt install maven`; macOS: `brew install maven`). {OTHER_WAYS}"
        )
    return Path(command)


def java_version(java: Path) -> int | None:
    """The feature release of a Java command (17 of ``17.0.15``, 8 of ``1.8.0``); None if it doesn't run."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.search(r'version "(?:1\.)?(\d+)', done.stderr + done.stdout)
    return int(match.group(1)) if match else None


def _java_candidates() -> Iterator[Path]:
    name = "java.exe" if os.name == "nt" else "java"
    home = os.environ.get("JAVA_HOME")
    if home and (Path(home) / "bin" / name).exists():
        yield Path(home) / "bin" / name
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path)


def _pom() -> bytes:
    return resources.files("graph.server").joinpath("pom.xml").read_bytes()


def _fingerprint(pom: bytes) -> str:
    return hashlib.sha256(pom).hexdigest()


def _is_complete(target: Path, pom: bytes) -> bool:
    try:
        return (target / _MARKER).read_text(encoding="ascii") == _fingerprint(pom)
    except OSError:
        return False


def _copy_jars(maven: Path, pom: Path, jars: Path, progress: Progress) -> None:
    command = [str(maven), "-B", "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime"]
    command += [f"-DoutputDirectory={jars}"]
    progress(f"Fetching Neo4j {neo4j_version()} by Maven (about 130 MB, once)")
    tail: deque[str] = deque(maxlen=12)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for number, line in enumerate(process.stdout or (), start=1):
            tail.append(line.rstrip())
            if number % 25 == 0:
                progress(line.rstrip().removeprefix("[INFO] "))
    if process.returncode != 0 or not any(jars.glob("neo4j-*.jar")):
        raise ServiceError(
            "Maven couldn't fetch the Neo4j programs. Check the network (a proxy belongs into "
            "~/.m2/settings.xml) and try again; what was fetched is kept. "
            f"{OTHER_WAYS} Maven's last lines:\n" + "\n".join(tail)
        )


def _put_in_place(jars: Path, target: Path, pom: bytes) -> None:
    """Move the whole folder into place at once; another process may have done so in the meantime."""
    if target.exists() and not _is_complete(target, pom):
        shutil.rmtree(target)
    with suppress(OSError):
        jars.rename(target)
    if not _is_complete(target, pom):
        raise ServiceError(
            f"The Neo4j programs couldn't be put into {target}. Check that you may write there."
        )
