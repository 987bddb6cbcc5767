"""Puts the console together: pages, API, pictures, behind one guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from reportedly import __version__
from reportedly.console import pictures
from reportedly.console.api import routers
from reportedly.console.api.schema import openapi_of
from reportedly.console.context import Context
from reportedly.console.errors import register_errors
from reportedly.console.guarding import Guard
from reportedly.console.options import ConsoleOptions
from reportedly.console.pages import about, actors, articles, codebook, events, overview, sources, stories

OPENAPI = "/api/v1/openapi.json"


def make_app(options: ConsoleOptions) -> FastAPI:
    """Return the console as an ASGI application.

    Args:
        options: What it shows, and to whom.
    """
    context = Context(options)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        context.close()

    # The documentation pages that FastAPI brings load their scripts from elsewhere.
    app = FastAPI(title="Reportedly", version=__version__, openapi_url=OPENAPI, docs_url=None, redoc_url=None,
                  lifespan=lifespan)  # fmt: skip
    app.state.context = context
    app.add_middleware(Guard, options=options)
    register_errors(app)
    for part in (overview, events, stories, articles, sources, actors, codebook, about, pictures):
        app.include_router(part.router)
    for router in routers:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=str(files("reportedly.console") / "static")), name="static")
    app.openapi = openapi_of(app, guarded=options.token is not None)  # type: ignore[method-assign]
    return app
