"""A view of events as CSV or JSON: every row of it, in its order, page after page as it is sent."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from starlette.responses import Response, StreamingResponse

from reportedly.console.context import Context
from reportedly.records import Actor, Date, Place
from reportedly.storage.exports.columns import SEPARATOR, Cell, Column, header, row
from reportedly.storage.listings import EventLine, EventQuery, Page

#: Rows read at a time.
ROWS = 500


def _names(actors: Iterable[Actor]) -> str:
    return SEPARATOR.join(actor.name for actor in actors)


def _countries(actors: Iterable[Actor]) -> str:
    return SEPARATOR.join(actor.country or "" for actor in actors)


def _of(record: Date | Place | None, field: str) -> Cell:
    value: Cell = None if record is None else getattr(record, field)
    return value


COLUMNS: tuple[Column[EventLine], ...] = (
    Column("merged", "id of the event", lambda e: e.id),
    Column("story", "id of its story", lambda e: e.story),
    Column("type", "PLOVER 2.0 type", lambda e: e.type),
    Column("mode", "PLOVER mode, of the leading telling", lambda e: e.mode),
    Column("quad", "verbal or material, cooperation or conflict", lambda e: e.quad),
    Column("actors", "who did it", lambda e: _names(e.actors)),
    Column("actor_countries", "country of each actor", lambda e: _countries(e.actors)),
    Column("recipients", "to whom", lambda e: _names(e.recipients)),
    Column("recipient_countries", "country of each recipient", lambda e: _countries(e.recipients)),
    Column("date_start", "when it happened, first day or moment", lambda e: _of(e.date, "start")),
    Column("date_end", "the first day or moment after it", lambda e: _of(e.date, "end")),
    Column("place", "where", lambda e: _of(e.place, "name")),
    Column("place_country", "ISO 3166-1 alpha-3", lambda e: _of(e.place, "country")),
    Column("lat", "degrees north", lambda e: _of(e.place, "lat")),
    Column("lon", "degrees east", lambda e: _of(e.place, "lon")),
    Column("standing", "who vouches, in the leading telling", lambda e: e.standing),
    Column("modality", "whether it is told as done there", lambda e: e.modality),
    Column("articles", "how many tell it", lambda e: e.articles),
    Column("copies", "how many of them republish another's text", lambda e: e.copies),
    Column("independent_origins", "how many origins stand behind it", lambda e: e.independent_origins),
    Column("credibility", "Admiralty credibility, 1 to 6", lambda e: e.credibility),
    Column("disputed", "whether something speaks against it", lambda e: str(e.disputed).lower()),
    Column("latest", "when the newest article that tells it appeared", lambda e: e.latest),
    Column("lead", "id of the leading telling", lambda e: e.lead),
    Column("origin", "on whom that telling rests", lambda e: e.origin),
    Column("quote", "its sentence", lambda e: e.quote),
    Column("article_id", "id of its article", lambda e: e.article),
    Column("title", "headline of that article", lambda e: e.title),
    Column("publisher", "who carries it", lambda e: e.publisher),
    Column("url", "its address", lambda e: e.url),
)


def stream_csv(context: Context, query: EventQuery) -> Response:
    """Return a view as CSV, safe to open in a spreadsheet."""
    return _stream(context, query, _csv, media_type="text/csv; charset=utf-8", name="events.csv")


def stream_json(context: Context, query: EventQuery) -> Response:
    """Return a view as one JSON array."""
    return _stream(context, query, _json, media_type="application/json", name="events.json")


def _stream(
    context: Context,
    query: EventQuery,
    write: Callable[[Iterable[EventLine]], Iterator[str]],
    *,
    media_type: str,
    name: str,
) -> Response:
    # The first page is read here: what is wrong with the query must become an error, not half a file.
    with context.store() as store:
        first = store.listings.events(query, limit=ROWS)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(write(_lines(context, query, first)), media_type=media_type, headers=headers)


def _lines(context: Context, query: EventQuery, part: Page[EventLine]) -> Iterator[EventLine]:
    """Yield every event of a view; each page is read by itself, so that a slow visitor holds no reader."""
    yield from part.rows
    while part.next is not None:
        with context.store() as store:
            part = store.listings.events(query, limit=ROWS, after=part.next)
        yield from part.rows


def _csv(lines: Iterable[EventLine]) -> Iterator[str]:
    yield _written(header(COLUMNS))
    for line in lines:
        yield _written(row(COLUMNS, line))


def _written(cells: Iterable[Cell]) -> str:
    piece = io.StringIO()
    csv.writer(piece, lineterminator="\n").writerow(cells)
    return piece.getvalue()


def _json(lines: Iterable[EventLine]) -> Iterator[str]:
    separator = "["
    for line in lines:
        yield f"{separator}\n{line.to_json()}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"
