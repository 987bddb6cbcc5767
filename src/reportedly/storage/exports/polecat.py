"""POLECAT: tab-separated rows under the column names of the public POLECAT files (`ngecEvents.DV.*.txt`).

Column names, their order, upper-case quads, "|" between contexts, "; " between parties and "None" for what is absent
are as programs that read those files expect them. Cells hold no tabs or line breaks, which some of those files do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from reportedly.records import Actor, Event, Factuality, Modality, PlaceKind, Published, Report, Standing
from reportedly.storage.days import FIRST_OF_ALL, days_of
from reportedly.storage.exports.columns import safe
from reportedly.storage.exports.losses import Loss, LossReport

ABSENT = "None"
BETWEEN_PARTIES = "; "
BETWEEN_VALUES = "|"

#: Rows of POLECAT have no place for any of these, and read as "this happened".
NOT_HAPPENED = frozenset({Modality.NEGATED, Modality.HYPOTHETICAL, Modality.FUTURE})
UNTRUE = frozenset({Factuality.CT_MINUS, Factuality.PR_MINUS, Factuality.PS_MINUS})

LOSSES = (
    Loss("who says so: the chain of sources, standing and factuality", lambda event: bool(event.sources)),
    Loss("that it is alleged only", lambda event: event.standing is Standing.ALLEGED),
    Loss("that its date is a period: the first day stands for it", lambda event: _is_period(event)),
    Loss("figures", lambda event: bool(event.quantities)),
    Loss("the things that it is about", lambda event: bool(event.items)),
    Loss("words and offsets of the evidence", lambda event: True),
    Loss("Correlates of War and Wikipedia ids of the parties", lambda event: bool(event.actors or event.recipients)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    report: Report
    event: Event


def _none(_: _Row) -> None:
    return None


def _parties(side: str, value: Callable[[Actor], str | None]) -> Callable[[_Row], str | None]:
    """Return what takes one value of every party of a side; parallel columns keep a place for each party."""

    def joined(row: _Row) -> str | None:
        actors: tuple[Actor, ...] = getattr(row.event, side)
        return BETWEEN_PARTIES.join(value(actor) or ABSENT for actor in actors) or None

    return joined


def _party_columns(side: str, name: str) -> dict[str, Callable[[_Row], object]]:
    return {
        f"{name} Name": _parties(side, lambda actor: actor.name),
        f"{name} Country": _parties(side, lambda actor: actor.country),
        f"{name} COW": _none,
        f"Primary {name} Sector": _parties(side, lambda actor: actor.sectors[0] if actor.sectors else None),
        f"{name} Sectors": _parties(side, lambda actor: BETWEEN_VALUES.join(actor.sectors)),
        f"{name} Title": _parties(side, lambda actor: actor.title),
        f"{name} Name Raw": _parties(side, lambda actor: actor.text),
        f"Wikipedia {name} ID": _none,
    }


def _place(field: str) -> Callable[[_Row], object]:
    return lambda row: None if row.event.place is None else getattr(row.event.place, field)


def _city(row: _Row) -> str | None:
    place = row.event.place
    return place.name if place is not None and place.kind is PlaceKind.CITY else None


def _day(row: _Row) -> str | None:
    days = days_of(row.event.date, published=row.report.article.published)
    # A time without a beginning has its end alone to tell.
    return (days.last if days.first == FIRST_OF_ALL else days.first) or None


COLUMNS: dict[str, Callable[[_Row], object]] = {
    "Event ID": lambda row: row.event.id,
    "Event Date": _day,
    "Event Type": lambda row: str(row.event.type),
    "Event Mode": lambda row: row.event.mode,
    "Event Intensity": lambda row: row.event.intensity,
    "Quad Code": lambda row: str(row.event.quad).upper(),
    "Contexts": lambda row: BETWEEN_VALUES.join(row.event.contexts),
    **_party_columns("actors", "Actor"),
    **_party_columns("recipients", "Recipient"),
    "Placename": _place("name"),
    "City": _city,
    "District": _none,
    "Province": _place("admin1"),
    "Country": _place("country"),
    "Latitude": _place("lat"),
    "Longitude": _place("lon"),
    "GeoNames ID": _place("geonames_id"),
    "Raw Placename": _place("text"),
    "Feature Type": _place("kind"),
    "Source": lambda row: row.report.article.publisher and row.report.article.publisher.name,
    "Publication Date": lambda row: (row.report.article.published.value or "")[:10],
    "Story People": _none,
    "Story Organizations": _none,
    "Story Locations": lambda row: BETWEEN_PARTIES.join(dict.fromkeys(place.name for place in row.report.places)),
    "Language": lambda row: row.report.article.language,
    "Version": lambda row: f"Reportedly {row.report.coder.version}",
}


def write_polecat(reports: Iterable[Report], stream: TextIO) -> LossReport:
    """Write a row for each event that the text tells as having happened; return what is lost."""
    lost = LossReport(LOSSES)
    stream.write("\t".join(COLUMNS) + "\n")
    for report in reports:
        for event in report.events:
            is_dropped = not happened(event)
            lost.note(event, is_dropped=is_dropped)
            if not is_dropped:
                stream.write("\t".join(_cell(take(_Row(report, event))) for take in COLUMNS.values()) + "\n")
    return lost


def happened(event: Event) -> bool:
    """Whether the text tells an event as something that happened, by whomever it has it."""
    is_denied = event.standing is Standing.DENIED or event.factuality in UNTRUE
    return event.modality not in NOT_HAPPENED and not is_denied


def _cell(value: object) -> str:
    if value is None or value == "":
        return ABSENT
    # Tabs and line breaks would end the cell; a number is no formula.
    return str(safe(" ".join(value.split()) or ABSENT)) if isinstance(value, str) else str(value)


def _is_period(event: Event) -> bool:
    if event.date is None or event.date.start is None:
        return event.date is not None
    days = days_of(event.date, published=Published())
    return days.first != days.last
