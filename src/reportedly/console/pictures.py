"""Pictures of what a view shows, as SVG of their own address: an image in a page runs no script and loads nothing."""

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Any, TypeAlias

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.api.replies import reply
from reportedly.console.context import context_of, found
from reportedly.console.params import Asked

router = APIRouter(include_in_schema=False, prefix="/pictures")
#: The picture itself holds one style sheet and nothing else that acts.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
#: So many pictures are remembered: drawing one takes a fifth of a second, and what it shows changes seldom.
REMEMBERED = 64
Narrow: TypeAlias = Annotated[bool, Query(description="As wide as a phone, with letters as large as ever.")]


@router.get("/timeline.svg")
def timeline(request: Request, query: Asked, narrow: Narrow = False) -> Response:
    """Return events by day."""
    with context_of(request).store() as store:
        rows = store.listings.days(query)
    return _picture(request, "timeline", tuple(rows), narrow=narrow)


@router.get("/map.svg")
def world_map(request: Request, query: Asked, narrow: Narrow = False) -> Response:
    """Return events by place."""
    with context_of(request).store() as store:
        rows = store.listings.places(query)
    return _picture(request, "world_map", tuple(rows), narrow=narrow)


@router.get("/dyads.svg")
def dyads(request: Request, query: Asked, narrow: Narrow = False) -> Response:
    """Return events by country and sector of actor and recipient."""
    with context_of(request).store() as store:
        rows = store.listings.groups(query)
    return _picture(request, "dyads", tuple(rows), narrow=narrow)


@router.get("/stories/{id}/flow.svg")
def flow(request: Request, id: str, narrow: Narrow = False) -> Response:
    """Return who told a story when, and who has it from whom."""
    with context_of(request).store() as store:
        story = found(store.story(id), f"story {id}")
        articles = tuple(store.listings.articles_by_id(article.id for article in story.articles))
    return _picture(request, "story_flow", story, articles, narrow=narrow)


@router.get("/events/{id}/origins.svg")
def origins(request: Request, id: str) -> Response:
    """Return who told whom of an event."""
    context = context_of(request)
    with context.store() as store:
        explanation = store.explain(id, policy=context.options.policy)
    return _picture(request, "origin_tree", explanation)


@router.get("/events/{id}/ledger.svg")
def ledger(request: Request, id: str, narrow: Narrow = False) -> Response:
    """Return who gave which figure of an event when."""
    context = context_of(request)
    with context.store() as store:
        values = store.explain(id, policy=context.options.policy).event.values
    return _picture(request, "figures_over_time", values, narrow=narrow)


@router.get("/events/{id}/figures.svg")
def figures(request: Request, id: str, narrow: Narrow = False) -> Response:
    """Return which origin gives which figure of an event."""
    context = context_of(request)
    with context.store() as store:
        explanation = store.explain(id, policy=context.options.policy)
    return _picture(request, "figure_ranges", explanation.figures, narrow=narrow)


def _picture(request: Request, name: str, *subject: Any, narrow: bool = False) -> Response:
    response = reply(request, _draw(name, subject, narrow), media_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = POLICY
    return response


@lru_cache(maxsize=REMEMBERED)
def _draw(name: str, subject: tuple[Any, ...], narrow: bool) -> bytes:
    """Return a picture; rows and records are frozen, so that equal ones are drawn once."""
    # Imported here: what draws takes a second to load, which pages without pictures need not wait for.
    from reportedly import charts

    draw: Callable[..., Any] = getattr(charts, name)
    return charts.render_svg(draw(*subject, width=charts.NARROW) if narrow else draw(*subject)).encode()
