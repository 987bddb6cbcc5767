"""Whether an example codes as it is marked."""

from types import SimpleNamespace

import pytest

from reportedly.coding.codebook import Example
from reportedly.coding.examples import Mistake, disagreements, find_mistakes
from reportedly.records import EventType, Report

TEXT = "an army helicopter shelled a mining camp"


def found(build: SimpleNamespace, events: tuple[object, ...], **marks: object) -> list[str]:
    example = Example.model_validate({"text": TEXT, "trigger": "shelled", "standing": "reported"} | marks)
    return list(disagreements(example, build.a_report(events=events), file_type=EventType.ASSAULT))


@pytest.mark.parametrize(
    "marks",
    [
        {},
        {"mode": "aerial"},
        {"trigger": "helicopter shelled"},
        {"actors": ["helicopter"], "recipients": ["mining camp"]},
        {"actors": ["Peruvian army"]},
    ],
)
def test_an_example_that_codes_as_marked(build: SimpleNamespace, marks: dict[str, object]) -> None:
    assert found(build, (build.an_event(),), **marks) == []


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ({"mode": "drone"}, "mode aerial, not drone"),
        ({"type": "COERCE"}, "COERCE at 'shelled' is missing; coded ASSAULT aerial"),
        ({"trigger": "camp"}, "ASSAULT at 'camp' is missing; coded ASSAULT aerial"),
        ({"trigger": None}, "coded ASSAULT aerial, though nothing is to be coded"),
        ({"actors": ["rebels"]}, "actor 'rebels' is missing; found an army helicopter"),
        ({"recipients": ["villagers"]}, "recipient 'villagers' is missing; found a mining camp"),
        ({"modality": "future"}, "modality actual, not future"),
        ({"standing": "denied"}, "standing reported, not denied"),
    ],
)
def test_every_disagreement_is_said(build: SimpleNamespace, marks: dict[str, object], said: str) -> None:
    assert found(build, (build.an_event(),), **marks) == [said]


def test_nothing_coded_is_said(build: SimpleNamespace) -> None:
    assert found(build, ()) == ["ASSAULT at 'shelled' is missing; coded nothing"]
    assert found(build, (), trigger=None) == []
    nobody = build.an_event(actors=())
    assert found(build, (nobody,), actors=["rebels"]) == ["actor 'rebels' is missing; found nobody"]


def test_every_example_of_a_codebook_is_coded(build: SimpleNamespace) -> None:
    class Silent:
        def code(self, article: str) -> Report:
            return build.a_report(events=())

    example = Example(text=TEXT, trigger="shelled", actors=(), recipients=())
    negative = Example(text="Nothing.", actors=(), recipients=())
    entry = SimpleNamespace(all_examples=lambda: (example, negative))
    codebook = SimpleNamespace(types={EventType.ASSAULT: entry})
    assert list(find_mistakes(codebook, coder=Silent())) == [
        Mistake(EventType.ASSAULT, TEXT, "ASSAULT at 'shelled' is missing; coded nothing")
    ]
