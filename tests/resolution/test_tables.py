"""Times, figures, things and actors against tables by another hand; of their held-back thirds a share, no text."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from reportedly.records import Actor, Date, Item, Quantity

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_tables.py")))
FLOORS = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))
SIZES = {"dates": 120, "quantities": 150, "items": 80, "actors": 250}
MORE = SCORER.MORE
PARTS = [part for table in SIZES for part in (table, f"{table}_heldback")]
SPAN = (0, 1)


@pytest.mark.parametrize("table", [*SIZES, *MORE])
def test_share_of_right_rows_reaches_its_floor(table):
    share = SCORER.score(table).share
    assert share >= FLOORS[table], "\n".join(SCORER.faults(table))


@pytest.mark.parametrize("table", SIZES)
def test_share_of_right_rows_held_back_reaches_its_floor(table):
    share = SCORER.score(f"{table}_heldback").share
    assert share >= FLOORS[f"{table}_heldback"]


@pytest.mark.parametrize("name", PARTS)
def test_rows_stand_in_the_part_that_their_hash_names(name):
    wrong = sum(SCORER.is_held_back(row["text"]) != name.endswith("_heldback") for row in SCORER.load(name))
    assert wrong == 0


@pytest.mark.parametrize("name", [*PARTS, *MORE])
def test_rows_are_sound(name):
    dated = {"published"} if name.startswith("dates") else set()
    unsound = sum(
        row.keys() != {"text", "kind", "means"} | dated
        or not SCORER.parts_of(row["text"])[1]
        or len(row["means"]) not in (0, len(SCORER.parts_of(row["text"])[1]))
        for row in SCORER.load(name)
    )
    assert unsound == 0


@pytest.mark.parametrize(("table", "size"), SIZES.items())
def test_there_are_enough_rows(table, size):
    rows = [row for part in (table, f"{table}_heldback") for row in SCORER.load(part)]
    different = len({SCORER.parts_of(row["text"])[0] for row in rows})  # apart: a failing assert shows what it names
    assert different >= size


def test_brackets_tell_where_the_phrases_stand():
    plain, spans = SCORER.parts_of("[Six] men left on [Friday].")
    assert plain == "Six men left on Friday."
    assert [plain[slice(*span)] for span in spans] == ["Six", "Friday"]


@pytest.mark.parametrize(
    ("meaning", "right"),
    [
        ("2025-03-03/2025-03-04 day", True),
        ("2025-03-03/2025-03-05 day", False),
        ("2025-03-03/2025-03-04 range", False),
        ("2025-03-03/.. day", False),
    ],
)
def test_a_time_needs_both_ends_and_precision(meaning, right):
    date = Date(start="2025-03-03", end="2025-03-04", precision="day", text="Monday", span=SPAN)
    assert SCORER.date_means(date, meaning) is right


@pytest.mark.parametrize(
    ("given", "meaning", "right"),
    [
        ({"kind": "killed", "value": 9, "low": 9, "high": 9, "unit": "people"}, "killed 9 people", True),
        ({"kind": "killed", "value": 9, "low": 9, "high": 9, "unit": "man"}, "killed 9 people|man", True),
        ({"kind": "killed", "value": 9, "low": 9, "high": 9, "unit": "man"}, "killed 9 people", False),
        ({"kind": "killed", "value": 9, "low": 9, "unit": "people"}, "killed 9 9.. people", True),
        ({"kind": "killed", "value": 9, "low": 9, "unit": "people"}, "killed 9 people", False),
        ({"kind": "killed", "low": 3, "high": 4, "unit": "aid worker"}, "killed - 3..4 aid worker", True),
        ({"kind": "money", "value": 5e6, "currency": "USD", "per": "month"}, "money 5000000 .. USD /month", True),
        ({"kind": "money", "value": 5e6, "currency": "EUR", "per": "month"}, "money 5000000 .. USD /month", False),
        ({"kind": "share", "value": 1 / 3, "low": 1 / 3, "high": 1 / 3}, "share 0.3333", True),
        ({"kind": "share", "value": 0.34, "low": 0.34, "high": 0.34}, "share 0.3333", False),
    ],
)
def test_a_figure_needs_every_field(given, meaning, right):
    assert SCORER.figure_means(Quantity(text="9", span=SPAN, **given), meaning) is right


def test_a_meaning_that_cannot_be_read_is_an_error():
    quantity = Quantity(kind="killed", value=9, low=9, high=9, text="nine", span=SPAN)
    with pytest.raises(ValueError):
        SCORER.figure_means(quantity, "nine people")


@pytest.mark.parametrize(
    ("meaning", "right"),
    [
        ("drone 9 sell", True),
        ("aircraft|drone -|9 sell|ship", True),
        ("drone - sell", False),
        ("drone 9 -", False),
        ("vessel 9 sell", False),
    ],
)
def test_a_thing_needs_category_count_and_action(meaning, right):
    item = Item(text="drones", span=SPAN, category="drone", count=9, action="sell")
    assert SCORER.item_means(item, meaning) is right


@pytest.mark.parametrize(
    ("sectors", "meaning", "right"),
    [
        (("MIL",), "CHL MIL", True),
        (("MIL",), "PER,CHL MIL,GOV", True),
        (("MIL", "GOV"), "CHL MIL", False),
        (("MIL",), "PER MIL", False),
        ((), "CHL MIL", False),
        ((), "CHL MIL,-", True),
        (("MIL",), "CHL *", True),
        (("MIL",), "CHL MIL & PER MIL", False),
    ],
)
def test_an_actor_needs_country_and_sectors(sectors, meaning, right):
    actor = Actor(name="army", text="army", country="CHL", sectors=sectors)
    assert SCORER.actors_mean((actor,), meaning) is right


@pytest.mark.parametrize(
    ("found", "means", "right"),
    [([1, 2], ["1", "2"], True), ([1, 2], ["1", "3 or 2"], True), ([1, None], ["1", "2"], False), ([1], [], False)],
)
def test_a_row_is_right_when_all_its_phrases_are(found, means, right):
    assert SCORER.agrees(found, {"means": means}, lambda one, meaning: str(one) == meaning) is right
