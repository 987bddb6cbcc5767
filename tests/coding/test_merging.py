from dataclasses import replace

import pytest

from reportedly.coding.merging import merge_tellings, party_key
from reportedly.records import (
    Actor,
    Date,
    Event,
    EventType,
    Factuality,
    Mention,
    Modality,
    Place,
    PlaceKind,
    Precision,
    Quad,
    Standing,
)

RUSSIA = Actor(name="Russia", text="Russia", country="RUS", sectors=("GOV",))
MOSCOW = Actor(name="Moscow", text="Moscow", country="RUS", sectors=("GOV",))
PUTIN = Actor(name="Vladimir Putin", text="Putin", country="RUS", sectors=("GOV",), title="president")
CHAD = Actor(name="Chad", text="Chad", country="TCD", sectors=("GOV",))
REBELS = Actor(name="rebels", text="rebels", sectors=("REB",))


def told(at=0, *, actors=(RUSSIA,), recipients=(CHAD,), sentence=None, **changes):
    evidence = (at, at + 50) if sentence is None else sentence
    where = {"trigger": (at, at + 5), "evidence": evidence}
    meant = {"standing": Standing.ASSERTED, "modality": Modality.ACTUAL, "factuality": Factuality.CT_PLUS}
    event = Event(
        id=str(at), type=EventType.ASSAULT, quad=Quad.MATERIAL_CONFLICT, intensity=-9.0, actors=actors,
        recipients=recipients, mentions=(Mention(**where, **meant),), confidence=0.9, **where, **meant,
    )  # fmt: skip
    return replace(event, **changes)


@pytest.mark.parametrize(
    ("actor", "other", "same"), [(RUSSIA, MOSCOW, True), (RUSSIA, PUTIN, False), (RUSSIA, CHAD, False)]
)
def test_a_capital_and_its_country_are_one_government(actor, other, same):
    assert (party_key(actor) == party_key(other)) is same


def test_tellings_with_the_same_parties_are_one_event():
    merged = merge_tellings([told(0), told(100, actors=(MOSCOW,))])
    assert len(merged) == 1
    assert [m.trigger for m in merged[0].mentions] == [(0, 5), (100, 105)]


def test_the_fullest_telling_stands_first():
    place = Place(name="Abéché", text="Abéché", kind=PlaceKind.CITY)
    merged = merge_tellings([told(0), told(100, place=place)])
    assert (merged[0].trigger, merged[0].place) == ((100, 105), place)
    assert merged[0].mentions[0].trigger == (100, 105)


APART = [
    told(100, actors=(CHAD,), recipients=(RUSSIA,)),
    told(100, type=EventType.COERCE),
    told(100, modality=Modality.FUTURE),
    told(100, recipients=()),
    told(100, mode="aerial"),
    told(100, place=Place(name="Moundou", text="Moundou", kind=PlaceKind.CITY)),
]


@pytest.mark.parametrize("other", APART, ids=lambda e: e.id)
def test_different_acts_stay_apart(other):
    first = told(0, mode="firearms", place=Place(name="Abéché", text="Abéché", kind=PlaceKind.CITY))
    assert len(merge_tellings([first, other])) == 2


def test_in_one_sentence_the_one_fills_what_the_other_leaves_empty():
    sentence = (0, 80)
    strike = told(0, recipients=(), sentence=sentence, mode="aerial")
    killing = told(20, actors=(), recipients=(REBELS,), sentence=sentence)
    merged = merge_tellings([strike, killing])
    assert len(merged) == 1
    assert (merged[0].actors, merged[0].recipients, merged[0].mode) == ((RUSSIA,), (REBELS,), "aerial")


NAHR = Place(name="Nahr", text="Nahr", kind=PlaceKind.CITY)
MONDAY = Date(start="2026-11-23", end="2026-11-24", precision=Precision.DAY, text="Monday")


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, False),
        ({"place": NAHR}, False),
        ({"date": MONDAY}, False),
        ({"place": NAHR, "date": MONDAY}, True),
        ({"claim": "c1"}, True),
    ],
)
def test_what_names_nobody_of_politics_stands_where_it_is_pinned_down_or_said(changes, stands):
    assert bool(merge_tellings([told(0, **changes)], nobodys={0})) is stands
