"""How the managed server is set up: ports, memory, and the configuration file made from them."""

import socket
from dataclasses import dataclass
from pathlib import Path

from ontology.errors import ServiceError

LOOPBACK = "127.0.0.1"
_BOLT_PORT, _HTTP_PORT = 7687, 7474
_HERE = f"ws://{LOOPBACK}:* http://{LOOPBACK}:* ws://localhost:* http://localhost:*"
# Without it Neo4j Browser asks Google for fonts and tells Sentry of its errors.
_CONTENT_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; "
    f"object-src 'none'; frame-ancestors 'none'; connect-src 'self' {_HERE}"
)


@dataclass(frozen=True, slots=True)
class Options:
    """What may be chosen for a managed server.

    A port that is None is Neo4j's usual one (Bolt 7687, HTTP 7474) where that is free, else any free one.
    ``heap`` and ``page_cache`` are sizes as Java writes them (``512m``, ``2g``).
    """

    bolt_port: int | None = None
    http_port: int | None = None
    heap: str = "512m"
    page_cache: str = "256m"
    java_flags: tuple[str, ...] = ()
    start_timeout_seconds: float = 90.0
    stop_timeout_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Ports:
    """The two ports that a server listens on, on loopback only."""

    bolt: int
    http: int


def choose_ports(options: Options) -> Ports:
    """The ports that the options name, or free ones.

    Raises:
        ServiceError: A named port is taken.
    """
    for port in (options.bolt_port, options.http_port):
        if port is not None and not is_free(port):
            raise ServiceError(
                f"Port {port} is taken by another program. Choose another one, or none: any free."
            )
    bolt = _BOLT_PORT if options.bolt_port is None and is_free(_BOLT_PORT) else options.bolt_port
    http = _HTTP_PORT if options.http_port is None and is_free(_HTTP_PORT) else options.http_port
    return Ports(bolt or free_port(), http or free_port())


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of the loopback address."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    """A port of the loopback address that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
    return port


def configuration(ports: Ports, options: Options) -> str:
    """The text of ``neo4j.conf``: loopback only, Browser can connect, and nothing is reported to anybody."""
    bolt, http = f"{LOOPBACK}:{ports.bolt}", f"{LOOPBACK}:{ports.http}"
    settings = {
        "server.default_listen_address": LOOPBACK,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "server.memory.pagecache.size": options.page_cache,
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "32m",
        "db.tx_log.rotation.retention_policy": "keep_none",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        # Neo4j's own default makes every stop wait ten seconds for connections that are closed already.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "internal.dbms.bolt.netty_server_shutdown_timeout": "2s",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
        "dbms.security.http_static_content_security_policy_header": _CONTENT_POLICY,
        "browser.remote_content_hostname_whitelist": f"{LOOPBACK},localhost",
    }
    return "".join(f"{key}={value}\n" for key, value in settings.items())


def java_command(java: Path, jars: Path, home: Path, options: Options) -> list[str]:
    """The command line that runs Neo4j in the foreground of its own process."""
    opens = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    return [
        str(java),
        "-cp",
        f"{jars}/*",
        f"-Xms{options.heap}",
        f"-Xmx{options.heap}",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in opens),
        *options.java_flags,
        "org.neo4j.server.CommunityEntryPoint",
        f"--home-dir={home}",
        f"--config-dir={home / 'conf'}",
        "--console-mode",
    ]
