"""API keys: made once, kept as hashes, each with what it allows."""

import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import IntEnum
from hmac import compare_digest
from pathlib import Path

from filelock import FileLock
from pydantic import SecretStr

from api.settings import Settings
from ontology.errors import NotFoundError, ParameterError

ENVIRONMENT = "environment"
"""The id of the key that REGESTA_API_KEY names; it allows everything."""


class Scope(IntEnum):
    """What a key allows; each includes those before it."""

    READ = 1
    WRITE = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret; ``digest`` is SHA-256 of that (it is random, a slow hash gains nothing)."""

    id: str
    name: str
    scope: Scope
    digest: str
    created: str


class KeyRing:
    """The keys of one server, in a file that only its user can read. Processes and threads may share it."""

    def __init__(self, path: Path, fixed: SecretStr | None = None) -> None:
        self._path = path
        self._fixed = fixed
        self._read: tuple[float, tuple[Key, ...]] = (-1.0, ())

    def __bool__(self) -> bool:
        """Whether there is any key."""
        return self._fixed is not None or bool(self.all())

    def all(self) -> tuple[Key, ...]:
        """The keys in the file, the oldest first."""
        try:
            changed = self._path.stat().st_mtime
        except FileNotFoundError:
            return ()
        if changed != self._read[0]:
            self._read = changed, tuple(_keys(self._path))
        return self._read[1]

    def find(self, secret: str) -> Key | None:
        """The key with this secret."""
        if self._fixed is not None and compare_digest(secret.encode(), _plain(self._fixed)):
            return Key(ENVIRONMENT, "REGESTA_API_KEY", Scope.ADMIN, "", "")
        digest = _digest(secret)
        return next((key for key in self.all() if compare_digest(key.digest, digest)), None)

    def create(self, name: str, scope: Scope) -> tuple[Key, str]:
        """A new key and its secret, which is kept nowhere.

        Raises:
            ParameterError: The name is empty, or another key has it.
        """
        with self._locked():
            kept = tuple(_keys(self._path))
            if not name.strip() or name in {key.name for key in kept}:
                raise ParameterError("name", f"A key needs a name of its own; {name!r} is empty or taken.")
            secret = f"rg_{secrets.token_urlsafe(32)}"
            created = datetime.now(UTC).isoformat(timespec="seconds")
            key = Key(f"k{secrets.token_hex(4)}", name, scope, _digest(secret), created)
            self._write((*kept, key))
        return key, secret

    def revoke(self, name: str) -> Key:
        """End a key, by its id or name.

        Raises:
            NotFoundError: There is no such key.
        """
        with self._locked():
            kept = tuple(_keys(self._path))
            gone = next((key for key in kept if name in (key.id, key.name)), None)
            if gone is None:
                raise NotFoundError(
                    f"There is no key {name!r}; `regesta keys list` shows those that there are."
                )
            self._write(tuple(key for key in kept if key is not gone))
        return gone

    def _locked(self) -> FileLock:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._path.with_suffix(".lock"))

    def _write(self, keys: tuple[Key, ...]) -> None:
        draft = self._path.with_suffix(".new")
        content = json.dumps([asdict(key) | {"scope": key.scope.name.lower()} for key in keys], indent=1)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(content)
        draft.replace(self._path)
        self._read = (-1.0, ())


def ring(settings: Settings) -> KeyRing:
    """The keys of this machine's servers."""
    return KeyRing(settings.data_dir.resolve() / "keys.json", settings.api_key)


def _keys(path: Path) -> Iterator[Key]:
    if path.is_file():
        for record in json.loads(path.read_text("utf-8")):
            yield Key(**record | {"scope": Scope[record["scope"].upper()]})


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _plain(secret: SecretStr) -> bytes:
    return secret.get_secret_value().encode()
