"""The front page: what happened, what is disputed, who has to do with whom."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, page
from reportedly.storage.listings import EventQuery, Sort

router = APIRouter(include_in_schema=False)
#: Rows of each part of the page.
DISPUTED = 6
NEWEST = 6
PAIRS, BORNE = 10, 6


@router.get("/")
def overview(request: Request) -> HTMLResponse:
    """Return the front page."""
    with context_of(request).store() as store:
        listings = store.listings
        disputed = listings.events(EventQuery(disputed=True), limit=DISPUTED)
        return page(
            request, "overview.html", at="overview", title="Overview",
            totals=listings.totals(),
            disputed=disputed.rows,
            stories=listings.stories(limit=NEWEST).rows,
            told=listings.events(EventQuery(disputed=False, origins=2, sort=Sort.ORIGINS), limit=BORNE).rows,
            pairs=listings.groups(limit=PAIRS),
            located=bool(listings.places()),
        )  # fmt: skip
