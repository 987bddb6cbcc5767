"""Stories, who has it from whom, sources and actors."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.api.replies import answers, reply, reply_page
from reportedly.console.context import context_of, found
from reportedly.console.params import After, Chosen, Limit, Words

router = APIRouter(prefix="/api/v1", tags=["stories and sources"])
ROWS = 50
StoryId = Annotated[str, Path(description="Of a story.")]


@router.get("/stories", responses=answers("StoryLine", many=True), summary="List stories")
def stories(request: Request, filters: Chosen, limit: Limit = ROWS, after: After = None) -> Response:
    """Happenings that articles tell together, the newest first."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.stories(filters, limit=limit, after=after))


@router.get("/stories/{id}", responses=answers("Story", missing=True), summary="Show a story")
def story(request: Request, id: StoryId) -> Response:
    """Articles, merged events with all figures and contradictions, and the graph of origins."""
    with context_of(request).store() as store:
        return reply(request, found(store.story(id), f"story {id!r}"))


@router.get("/stories/{id}/origins", responses=answers("OriginGraph", missing=True), summary="Show who told whom")
def origins(request: Request, id: StoryId) -> Response:
    """The graph of sources: who relays, copies or cites whom, with reasons; an origin cites nobody."""
    with context_of(request).store() as store:
        return reply(request, found(store.story(id), f"story {id!r}").origins)


@router.get("/sources", responses=answers("SourceCount", many=True), summary="List sources")
def sources(request: Request, filters: Chosen, limit: Limit = ROWS, after: After = None) -> Response:
    """Who is behind events and claims, those that most articles name first."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.sources(filters, limit=limit, after=after))


@router.get("/actors", responses=answers("ActorLine", many=True), summary="List actors")
def actors(request: Request, named: Words = None, limit: Limit = ROWS, after: After = None) -> Response:
    """Parties to events, those of most events first; `named` is part of a name."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.actors(named, limit=limit, after=after))
