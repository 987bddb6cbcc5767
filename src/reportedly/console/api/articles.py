"""Articles with all that was found in them, and the search by words."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.api.replies import answers, reply, reply_page
from reportedly.console.context import context_of, found
from reportedly.console.params import LONGEST, After, Limit

router = APIRouter(prefix="/api/v1", tags=["articles"])
ROWS = 50


@router.get("/articles", responses=answers("ArticleLine", many=True), summary="List articles")
def articles(request: Request, limit: Limit = ROWS, after: After = None) -> Response:
    """The newest first."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.articles(limit=limit, after=after))


@router.get("/articles/{id}", responses=answers("Report", missing=True), summary="Show an article")
def article(request: Request, id: Annotated[str, Path(description="Of an article.")]) -> Response:
    """The report: text, claims, events, places, and what coded them."""
    with context_of(request).store() as store:
        return reply(request, found(store.report(id), f"article {id!r}"))


@router.get("/search", responses=answers("ArticleLine", many=True), summary="Search articles by their words")
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=LONGEST, description="Words, as for `text`.", examples=["port"])],
    limit: Limit = ROWS,
    after: After = None,
) -> Response:
    """Articles that hold these words in title or text, with a passage; the last added first."""
    with context_of(request).store() as store:
        return reply_page(request, store.listings.articles(q, limit=limit, after=after))
