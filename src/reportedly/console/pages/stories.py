"""Stories: the list, and one with who copied and cited whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.console.context import context_of, found, page
from reportedly.console.params import After, Chosen, Limit
from reportedly.records import EdgeKind, OriginEdge, Story
from reportedly.storage.listings import ArticleLine, EventQuery, Sort

router = APIRouter(include_in_schema=False)
ROWS = 50
#: No story has more events; see `linking`.
EVENTS = 500


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """An edge of the graph of origins for people.

    Attributes:
        edge: Who has it from whom.
        articles: In which articles, as its reasons name them.
        reasons: What else its reasons say.
    """

    edge: OriginEdge
    articles: tuple[ArticleLine, ...]
    reasons: tuple[str, ...]


@router.get("/stories")
def stories(request: Request, filters: Chosen, limit: Limit = ROWS, after: After = None) -> HTMLResponse:
    """Return the list of stories."""
    with context_of(request).store() as store:
        shown = store.listings.stories(filters, limit=limit, after=after)
    given = {name: value for name in asdict(filters) if (value := request.query_params.get(name))}
    return page(request, "stories.html", at="stories", title="Stories", shown=shown, given=given, after=after)


@router.get("/stories/{id}")
def story(request: Request, id: str) -> HTMLResponse:
    """Return one story."""
    with context_of(request).store() as store:
        told = found(store.story(id), f"story {id}")
        events = store.listings.events(EventQuery(story=id, sort=Sort.TOLD), limit=EVENTS)
        articles = {line.id: line for line in store.listings.articles_by_id(article.id for article in told.articles)}
    figures = {event.id: event.values for event in told.events if event.values}
    return page(
        request, "story.html", at="stories", title=told.title or "Story without a title",
        story=told, events=events.rows, articles=articles, figures=figures,
        roots=[article for article in told.articles if article.copy_of is None],
        copies={root: [one for one in told.articles if one.copy_of == root] for root in articles},
        edges=tuple(_edges(told, articles)), quoted=_quoted(told, articles),
    )  # fmt: skip


def _edges(story: Story, articles: Mapping[str, ArticleLine]) -> Iterator[EdgeRow]:
    for edge in story.origins.edges:
        named = dict.fromkeys(id for reason in edge.reasons for id in _ids(reason) if id in articles)
        reasons = (reason for reason in edge.reasons if not any(id in articles for id in _ids(reason)))
        yield EdgeRow(edge, tuple(articles[id] for id in named), tuple(reasons))


def _quoted(story: Story, articles: Mapping[str, ArticleLine]) -> Mapping[str, tuple[str, ...]]:
    """Return whom each article quotes first-hand, by its id."""
    relays = [row for row in _edges(story, articles) if row.edge.kind is EdgeKind.RELAYS]
    return {id: tuple(row.edge.target for row in relays if line in row.articles) for id, line in articles.items()}


def _ids(reason: str) -> Iterable[str]:
    """Return the words of a reason; the id of the article that quotes is one of them."""
    return (word.strip(",") for word in reason.split())
