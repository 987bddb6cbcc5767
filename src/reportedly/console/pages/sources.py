"""Sources: who originates and who relays, and how what they say fares."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, page
from reportedly.console.labels import NOT_JUDGED
from reportedly.console.params import After, Limit, Words
from reportedly.storage import Filters

router = APIRouter(include_in_schema=False)
ROWS = 100


@router.get("/sources")
def sources(request: Request, source: Words = None, limit: Limit = ROWS, after: After = None) -> HTMLResponse:
    """Return the sources, those that most articles name first."""
    context = context_of(request)
    with context.store() as store:
        shown = store.listings.sources(Filters(source=source), limit=limit, after=after)
        origins = store.listings.origins(row.name for row in shown.rows)
    judged = {row.name: context.options.policy.judge(row.name) for row in shown.rows}
    return page(
        request, "sources.html", at="sources", title="Sources" if source is None else f"Sources named {source}",
        shown=shown, origins=origins, source=source, after=after,
        judged=judged, has_letters=any(one.reason != NOT_JUDGED for one in judged.values()),
    )  # fmt: skip
