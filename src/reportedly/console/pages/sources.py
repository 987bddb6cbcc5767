"""Sources: who originates and who relays, and how what they say fares."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, page
from reportedly.console.params import Limit, Words
from reportedly.storage import Filters

router = APIRouter(include_in_schema=False)
ROWS = 100


@router.get("/sources")
def sources(request: Request, source: Words = None, limit: Limit = ROWS) -> HTMLResponse:
    """Return the sources, those that most articles name first."""
    context = context_of(request)
    with context.store() as store:
        rows = tuple(store.sources(Filters(source=source), limit=limit))
        origins = store.listings.origins(row.name for row in rows)
    policy = context.options.policy
    return page(
        request, "sources.html", at="sources", title="Sources" if source is None else f"Sources named {source}",
        rows=rows, origins=origins, source=source, limit=limit,
        judged={row.name: policy.judge(row.name) for row in rows},
    )  # fmt: skip
