"""Counts beside every filter: how many events there would be with that choice, all other choices kept."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Record
from reportedly.storage.listings.query import OWN, EventQuery, where

#: The columns that are counted together, in the order of the index that holds them.
COUNTED = ("type", "quad", "standing", "modality", "disputed", "origins")
#: So many origins or more are counted as one choice.
MANY = 3
COUNTRIES = 24


@dataclass(frozen=True, slots=True)
class FacetValue(Record):
    """One choice.

    Attributes:
        value: As the filter takes it.
        events: How many there are.
    """

    value: str
    events: int


@dataclass(frozen=True, slots=True)
class Facet(Record):
    """The choices of one filter, the most frequent first."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Facets(Record):
    """How many events a query finds, and how many every other choice would.

    Attributes:
        total: Events found.
        facets: One for each filter with few values.
    """

    total: int
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Events that agree in all that is counted."""

    values: tuple[str, ...]
    events: int


def count_facets(connection: sqlite3.Connection, query: EventQuery) -> Facets:
    """Count the events that a query finds, and those for every choice of a filter."""
    groups = _groups(connection, query)
    chosen = _chosen(query)
    facets = [
        Facet(name, _counted(name, place, groups, _apart_from(place, chosen))) for place, name in enumerate(COUNTED)
    ]
    countries = Facet("country", tuple(_countries(connection, query)))
    total = sum(group.events for group in groups if _fits(group, chosen))
    return Facets(total, (*facets, countries))


def _groups(connection: sqlite3.Connection, query: EventQuery) -> list[_Group]:
    given = query.values()
    days = [OWN[name] for name in ("since", "until") if name in given]
    rows = connection.execute(
        f"""
        SELECT type, quad, standing, modality, disputed, independent_origins, count(*) FROM listed_events
        WHERE {where([*query.conditions_elsewhere(), *days])}
        GROUP BY type, quad, standing, modality, disputed, independent_origins
        """,
        given,
    )
    return [_Group((*row[:4], "true" if row[4] else "false", str(min(row[5], MANY))), row[6]) for row in rows]


def _chosen(query: EventQuery) -> tuple[str | None, ...]:
    """Return the values asked for, in the order of what is counted; None where a filter is open."""
    disputed = None if query.disputed is None else str(query.disputed).lower()
    type = query.filters.type and query.filters.type.upper()
    origins = None if query.origins is None else str(min(query.origins, MANY))
    return (type, query.quad, query.standing, query.modality, disputed, origins)


def _apart_from(place: int, chosen: Sequence[str | None]) -> tuple[str | None, ...]:
    return tuple(None if at == place else value for at, value in enumerate(chosen))


def _fits(group: _Group, chosen: Iterable[str | None]) -> bool:
    """Whether a group has the values asked for; of origins, so many or more."""
    *others, origins = chosen
    named = all(wanted in (None, value) for value, wanted in zip(group.values, others, strict=False))
    return named and (origins is None or group.values[-1] >= origins)


def _counted(name: str, place: int, groups: Iterable[_Group], chosen: Sequence[str | None]) -> tuple[FacetValue, ...]:
    found: Counter[str] = Counter()
    for group in groups:
        if not _fits(group, chosen):
            continue
        if name == "origins":
            # "2" means two or more, as the filter does.
            found.update({str(least): group.events for least in range(1, int(group.values[place]) + 1)})
        else:
            found[group.values[place]] += group.events
    if name == "origins":
        return tuple(FacetValue(value, found[value]) for value in sorted(found))
    return tuple(FacetValue(value, events) for value, events in sorted(found.items(), key=lambda one: (-one[1], one)))


def _countries(connection: sqlite3.Connection, query: EventQuery) -> Iterable[FacetValue]:
    others = query.without_country()
    conditions = others.conditions()
    inside = f"merged IN (SELECT merged FROM listed_events WHERE {where(conditions)})" if conditions else "1"
    rows = connection.execute(
        f"""
        SELECT country, count(*) AS events FROM listed_countries WHERE {inside}
        GROUP BY country ORDER BY events DESC, country LIMIT :countries
        """,
        others.values() | {"countries": COUNTRIES},
    )
    return (FacetValue(country, events) for country, events in rows)
