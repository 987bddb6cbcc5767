"""Counts beside every filter: how many events there would be with that choice, all other choices kept."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.records import Record
from reportedly.storage.listings.query import ELSEWHERE, OWN, EventQuery, where

#: The columns that are counted together, in the order of the index that holds them.
COUNTED = ("type", "quad", "standing", "modality", "disputed", "origins")
COLUMNS = "type, quad, standing, modality, disputed, independent_origins"
NOTHING = ", ".join(["NULL"] * len(COUNTED))
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
    groups, countries = _count(connection, query)
    chosen = _chosen(query)
    facets = [
        Facet(name, _counted(name, place, groups, _apart_from(place, chosen))) for place, name in enumerate(COUNTED)
    ]
    total = sum(group.events for group in groups if _fits(group, chosen))
    return Facets(total, (*facets, Facet("country", countries)))


def _count(connection: sqlite3.Connection, query: EventQuery) -> tuple[list[_Group], tuple[FacetValue, ...]]:
    """Count the events that agree in what is counted, and those of each country, all other choices kept."""
    elsewhere = query.without_country().conditions_elsewhere()
    # Writing down what fits takes longer than finding much of it again, unless it is found by what was heard.
    is_gathered = bool(elsewhere) and (not query.common or "source" in query.common)
    counted = _gathered(query, elsewhere) if is_gathered else _read_through(query, elsewhere)
    rows = connection.execute(counted, query.values()).fetchall()
    groups = [
        _Group((*row[1:5], "true" if row[5] else "false", str(min(row[6], MANY))), row[7])
        for row in rows if row[0] is None
    ]  # fmt: skip
    countries = ((row[0], row[7]) for row in rows if row[0] is not None)
    ranked = sorted(countries, key=lambda one: (-one[1], one[0]))[:COUNTRIES]
    return groups, tuple(FacetValue(country, events) for country, events in ranked)


def _gathered(query: EventQuery, elsewhere: list[str]) -> str:
    """Return the query that finds what fits once, and counts that twice."""
    return f"""
        WITH found AS MATERIALIZED (
            SELECT merged, {COLUMNS}, first_day, last_day FROM listed_events WHERE {where([*elsewhere, *_days(query)])}
        )
        SELECT NULL, {COLUMNS}, count(*) FROM found AS listed_events WHERE {where(_country(query))} GROUP BY {COLUMNS}
        UNION ALL
        SELECT country, {NOTHING}, count(*) FROM found AS listed_events
        CROSS JOIN listed_countries ON listed_countries.merged = listed_events.merged
        WHERE {where(query.conditions_on_row())} GROUP BY country
    """


def _read_through(query: EventQuery, elsewhere: list[str]) -> str:
    """Return the query that asks every event."""
    inside = [*elsewhere, *_days(query), *_country(query)]
    others = [*elsewhere, *query.conditions_on_row()]
    events = "listed_events CROSS JOIN listed_countries ON listed_countries.merged = listed_events.merged"
    return f"""
        SELECT NULL, {COLUMNS}, count(*) FROM listed_events WHERE {where(inside)} GROUP BY {COLUMNS}
        UNION ALL
        SELECT country, {NOTHING}, count(*) FROM {events if others else "listed_countries"}
        WHERE {where(others)} GROUP BY country
    """


def _days(query: EventQuery) -> list[str]:
    return [OWN[name] for name in ("since", "until") if name in query.values()]


def _country(query: EventQuery) -> list[str]:
    return [] if query.filters.country is None else [ELSEWHERE["country"]]


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
