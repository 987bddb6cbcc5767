"""POLECAT rows: its columns, only what happened, one row a line whatever the text holds."""

import io
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly.records import Actor, Date, Factuality, Modality, Place, PlaceKind, Precision, Published, Standing
from reportedly.storage.exports.polecat import COLUMNS, happened, write_polecat

# As the header of the public files has it, in 2024.
HEADER = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tEvent Intensity\tQuad Code\tContexts\tActor Name\tActor Country\t"
    "Actor COW\tPrimary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\t"
    "Recipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\t"
    "Recipient Name Raw\tWikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\t"
    "GeoNames ID\tRaw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\t"
    "Story Locations\tLanguage\tVersion"
)


def rows_of(*reports: Any) -> list[dict[str, str]]:
    stream = io.StringIO()
    write_polecat(reports, stream)
    header, *lines = stream.getvalue().split("\n")[:-1]
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_the_columns_are_those_of_polecat() -> None:
    assert "\t".join(COLUMNS) == HEADER


def test_a_row_tells_the_event(build: SimpleNamespace) -> None:
    (row,) = rows_of(build.a_report(places=(build.an_event().place, build.an_event().place)))
    assert {name: value for name, value in row.items() if value != "None"} == {
        "Event ID": "event1", "Event Date": "2025-03-03", "Event Type": "ASSAULT", "Event Mode": "aerial",
        "Event Intensity": "-9.0", "Quad Code": "MATERIAL CONFLICT", "Contexts": "military",
        "Actor Name": "Peruvian army", "Actor Country": "PER", "Primary Actor Sector": "MIL", "Actor Sectors": "MIL",
        "Actor Name Raw": "an army helicopter", "Recipient Name": "miners", "Recipient Country": "PER",
        "Primary Recipient Sector": "CVL", "Recipient Sectors": "CVL", "Recipient Name Raw": "a mining camp",
        "Placename": "Iquitos", "City": "Iquitos", "Province": "Loreto", "Country": "PER", "Raw Placename": "Iquitos",
        "Feature Type": "city", "Source": "Harbour Post", "Publication Date": "2025-03-04",
        "Story Locations": "Iquitos", "Language": "en", "Version": "Reportedly 0.1.0",
    }  # fmt: skip


def test_parallel_columns_keep_a_place_for_each_party(build: SimpleNamespace) -> None:
    actors = (
        Actor(name="Chad", text="Chad", country="TCD", sectors=("GOV", "MIL")),
        Actor(name="rebels", text="the rebels", title="fighters"),
    )
    (row,) = rows_of(build.a_report(events=(build.an_event(actors=actors, recipients=()),)))
    assert (row["Actor Name"], row["Actor Country"]) == ("Chad; rebels", "TCD; None")
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("GOV; None", "GOV|MIL; None")
    assert (row["Actor Title"], row["Actor Name Raw"]) == ("None; fighters", "Chad; the rebels")
    assert row["Recipient Name"] == row["Recipient Country"] == "None"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        (None, "2025-03-04"),
        (Date(start="2025-02", end=None, precision=Precision.MONTH), "2025-02-01"),
        (Date(start=None, end="2025-02-01", precision=Precision.RANGE), "2025-01-31"),
    ],
)
def test_a_row_has_one_day(build: SimpleNamespace, date: Date | None, day: str) -> None:
    (row,) = rows_of(build.a_report(events=(build.an_event(date=date),)))
    assert row["Event Date"] == day


def test_without_any_date_the_day_is_absent(build: SimpleNamespace) -> None:
    article = build.an_article(published=Published(), publisher=None)
    (row,) = rows_of(build.a_report(article=article, events=(build.an_event(date=None),)))
    assert row["Event Date"] == row["Publication Date"] == row["Source"] == "None"


def test_only_a_city_is_a_city(build: SimpleNamespace) -> None:
    place = Place(
        name="Loreto", text="Loreto", kind=PlaceKind.REGION, country="PER", lat=-4.0, lon=-75.0, geonames_id=7
    )
    (row,) = rows_of(build.a_report(events=(build.an_event(place=place),)))
    assert (row["Placename"], row["City"], row["Latitude"], row["GeoNames ID"]) == ("Loreto", "None", "-4.0", "7")


def test_no_text_breaks_a_row_or_runs_in_a_spreadsheet(build: SimpleNamespace) -> None:
    actors = (Actor(name="=1+1\tx\r\ny\x0bz\u2028", text="\t"),)
    (row,) = rows_of(build.a_report(events=(build.an_event(actors=actors),)))
    assert (row["Actor Name"], row["Actor Name Raw"]) == ("'=1+1 x y z", "None")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, True),
        ({"modality": Modality.HISTORICAL}, True),
        ({"standing": Standing.ALLEGED, "factuality": Factuality.UU}, True),
        ({"modality": Modality.NEGATED}, False),
        ({"modality": Modality.FUTURE}, False),
        ({"modality": Modality.HYPOTHETICAL}, False),
        ({"standing": Standing.DENIED}, False),
        ({"factuality": Factuality.CT_MINUS}, False),
    ],
)
def test_only_what_is_told_as_having_happened_gets_a_row(
    build: SimpleNamespace, changes: dict[str, Any], told: bool
) -> None:
    event = build.an_event(**changes)
    assert happened(event) is told
    assert len(rows_of(build.a_report(events=(event,)))) == told


def test_what_is_lost_is_counted(build: SimpleNamespace) -> None:
    events = (
        build.an_event(),
        build.an_event(standing=Standing.ALLEGED, items=(), quantities=(), sources=()),
        build.an_event(modality=Modality.FUTURE),
        build.an_event(date=Date(start="2025-02", end=None, precision=Precision.MONTH), actors=(), recipients=()),
    )
    lost = write_polecat([build.a_report(events=events)], io.StringIO())
    assert (lost.events, lost.dropped) == (4, 1)
    assert [(line.split(": ")[0].removeprefix("left out in "), line.split(": ")[1]) for line in lost.lines()[1:]] == [
        ("2 of 3 events", "who says so"),
        ("1 of 3 events", "that it is alleged only"),
        ("1 of 3 events", "that its date is a period"),
        ("2 of 3 events", "figures"),
        ("2 of 3 events", "the things that it is about"),
        ("3 of 3 events", "words and offsets of the evidence"),
        ("2 of 3 events", "Correlates of War and Wikipedia ids of the parties"),
    ]


def test_no_report_gives_a_header_alone_and_loses_nothing() -> None:
    stream = io.StringIO()
    assert write_polecat([], stream).lines() == []
    assert stream.getvalue() == f"{HEADER}\n"
