"""``regesta mcp``: the graph for language models."""

import click
import uvicorn

from api import serving
from api.cli.output import remark
from api.database import opened
from api.mcp_server import build
from api.settings import Settings
from ontology.errors import ParameterError


@click.command("mcp")
@click.option(
    "--http", is_flag=True, help="Listen for HTTP at /mcp instead of speaking on standard input and output."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Port for --http; 0 takes a free one.",
)
@click.pass_obj
def command(settings: Settings, http: bool, port: int) -> None:
    """Serve the Model Context Protocol: tools that search, list and cite, and never write.

    A client starts it as `regesta mcp`; with --http it listens on this machine only, until Ctrl-C.
    """
    settings = settings.model_copy(update={"port": port})
    if not settings.loopback:
        raise ParameterError(
            "REGESTA_HOST", "`regesta mcp` listens on this machine only; unset REGESTA_HOST."
        )
    with opened(settings, remark) as store:
        server = build(store)
        if not http:
            server.run("stdio")
            return
        with serving.bind(settings) as listener:
            remark(f"MCP: {serving.address(listener)}/mcp")
            app = server.streamable_http_app()
            config = uvicorn.Config(
                app, log_level="warning", server_header=False, timeout_graceful_shutdown=5
            )
            uvicorn.Server(config).run(sockets=[listener])
