"""What would change the judgement of an event, for each number of the scale."""

import pytest

from reportedly.linking.outlook import CREDIBILITY, foresee
from reportedly.records import Credibility, GivenValue, MergedEvent


def an_event(value: int, origins: int, *, reasons: tuple[str, ...] = (), **changes: object) -> MergedEvent:
    names = tuple(f"witness {number}" for number in range(origins))
    fields = {
        "id": "m1", "type": "ASSAULT", "origins": names, "independent_origins": origins,
        "credibility": Credibility(value=value, reasons=reasons).to_dict(),
    }  # fmt: skip
    return MergedEvent.from_dict(fields | changes)


@pytest.mark.parametrize(
    ("value", "origins", "words"),
    [
        (1, 2, ["A denial by somebody with a name: then 3, possibly true."]),
        (1, 3, ["A denial by somebody with a name: then 2, probably true."]),
        (2, 3, ["Should what speaks against it be taken back: 1, confirmed."]),
        (3, 2, ["One more origin that rests on none of these: 2, probably true.",
                "Should what speaks against it be taken back: 1, confirmed."]),
        (3, 1, ["Another origin, with a name, that does not have it from witness 0: 1, confirmed.",
                "A denial by somebody with a name: 4, doubtful."]),
        (4, 1, ["Another origin with a name: 3, possibly true.",
                "Should what speaks against it be taken back: 3, possibly true."]),
        (5, 0, ["Somebody with a name who says that it happened: 4, doubtful."]),
        (6, 0, ["Somebody with a name who says so: 3, possibly true."]),
    ],
)  # fmt: skip
def test_what_would_change_each_number(value: int, origins: int, words: list[str]) -> None:
    assert list(foresee(an_event(value, origins))) == words


def test_an_origin_without_a_name_does_not_count_towards_it() -> None:
    event = an_event(4, 1, reasons=("one origin: a neighbour", "unnamed: a neighbour"))
    assert list(foresee(event))[-1] == "Should what speaks against it be taken back: 6, cannot be judged."


@pytest.mark.parametrize(
    ("copies", "words"),
    [(1, "Not: more copies. 1 article repeats another's text."),
     (40, "Not: more copies. 40 articles repeat another's text.")],
)  # fmt: skip
def test_copies_change_nothing(copies: int, words: str) -> None:
    assert words in foresee(an_event(1, 2, copies=copies))


def given(kind: str, value: float, by: str, *, superseded: bool = False) -> dict[str, object]:
    return GivenValue(kind=kind, value=value, by=by, article="a1", superseded=superseded).to_dict()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([given("killed", 3, "clinic"), given("killed", 5, "army")],
         ["One figure from army and clinic would settle the figure for killed."]),
        ([given("count", 300, "clerks"), given("count", 90, "police")],
         ["One figure from clerks and police would settle how many there are."]),
        ([given("killed", 3, "clinic"), given("killed", 3, "army")], []),
        ([given("killed", 3, "army", superseded=True), given("killed", 5, "army")], []),
        ([given("killed", 3, "clinic"), given("injured", 5, "army")], []),
    ],
)  # fmt: skip
def test_only_those_who_differ_can_end_it(values: list[dict[str, object]], words: list[str]) -> None:
    told = list(foresee(an_event(1, 2, values=values)))
    assert told[1:] == words


def test_every_number_of_the_scale_has_words() -> None:
    assert sorted(CREDIBILITY) == [1, 2, 3, 4, 5, 6]
