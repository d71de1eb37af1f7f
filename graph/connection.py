"""Where a Neo4j server is, the driver for it, and its refusals told as what to do next."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import neo4j
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from ontology.errors import ServiceError

OLDEST_SERVER = (5, 26)
_RETRY_SECONDS = 0.1  # writers lock each other out at a hub for an instant; the driver would wait a second


@dataclass(frozen=True, slots=True)
class Target:
    """A database of a Neo4j server, and how to log in."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str = "neo4j"


def connect(target: Target, timeout_seconds: float) -> Driver:
    """A driver whose server answers, accepts the login and is new enough.

    Raises:
        ServiceError: It doesn't; the message says what to do.
    """
    try:
        driver = GraphDatabase.driver(
            target.uri,
            auth=(target.user, target.password),
            connection_timeout=timeout_seconds,
            connection_acquisition_timeout=timeout_seconds,
            max_transaction_retry_time=timeout_seconds,
            initial_retry_delay=_RETRY_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError) as error:
        raise ServiceError(
            f"{target.uri!r} is no address of a Neo4j server ({error}). REGESTA_NEO4J_URI must look like "
            "bolt://localhost:7687."
        ) from error
    try:
        with told(target), driver.session(database=target.database) as session:
            agent = session.run("RETURN 1").consume().server.agent
        _check_version(agent, target)
    except BaseException:
        driver.close()
        raise
    return driver


class ConflictError(ServiceError):
    """Somebody else has written the same in the meantime; trying again sees it."""


@contextmanager
def told(target: Target) -> Iterator[None]:
    """Turn the driver's errors into a :class:`ServiceError` that says what to do."""
    try:
        yield
    except AuthError as error:
        raise ServiceError(
            f"Neo4j at {target.uri} refuses the login of user {target.user!r}. Check REGESTA_NEO4J_USER and "
            "REGESTA_NEO4J_PASSWORD."
        ) from error
    except (ServiceUnavailable, SessionExpired) as error:
        raise ServiceError(
            f"Neo4j at {target.uri} can't be reached. Start it (`regesta db start` for the managed "
            "server) or correct REGESTA_NEO4J_URI."
        ) from error
    except TransientError as error:
        raise ServiceError(f"Neo4j at {target.uri} is too busy ({error.message}). Try again.") from error
    except ConstraintError as error:
        raise ConflictError(_refusal(error, target)) from error
    except ClientError as error:
        raise ServiceError(_refusal(error, target)) from error
    except (Neo4jError, DriverError) as error:
        raise ServiceError(f"Neo4j at {target.uri} fails: {error}") from error


def _refusal(error: ClientError, target: Target) -> str:
    code = error.code or ""
    if code.endswith("DatabaseNotFound"):
        return f"Neo4j at {target.uri} has no database {target.database!r}. Correct REGESTA_NEO4J_DATABASE."
    if code.endswith(("TransactionTimedOut", "TransactionTimedOutClientConfiguration")):
        return "The question takes Neo4j too long. Ask for fewer days or fewer results."
    return f"Neo4j at {target.uri} refuses: {error.message}"


def _check_version(agent: str, target: Target) -> None:
    match = re.search(r"(\d+)\.(\d+)", agent)
    version = (int(match.group(1)), int(match.group(2))) if match else (0, 0)
    if version < OLDEST_SERVER:
        wanted = ".".join(map(str, OLDEST_SERVER))
        raise ServiceError(
            f"The server at {target.uri} is {agent}; Regesta needs Neo4j {wanted} or newer. Unset "
            "REGESTA_NEO4J_URI to use the managed server."
        )


READ = neo4j.READ_ACCESS
WRITE = neo4j.WRITE_ACCESS
