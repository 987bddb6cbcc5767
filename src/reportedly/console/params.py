"""What a request asks for: the same names in the addresses of pages and of the API."""

from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from fastapi import Depends, Query
from pydantic import BeforeValidator, Field

from reportedly.records import EventType, Modality, Quad, Standing
from reportedly.storage import Filters
from reportedly.storage.listings import EventQuery, Sort

T = TypeVar("T")
#: Names, dates and searches are short; the longest name on record has fewer letters.
LONGEST = 300
MOST_ROWS = 200


def _empty_to_none(value: Any) -> Any:
    # A form sends every field, the empty ones too.
    return None if value == "" else value


def _upper(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


Empty = BeforeValidator(_empty_to_none)
# A bound of its own: one on the whole would be tried on the None that an empty field becomes.
Words: TypeAlias = Annotated[Annotated[str, Field(max_length=LONGEST)] | None, Empty]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=MOST_ROWS, description="How many rows at most.")]
After: TypeAlias = Annotated[
    Annotated[str, Field(max_length=2_000)] | None,
    Empty,
    Query(description="`next` of the page before; leave it out for the first."),
]


def read_filters(
    actor: Annotated[Words, Query(description="Part of the name of who did it; case and accents do not count.")] = None,
    recipient: Annotated[Words, Query(description="Part of the name of whom it was done to.")] = None,
    type: Annotated[
        EventType | None, BeforeValidator(_upper), Empty, Query(description="PLOVER type.", examples=["PROTEST"])
    ] = None,
    country: Annotated[Words, Query(description="Code of an actor, a recipient or the place: POL, IGO.")] = None,
    since: Annotated[
        Words, Query(description="Year, month or day: what was not over before.", examples=["2026-04"])
    ] = None,
    until: Annotated[Words, Query(description="Year, month or day: what had begun by its end.")] = None,
    text: Annotated[
        Words, Query(description='Words of title or text: two words, "a phrase", AND, OR, NOT, begin*.')
    ] = None,
    source: Annotated[Words, Query(description="Part of the name of somebody in the chain of sources.")] = None,
) -> Filters:
    """Return the filters that every list takes.

    Raises:
        SettingsError: One of them makes no sense.
    """
    return Filters(
        actor=actor, recipient=recipient, type=type, country=country, since=since, until=until, text=text,
        source=source,
    )  # fmt: skip


Chosen: TypeAlias = Annotated[Filters, Depends(read_filters)]


def read_query(
    filters: Chosen,
    party: Annotated[Words, Query(description="The whole name of an actor or a recipient.")] = None,
    quad: Annotated[Quad | None, Empty, Query(description="Verbal or material, cooperation or conflict.")] = None,
    standing: Annotated[Standing | None, Empty, Query(description="Who vouches for it.")] = None,
    modality: Annotated[Modality | None, Empty, Query(description="Whether it is told as done.")] = None,
    disputed: Annotated[
        Literal["true", "false"] | None, Empty, Query(description="Whether something speaks against it.")
    ] = None,
    origins: Annotated[
        Annotated[int, Field(ge=1, le=1_000)] | None,
        Empty,
        Query(description="On at least so many independent origins."),
    ] = None,
    sort: Annotated[Sort, Query(description="What comes first.")] = Sort.NEWEST,
) -> EventQuery:
    """Return what a list of events is narrowed to.

    Raises:
        SettingsError: A filter makes no sense.
    """
    return EventQuery(
        filters=filters, party=party, quad=quad, standing=standing, modality=modality,
        disputed=None if disputed is None else disputed == "true", origins=origins, sort=sort,
    )  # fmt: skip


Asked: TypeAlias = Annotated[EventQuery, Depends(read_query)]

#: The names of choices that the address of a view of events carries.
CHOICES = (
    "actor", "recipient", "party", "type", "quad", "standing", "modality", "disputed", "origins", "country", "since",
    "until", "text", "source",
)  # fmt: skip
