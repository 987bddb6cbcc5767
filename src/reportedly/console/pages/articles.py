"""Articles: the search by words, and one text with what was found marked in it."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, found, page
from reportedly.console.marking import mark_text, report_marks
from reportedly.console.params import After, Limit, Words

router = APIRouter(include_in_schema=False)
ROWS = 30
#: Of a longer text the beginning is shown: a page of a million marked words serves nobody.
SHOWN = 60_000


@router.get("/articles")
def articles(request: Request, q: Words = None, limit: Limit = ROWS, after: After = None) -> HTMLResponse:
    """Return the articles that hold words, or the newest."""
    with context_of(request).store() as store:
        shown = store.listings.articles(q, limit=limit, after=after)
    title = "Articles" if q is None else f"Articles with {q}"
    return page(request, "articles.html", at="articles", title=title, shown=shown, q=q, after=after)


@router.get("/articles/{id}")
def article(
    request: Request, id: str, cut: Annotated[bool, Query(description="Whether what was cut is shown.")] = False
) -> HTMLResponse:
    """Return one article."""
    with context_of(request).store() as store:
        stone = store.tombstone(id)
        report = store.report(id)
        if report is None and stone is not None:
            return page(request, "retracted.html", at="articles", title="Retracted", stone=stone)
        report = found(report, f"article {id}")
        backing = store.backing(event.id for event in report.events)
        revisions = store.revisions(id)
        (line,) = tuple(store.listings.articles_by_id([id])) or (None,)
    text = report.article.text
    return page(
        request, "article.html", at="articles", title=report.article.title or "Article without a title",
        report=report, article=report.article, backing=backing, revisions=revisions, line=line, cut=cut,
        stretches=mark_text(text, report_marks(report), end=SHOWN), left=max(0, len(text) - SHOWN),
        claims={claim.id: claim for claim in report.claims},
    )  # fmt: skip
