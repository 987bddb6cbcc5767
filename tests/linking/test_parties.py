import pytest

from reportedly.linking.parties import distinct
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
