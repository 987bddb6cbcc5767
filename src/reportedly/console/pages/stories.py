"""Stories: the list, and one with who copied and cited whom."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, found, page
from reportedly.console.params import Chosen, Limit
from reportedly.storage.listings import EventQuery, Sort

router = APIRouter(include_in_schema=False)
ROWS = 50
#: No story has more events; see `linking`.
EVENTS = 500


@router.get("/stories")
def stories(request: Request, filters: Chosen, limit: Limit = ROWS) -> HTMLResponse:
    """Return the list of stories."""
    with context_of(request).store() as store:
        rows = tuple(store.stories(filters, limit=limit))
    return page(request, "stories.html", at="stories", title="Stories", stories=rows, limit=limit)


@router.get("/stories/{id}")
def story(request: Request, id: str) -> HTMLResponse:
    """Return one story."""
    with context_of(request).store() as store:
        told = found(store.story(id), f"story {id}")
        events = store.listings.events(EventQuery(story=id, sort=Sort.TOLD), limit=EVENTS)
        articles = {line.id: line for line in store.listings.articles_by_id(article.id for article in told.articles)}
    figures = {event.id: event.values for event in told.events if event.values}
    return page(
        request, "story.html", at="stories", title=told.title,
        story=told, events=events.rows, articles=articles, figures=figures,
        placed={article.id: article for article in told.articles},
        roots=[article for article in told.articles if article.copy_of is None],
        copies={root: [one for one in told.articles if one.copy_of == root] for root in articles},
    )  # fmt: skip
