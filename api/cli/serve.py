"""``regesta serve``: the REST API and the web page."""

import click

from api import logs, serving
from api.app import create_app
from api.cli.output import remark
from api.database import opened
from api.deps import services
from api.settings import Settings


@click.command("serve")
@click.option("--host", help="Address to listen on. [default: REGESTA_HOST, 127.0.0.1]")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port; 0 takes a free one. [default: REGESTA_PORT, 8000]"
)
@click.pass_obj
def command(settings: Settings, host: str | None, port: int | None) -> None:
    """Start the REST API and the web page; stays until Ctrl-C.

    Articles can be added over HTTP only by clients that show a key (`regesta keys`). On addresses that others
    can reach, reading needs a key too, unless REGESTA_PUBLIC_READ is set.
    """
    chosen = {
        "host": settings.host if host is None else host,
        "port": settings.port if port is None else port,
    }
    settings = settings.model_copy(update=chosen)
    serving.check(settings)
    if not settings.loopback:
        remark(
            "Others can reach this server, and it does not encrypt: keys and articles can be read on their "
            "way. Put a reverse proxy with TLS in front of it."
        )
    with (
        serving.bind(settings) as listener,
        opened(settings, remark) as store,
        services(settings, store) as parts,
    ):
        app = create_app(parts)
        where = serving.address(listener)
        remark(f"Web page: {where}/\nREST API: {where}/docs")
        logs.configure(settings.log_format)
        serving.make(app).run(sockets=[listener])
