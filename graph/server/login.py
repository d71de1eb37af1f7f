"""The managed server's password: made once, told to Neo4j, and kept where only its owner can read it."""

import os
import secrets
import subprocess
from contextlib import suppress
from pathlib import Path

from ontology.errors import ServiceError


def kept_password(home: Path) -> str:
    """The password of the server in ``home``.

    Raises:
        OSError: There is none yet.
    """
    return _password_file(home).read_text(encoding="ascii")


def keep_password(home: Path, java: Path, jars: Path) -> str:
    """The kept password; on the first start it is made and given to the still empty server.

    Raises:
        ServiceError: Databases are there without their password, or Neo4j's tool fails.
    """
    with suppress(OSError):
        return kept_password(home)
    if (home / "data" / "databases").exists():
        raise ServiceError(
            f"{home} has databases but no password file. Put the file `password` back, or remove the folder "
            "to begin with an empty graph."
        )
    password = secrets.token_hex(18)  # no "-" in front, which Neo4j's tool would take for an option
    _set_initial_password(home, java, jars, password)
    _write_private(_password_file(home), password)
    return password


def _password_file(home: Path) -> Path:
    return home / "password"


def _set_initial_password(home: Path, java: Path, jars: Path, password: str) -> None:
    """Run Neo4j's own tool, with its arguments in a private file: a process list is open to all."""
    arguments = home / "conf" / "admin.args"
    parts = ("-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password)
    _write_private(arguments, "\n".join(f'"{_escaped(part)}"' for part in parts))
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    try:
        done = subprocess.run([java, f"@{arguments}"], env=environment, capture_output=True, text=True)
    finally:
        arguments.unlink()
    if done.returncode != 0:
        raise ServiceError(f"Neo4j's password couldn't be set: {done.stderr or done.stdout}")


def _escaped(argument: str) -> str:
    return argument.replace("\\", "\\\\").replace('"', '\\"')


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _write_private(path: Path, text: str) -> None:
    """Write a file that is never readable by others, not even between its making and a later chmod."""
    path.unlink(missing_ok=True)
    with open(path, "w", encoding="ascii", opener=_private) as file:  # Path.open has no opener
        file.write(text)
