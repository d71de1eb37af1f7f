"""The web page and the API's documentation: files that ship with the package, nothing from elsewhere."""

from functools import partial
from importlib import resources
from pathlib import Path

import fastapi_offline
from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse
from fastapi.staticfiles import StaticFiles

from graph.browser.guide import guide

_WEB = Path(str(resources.files("api") / "web"))
_SWAGGER = Path(fastapi_offline.__file__).parent / "static"


def install(app: FastAPI) -> None:
    """Serve the page at ``/``, Swagger UI at ``/docs`` and the guide for Neo4j Browser."""
    app.mount("/assets", StaticFiles(directory=_WEB / "assets"), "assets")
    app.mount("/docs/assets", StaticFiles(directory=_SWAGGER), "docs-assets")
    for path, name in (("/", "index.html"), ("/docs", "docs.html")):
        app.add_api_route(path, partial(file, name), include_in_schema=False)
    app.add_api_route("/guide.html", _guide, include_in_schema=False)


def _guide() -> HTMLResponse:
    """The guide that ``:play`` shows in Neo4j Browser, which is of another origin; it has nothing to hide."""
    return HTMLResponse(guide(), headers={"Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"})


def file(name: str) -> FileResponse:
    """One of the pages."""
    return FileResponse(_WEB / name, headers={"Cache-Control": "no-cache"})
