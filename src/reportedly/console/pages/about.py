"""Where the data come from: what coded them, what failed to read, what was taken out, what waits."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly import __version__
from reportedly.console.context import context_of, page
from reportedly.console.params import After, Limit

router = APIRouter(include_in_schema=False)
FAILURES = 30


@router.get("/about")
def about(request: Request, limit: Limit = FAILURES, after: After = None) -> HTMLResponse:
    """Return where the data come from."""
    with context_of(request).store() as store:
        described, totals = store.listings.about(), store.listings.totals()
        failures = store.listings.failures(limit=limit, after=after)
    return page(
        request, "about.html", at="about", title="About this data",
        about=described, totals=totals, version=__version__, failures=failures, after=after,
    )  # fmt: skip
