"""The matrix of pairs: its order, its bands, what it leaves out."""

import pytest

from reportedly.charts import NARROW, PairCount, dyads
from reportedly.charts.pairs import FEW, MOST
from reportedly.charts.words import NOTHING
from reportedly.records import Quad


def pair(actor: str, recipient: str, events: int = 1, quad: Quad = Quad.MATERIAL_CONFLICT) -> PairCount:
    return PairCount(actor=actor, recipient=recipient, quad=quad, events=events)


def cells(chart) -> dict[tuple[str, str], tuple[int, str]]:
    return {(row["actor"], row["recipient"]): (row["events"], row["share"]) for row in chart.layer[1].data.values}


@pytest.mark.parametrize(
    ("conflict", "cooperation", "share"),
    [(0, 3, "cooperation only"), (1, 4, "mostly cooperation"), (3, 3, "both"), (4, 1, "mostly conflict"),
     (999, 1, "mostly conflict"), (5, 0, "conflict only")],
)  # fmt: skip
def test_a_cell_tells_how_much_of_it_is_conflict(conflict: int, cooperation: int, share: str) -> None:
    counts = [pair("Peru", "Ecuador", conflict), pair("Peru", "Ecuador", cooperation, Quad.VERBAL_COOPERATION)]
    assert cells(dyads(counts)) == {("Peru", "Ecuador"): (conflict + cooperation, share)}


def test_the_busiest_come_first(drawn) -> None:
    chart = dyads([pair("Peru", "Ecuador"), pair("Chile", "Argentina", 5), pair("Chile", "Ecuador", 2)])
    picture = drawn(chart)
    names = [text for text in picture.texts if text in {"Peru", "Chile", "Ecuador", "Argentina"}]
    assert sorted(names) == ["Argentina", "Chile", "Ecuador", "Peru"]
    assert {"who", "to whom", "5", "conflict only"} <= set(picture.texts)
    assert chart.description == (
        "Who did how much to whom. 8 events between 3 pairs. Chile to Argentina: 5, conflict only; "
        "Chile to Ecuador: 2, conflict only; Peru to Ecuador: 1, conflict only."
    )


def test_the_pairs_left_out_are_counted() -> None:
    counts = [pair(f"Actor {number:02}", "Ecuador", 100 - number) for number in range(MOST + 2)]
    chart = dyads(counts)
    assert len(cells(chart)) == MOST
    assert chart.title.subtitle == ["The busiest pairs: 1,134 of 1,309 events."]


def test_pairs_come_before_parties_that_are_busy_apart() -> None:
    """Twelve busy actors and twelve busy recipients that have nothing to do with one another fill no cell."""
    apart = [pair(f"Actor {number:02}", f"Recipient {number:02}") for number in range(MOST + 2)]
    assert len(cells(dyads(apart))) == MOST


def test_a_narrow_matrix_has_fewer_rows_and_shorter_names(drawn) -> None:
    counts = [pair(f"Committee {number:02} of mayors", "Ecuador") for number in range(MOST)]
    picture = drawn(dyads(counts, width=NARROW))
    assert len(cells(dyads(counts, width=NARROW))) == FEW
    assert "Committee 00…" in picture.texts
    assert float(picture.root.get("width")) < NARROW + 60


def test_no_pairs_give_a_picture_that_says_so() -> None:
    assert NOTHING in dyads([]).description
    assert NOTHING in dyads([pair("Peru", "Ecuador", 0)]).description
