"""What the filters ask for, and which are refused."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from reportedly import Report, SettingsError, Store
from reportedly.records import Actor, Claim, Date, Event, Place, PlaceKind, Precision, Source, SourceKind
from reportedly.storage import Filters


def in_order(value: object) -> str:
    """Name a set by its sorted members: processes that share the tests must call each by one name."""
    return f"{{{', '.join(sorted(map(repr, value)))}}}" if isinstance(value, set) else str(value)


def party(name: str, country: str | None = None, *sectors: str) -> Actor:
    return Actor(name=name, text=name, country=country, sectors=sectors)


def day(value: str) -> Date:
    return Date(start=value, end=None, precision=Precision.of_iso(value))


@pytest.fixture
def filled(store: Store, report_of: Callable[..., Report], build: SimpleNamespace) -> Store:
    """A store with four events in three articles, and one article without any."""
    said = Claim.from_dict(build.a_claim().to_dict() | {"id": "said"})
    unsaid = Claim.from_dict(build.a_claim().to_dict() | {"id": "unsaid"})

    def event(id: str, **changes: Any) -> Event:
        parts = {"actors": (), "recipients": (), "place": None, "date": None, "claim": None, "mentions": ()}
        return build.an_event(**(parts | {"id": id} | changes))

    oslo = Place(name="Oslo", text="Oslo", kind=PlaceKind.CITY, country="NOR")
    market = (Source(name="Mária 100%_Szabó", kind=SourceKind.PERSON),)
    store.add(
        report_of(
            "Parliament met in the snow.",
            published="2025-03-04",
            claims=(said, unsaid),
            events=(
                event("accuse", type="ACCUSE", actors=(party("Nicolás Maduro", "VEN", "GOV"),), claim="said"),
                event(
                    "consult", type="CONSULT", actors=(party("Norway", "NOR"),), recipients=(party("Nicolás Maduro"),)
                ),
            ),
        )
    )
    store.add(
        report_of(
            "Su-30 jets flew; radar saw them.",
            published="2025-02-01",
            claims=(),
            events=(event("visit", type="CONSULT", place=oslo, date=day("2014-05"), sources=market),),
        )
    )
    store.add(report_of("Undated.", published=None, claims=(), events=(event("undated", type="ASSAULT"),)))
    store.add(report_of("Silence.", published="2025-03-06", claims=(), events=()))
    return store


def ids(reports: Any) -> set[str]:
    return {event.id for report in reports for event in report.events}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, {"accuse", "consult", "visit", "undated"}),
        ({"actor": "maduro"}, {"accuse"}),
        ({"actor": "NICOLÁS  mad"}, {"accuse"}),
        ({"recipient": "Maduro"}, {"consult"}),
        ({"actor": "Norway", "recipient": "Maduro"}, {"consult"}),
        ({"actor": "Maduro", "recipient": "Maduro"}, set()),
        ({"actor": "%"}, set()),
        ({"type": "consult"}, {"consult", "visit"}),
        ({"country": "nor"}, {"consult", "visit"}),
        ({"country": "NO"}, set()),
        ({"since": "2025"}, {"accuse", "consult"}),
        ({"until": "2014"}, {"visit"}),
        ({"until": "2014-04"}, set()),
        ({"since": "2014-05-31", "until": "2014-05-31"}, {"visit"}),
        ({"since": "2025-03-04", "until": "2025-03-04"}, {"accuse", "consult"}),
        ({"since": "2025-03-05"}, set()),
        ({"text": "snow"}, {"accuse", "consult"}),
        ({"text": '"Su-30" AND radar'}, {"visit"}),
        ({"text": "parli*"}, {"accuse", "consult"}),
        ({"text": "title: snow"}, set()),
        ({"source": "MARIA"}, {"visit"}),
        ({"source": "100%_sz"}, {"visit"}),
        ({"source": "1__%_sz"}, set()),
        ({"type": "CONSULT", "country": "NOR", "since": "2025"}, {"consult"}),
    ],
    ids=in_order,
)
def test_a_filter_finds_the_events_it_speaks_of(filled: Store, filters: dict[str, str], found: set[str]) -> None:
    assert ids(filled.events(Filters(**filters))) == found


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, {"said", "unsaid"}),
        ({"actor": "maduro"}, {"said"}),
        ({"recipient": "maduro"}, set()),
        ({"type": "ACCUSE", "country": "VEN"}, {"said"}),
        ({"type": "CONSULT"}, set()),
        ({"source": "quispe"}, {"said", "unsaid"}),
        ({"source": "maria"}, set()),
        ({"text": "snow"}, {"said", "unsaid"}),
        ({"since": "2025-03-05"}, set()),
        ({"until": "2025-03"}, {"said", "unsaid"}),
    ],
    ids=in_order,
)
def test_claims_are_found_by_their_own_days_and_sources_and_through_their_events(
    filled: Store, filters: dict[str, str], found: set[str]
) -> None:
    assert {claim.id for report in filled.claims(Filters(**filters)) for claim in report.claims} == found


@pytest.mark.parametrize(
    ("filters", "events"),
    [({}, [0, 2, 1, 1]), ({"type": "CONSULT"}, [2, 1]), ({"text": "silence"}, [0]), ({"text": "nowhere"}, [])],
    ids=in_order,
)
def test_reports_come_whole(filled: Store, filters: dict[str, str], events: list[int]) -> None:
    assert [len(report.events) for report in filled.reports(Filters(**filters))] == events


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"type": "ACCUSE"}, {"Harbour Post", "Meridian Wire", "Officials", "Ana Quispe", "Radio Amazonas"}),
        ({"until": "2014"}, {"Mária 100%_Szabó"}),
        ({"source": "quispe"}, {"Ana Quispe"}),
        ({"text": "silence"}, set()),
    ],
    ids=in_order,
)
def test_sources_are_those_of_what_is_asked_for(filled: Store, filters: dict[str, str], names: set[str]) -> None:
    assert {source.name for source in filled.sources(Filters(**filters))} == names


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"type": "ATTACK"}, "no event type is called 'ATTACK'; there are AGREE, CONSULT"),
        ({"since": "yesterday"}, "since is no day, month or year: 'yesterday'; write 2025-03-04, 2025-03 or 2025"),
        ({"until": "2025-02-30"}, "until is no day, month or year: '2025-02-30'"),
        ({"text": "a\ud800"}, "text holds half a surrogate pair"),
        ({"actor": "\udfff"}, "actor holds half a surrogate pair"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(filters: dict[str, str], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        Filters(**filters)


@pytest.mark.parametrize("text", ["Su-30", '"open', "a AND", "(", "body: x", "", "^"])
@pytest.mark.parametrize("read", [Store.events, Store.claims, Store.reports, Store.sources])
def test_words_that_cannot_be_searched_are_refused_with_advice(store: Store, read: Any, text: str) -> None:
    with pytest.raises(SettingsError, match="cannot be searched: .*; put words with signs in them in double quotes"):
        list(read(store, Filters(text=text)))
