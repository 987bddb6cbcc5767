"""Pictures of what a view shows, as SVG of their own address: an image in a page runs no script and loads nothing."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.context import context_of
from reportedly.console.params import Asked

router = APIRouter(include_in_schema=False, prefix="/pictures")
#: The picture itself holds one style sheet and nothing else that acts.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@router.get("/timeline.svg")
def timeline(request: Request, query: Asked) -> Response:
    """Return events by day."""
    from reportedly import charts

    with context_of(request).store() as store:
        rows = store.listings.days(query)
    return _picture(charts.timeline(rows))


@router.get("/map.svg")
def world_map(request: Request, query: Asked) -> Response:
    """Return events by place."""
    from reportedly import charts

    with context_of(request).store() as store:
        rows = store.listings.places(query)
    return _picture(charts.world_map(rows))


@router.get("/dyads.svg")
def dyads(request: Request, query: Asked) -> Response:
    """Return events by actor and recipient."""
    from reportedly import charts

    with context_of(request).store() as store:
        rows = store.listings.pairs(query)
    return _picture(charts.dyads(rows))


@router.get("/events/{id}/origins.svg")
def origins(request: Request, id: str) -> Response:
    """Return who told whom of an event."""
    from reportedly import charts

    context = context_of(request)
    with context.store() as store:
        explanation = store.explain(id, policy=context.options.policy)
    return _picture(charts.origin_tree(explanation))


@router.get("/events/{id}/figures.svg")
def figures(request: Request, id: str) -> Response:
    """Return which origin gives which figure of an event."""
    from reportedly import charts

    context = context_of(request)
    with context.store() as store:
        explanation = store.explain(id, policy=context.options.policy)
    return _picture(charts.figure_ranges(explanation.figures))


def _picture(chart: Any) -> Response:
    from reportedly import charts

    return Response(charts.render_svg(chart), media_type="image/svg+xml", headers={"Content-Security-Policy": POLICY})
