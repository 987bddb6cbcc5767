"""Actors: who acts and is acted upon, and one of them with those it has to do with."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, found, page
from reportedly.console.params import After, Limit, Words
from reportedly.storage.listings import EventQuery

router = APIRouter(include_in_schema=False)
ROWS = 60
EVENTS = 12


@router.get("/actors")
def actors(request: Request, named: Words = None, limit: Limit = ROWS, after: After = None) -> HTMLResponse:
    """Return the actors, those of most events first."""
    with context_of(request).store() as store:
        shown = store.listings.actors(named, limit=limit, after=after)
    title = "Actors" if named is None else f"Actors named {named}"
    return page(request, "actors.html", at="actors", title=title, shown=shown, named=named, after=after)


@router.get("/actors/{name:path}")
def actor(request: Request, name: str) -> HTMLResponse:
    """Return one actor."""
    query = EventQuery(party=name)
    with context_of(request).store() as store:
        view = found(store.listings.actor(name), f"actor {name!r}")
        events = store.listings.events(query, limit=EVENTS)
    return page(request, "actor.html", at="actors", title=view.line.name, view=view, events=events.rows)
