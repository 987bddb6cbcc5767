"""Every record becomes dict and JSON and comes back the same."""

import json
import runpy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import reportedly.records
from reportedly.errors import RecordError, ReportedlyError
from reportedly.records import Actor, Article, Claim, Event, Failure, Place, PlaceKind, Quantity, Record, Report

RECORDS = sorted(
    (
        kind
        for kind in vars(reportedly.records).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    ),
    key=lambda kind: kind.__name__,
)
records = runpy.run_path(str(Path(__file__).parent / "strategies.py"))["records"]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_round_trips_are_lossless(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind))
    assert kind.from_json(record.to_json()) == record
    assert kind.from_json(record.to_json(indent=2)) == record
    assert kind.from_dict(record.to_dict()) == record
    assert json.loads(record.to_json()) == record.to_dict()
    assert kind.from_json(record.to_json()).to_json() == record.to_json()


def test_all_records_are_tried() -> None:
    names = {kind.__name__ for kind in RECORDS}
    assert {"Article", "Claim", "Source", "Event", "Mention", "Actor", "Place", "Date", "Item", "Quantity", "Story",
            "Report", "Failure", "Relation"} <= names  # fmt: skip


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records_are_frozen_and_slotted(kind: type[Record]) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(kind, "__dict__") or "__dict__" not in kind.__dict__
    assert "__slots__" in kind.__dict__


@pytest.mark.parametrize(
    ("kind", "data", "named"),
    [
        (Failure, {"input": "a"}, "`reason`"),
        (Failure, {"input": 1, "reason": "x"}, "$.input"),
        (Place, {"name": "Lima", "text": "Lima", "kind": "planet"}, "$.kind"),
        (Actor, {"name": "a", "text": "a", "span": [3, 3]}, "not a span"),
        (Actor, {"name": "a", "text": "a", "span": [-1, 3]}, "not a span"),
        (Actor, {"name": "a", "text": "a", "sectors": "GOV"}, "$.sectors"),
        (Article, {}, "`id`"),
        (Report, [], "object"),
    ],
)
def test_data_of_another_shape_is_a_record_error(kind: type[Record], data: object, named: str) -> None:
    for read in (lambda: kind.from_dict(data), lambda: kind.from_json(json.dumps(data))):  # type: ignore[arg-type]
        with pytest.raises(RecordError) as caught:
            read()
        assert named in str(caught.value)
        assert kind.__name__.casefold() in str(caught.value).casefold()


@pytest.mark.parametrize("text", ["", "{", '{"input": "a"', "null", b"\xff"])
def test_text_that_is_no_record_is_a_record_error(text: str | bytes) -> None:
    with pytest.raises(ReportedlyError, match="not a valid Failure"):
        Failure.from_json(text)


def test_every_list_is_present_and_absent_values_are_null() -> None:
    data = Article.verbatim("Words.").to_dict()
    assert data["credits"] == data["byline"] == data["furniture"] == data["published"]["candidates"] == []
    assert data["title"] is data["url"] is data["publisher"] is None


def test_closed_sets_are_plain_words_in_json() -> None:
    place = Place(name="Lima", text="Lima", kind=PlaceKind.CITY)
    assert place.to_dict()["kind"] == "city"


@pytest.mark.parametrize("kind", [Event, Claim, Quantity])
def test_spans_are_arrays_of_two(kind: type[Record]) -> None:
    with pytest.raises(RecordError):
        kind.from_dict({"trigger": [1, 2, 3], "span": [1, 2, 3], "content": [[1, 2, 3]]})
