"""Events of the real world: the list with its filters, and one of them with all that stands behind it."""

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from reportedly.console import exports, labels, links
from reportedly.console.context import context_of, found, page
from reportedly.console.params import CHOICES, After, Asked, Limit
from reportedly.storage.listings import EventQuery, Sort

router = APIRouter(include_in_schema=False)
ROWS = 50
#: So many tellings of one event are explained with their codes.
TELLINGS = 12


@router.get("/events")
def events(request: Request, query: Asked, limit: Limit = ROWS, after: After = None) -> HTMLResponse:
    """Return the list of events."""
    with context_of(request).store() as store:
        shown = store.listings.events(query, limit=limit, after=after)
        facets = store.listings.facets(query)
    chosen = given(request)
    return page(
        request, "events.html", at="events", title=_title(chosen),
        shown=shown, facets=facets, given=chosen, sort=query.sort, sorts=tuple(Sort), after=after,
    )  # fmt: skip


@router.get("/events.csv")
def events_csv(request: Request, query: Asked) -> Response:
    """Return all events of a view as CSV."""
    return exports.stream_csv(context_of(request), query)


@router.get("/events.json")
def events_json(request: Request, query: Asked) -> Response:
    """Return all events of a view as JSON."""
    return exports.stream_json(context_of(request), query)


@router.get("/events/{id}")
def event(request: Request, id: str) -> Response:
    """Return one event."""
    context = context_of(request)
    with context.store() as store:
        explanation = store.explain(id, policy=context.options.policy)
        if explanation.event.id != id:
            return RedirectResponse(links.to("events", explanation.event.id), status_code=307)
        (line,) = store.listings.events(EventQuery(id=id), limit=1).rows or (None,)
        ids = [evidence.event for told in explanation.articles for evidence in told.evidence]
        tellings = store.listings.tellings(ids[:TELLINGS])
    return page(
        request, "event.html", at="events", title=f"{explanation.event.type}: {explanation.title}",
        explanation=explanation, line=found(line, f"event {id}"), tellings=tellings,
        articles={article.id: article for article in explanation.articles},
    )  # fmt: skip


def _title(chosen: Mapping[str, str]) -> str:
    """Return what a view of events is called: "Events · Type: PROTEST · Since: 2026"."""
    return " · ".join(["Events", *(labels.choice_words(*one) for one in chosen.items() if one[0] != "sort")])


def given(request: Request) -> Mapping[str, str]:
    """Return the choices that stand in the address of a view, without the place in the list."""
    return {name: value for name in (*CHOICES, "sort") if (value := request.query_params.get(name))}
