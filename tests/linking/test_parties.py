from datetime import date

import pytest

from reportedly.linking.parties import days_of, distinct
from reportedly.records import Actor


def people(*named):
    return tuple(
        Actor(name=name, text=name, span=None, country=country, sectors=("CVL",), title=None, alleged=False)
        for name, country in named
    )


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([("nine people", "COL"), ("Fourteen people", "COL"), ("people", None)], ["nine people"]),
        ([("four fishermen", None), ("sailors", None), ("fishermen", "LKA")], ["four fishermen", "sailors"]),
        ([("miners", "PER"), ("nine miners", "BOL")], ["miners", "nine miners"]),
        ([("Ana Prado", "COL"), ("Luis Prado", "COL")], ["Ana Prado", "Luis Prado"]),
    ],
    ids=["counts of the same", "other nouns", "of two countries", "of one family"],
)
def test_parties_stand_once_each(told, kept):
    assert [actor.name for actor in distinct(people(*told))] == kept


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ({"date": "2026-05-04"}, date(2026, 5, 4)),
        # "On Tuesday" of the week to come: nothing has happened there yet.
        ({"date": "2026-05-12"}, date(2026, 5, 1)),
        ({"date": "2026-05-12", "modality": "future"}, date(2026, 5, 12)),
        ({}, date(2026, 5, 1)),
    ],
)
def test_what_happened_did_so_before_it_was_printed(told, first, newsroom):
    report = newsroom.report(
        "Reef Wire", "Raiders shelled the mill.", told=[newsroom.Tells("ASSAULT", "shelled", **told)]
    )
    days = days_of(report.events[0], article=report.article)
    assert days is not None
    assert days[0] == first
