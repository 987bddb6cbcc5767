"""Events of the real world, and claims."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.api.replies import answers, reply, reply_page
from reportedly.console.context import context_of
from reportedly.console.params import After, Asked, Chosen, Limit

router = APIRouter(prefix="/api/v1", tags=["events and claims"])
ROWS = 50
EventId = Annotated[
    str, Path(description="Of an event; six characters of it or more will do.", examples=["5c2e0f4b8a1d7e96"])
]


@router.get("/events", responses=answers("EventLine", many=True), summary="List events of the real world")
def events(request: Request, query: Asked, limit: Limit = ROWS, after: After = None) -> Response:
    """Events as several articles tell them, each once: copies of one report do not count twice."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.events(query, limit=limit, after=after))


@router.get("/facets", responses=answers("Facets"), summary="Count events for every choice of a filter")
def facets(request: Request, query: Asked) -> Response:
    """How many events there are, and how many there would be with every other choice of a filter."""
    with context_of(request).store() as store:
        return reply(request, store.listings.facets(query))


@router.get("/events/{id}", responses=answers("Explanation", missing=True), summary="Explain an event")
def event(request: Request, id: EventId) -> Response:
    """Evidence, who says so, on how many independent origins it rests, figures, and what speaks against it."""
    context = context_of(request)
    with context.store() as store:
        return reply(request, store.explain(id, policy=context.options.policy))


@router.get("/claims", responses=answers("ClaimLine", many=True), summary="List claims")
def claims(request: Request, filters: Chosen, limit: Limit = ROWS, after: After = None) -> Response:
    """Who says what, those of the newest articles first."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.claims(filters, limit=limit, after=after))
