"""Where the data come from: what coded them, what was taken out, what waits."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly import __version__
from reportedly.console.context import context_of, page

router = APIRouter(include_in_schema=False)


@router.get("/about")
def about(request: Request) -> HTMLResponse:
    """Return where the data come from."""
    with context_of(request).store() as store:
        described, totals = store.listings.about(), store.listings.totals()
    return page(
        request, "about.html", at="about", title="About this data",
        about=described, totals=totals, version=__version__,
    )  # fmt: skip
