"""The hand-made readings speak of what stands in the samples, in the vocabulary of the records."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, TypeAlias, get_args

import pytest
import yaml

import reportedly
from reportedly.records import (
    Act,
    ClaimKind,
    EventType,
    Factuality,
    FurnitureKind,
    ItemCategory,
    Modality,
    PlaceKind,
    Precision,
    QuantityKind,
    SourceKind,
    Standing,
)

SAMPLES = Path(reportedly.__file__).parent / "samples"
READINGS = Path(__file__).parent / "readings"
TAG = re.compile(r"<[^>]+>")
# Punctuation inside a word or figure stays: "mid-January", "6,500", "8%".
WORD = re.compile(r"\w(?:[\w'’.,%-]*[\w%])?")
# No sentence of the samples is longer, in characters: the longest has 263.
LONGEST = 320

#: A closed set of names, and a name that a reading uses.
Use: TypeAlias = tuple[Collection[str], str | None]

CLAIM_WORDS: dict[str, Collection[str]] = {"kind": set(ClaimKind), "act": set(Act), "factuality": set(Factuality)}
EVENT_WORDS: dict[str, Collection[str]] = {
    "type": set(EventType), "standing": set(Standing), "modality": set(Modality), "factuality": set(Factuality),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """One reading with the words of the article that it reads."""

    name: str
    reading: dict[str, Any]
    body: str


def words(text: str) -> str:
    """Return the words of a text with one space between them."""
    return " ".join(WORD.findall(text))


def one_of(value: Any) -> list[Any]:
    """Return the values that a field of a reading accepts."""
    return value if isinstance(value, list) else [value]


def body_of(sample: Path, line: int | None) -> str:
    raw = sample.read_text(encoding="utf-8")
    if line is not None:
        return words(json.loads(raw.splitlines()[line - 1])["text"])
    return words(unescape(TAG.sub(" ", raw.partition("<body>")[2])) if sample.suffix == ".html" else raw)


def load_cases() -> Iterator[Case]:
    for path in sorted(READINGS.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for reading in data.get("readings", [data]):
            line = reading.get("line")
            name = path.stem if line is None else f"{path.stem}-{line}"
            yield Case(name, reading, body_of(SAMPLES / data["sample"], line))


CASES = list(load_cases())
each_case = pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])


def tellings(event: dict[str, Any]) -> list[dict[str, Any]]:
    return [event, *event.get("mentions", [])]


def test_every_sample_has_a_reading() -> None:
    samples = {path.stem for path in SAMPLES.iterdir() if path.is_file() and path.name != "README.md"}
    assert samples == {path.stem for path in READINGS.glob("*.yaml")}
    assert len(CASES) == 13


@each_case
def test_reading_quotes_the_ends_of_the_body_and_the_furniture(case: Case) -> None:
    article = case.reading["article"]
    quoted = [article["text"]["starts"], article["text"]["ends"], *(piece["text"] for piece in article["furniture"])]
    assert [text for text in quoted if words(text) not in case.body] == []


@each_case
def test_reading_quotes_the_content_of_claims(case: Case) -> None:
    for claim in case.reading["claims"]:
        for first, last in claim["content"]:
            start = case.body.find(words(first))
            assert start >= 0, (claim["id"], first)
            assert words(last) in case.body[start : start + LONGEST], (claim["id"], last)


@each_case
def test_reading_quotes_triggers_within_their_sentence(case: Case) -> None:
    for event in case.reading["events"]:
        for telling in tellings(event):
            start = case.body.find(words(telling["evidence"]))
            assert start >= 0, (event["id"], telling["evidence"])
            sentence = case.body[start : start + LONGEST]
            for trigger in one_of(telling["trigger"]):
                # "let … visit" stands apart in its sentence
                assert all(word in sentence for word in words(trigger).split()), (event["id"], trigger)


@each_case
def test_events_point_at_claims_of_the_same_reading(case: Case) -> None:
    known = {claim["id"] for claim in case.reading["claims"]} | {None}
    told = [telling for event in case.reading["events"] for telling in tellings(event)]
    assert {claim for telling in told for claim in one_of(telling.get("claim"))} <= known


@each_case
def test_reading_keeps_to_the_vocabulary_of_the_records(case: Case) -> None:
    claims, events = case.reading["claims"], case.reading["events"]
    told = [telling for event in events for telling in tellings(event)]
    used: list[Use] = [
        (known, value) for claim in claims for field, known in CLAIM_WORDS.items() for value in one_of(claim[field])
    ]
    used += [(known, value) for one in told for field, known in EVENT_WORDS.items() for value in one_of(one.get(field))]
    used += [(set(SourceKind), kind) for claim in claims for hop in claim["sources"] for kind in one_of(hop["kind"])]
    used += [
        (set(get_args(FurnitureKind)), kind)
        for piece in case.reading["article"]["furniture"]
        for kind in one_of(piece["kind"])
    ]
    assert [value for known, value in used if value is not None and value not in known] == []


@each_case
def test_circumstances_keep_to_the_vocabulary_of_the_records(case: Case) -> None:
    events = case.reading["events"]
    quantities = [figure for one in [*case.reading["claims"], *events] for figure in one.get("quantities", [])]
    used: list[Use] = [(set(QuantityKind), kind) for figure in quantities for kind in one_of(figure["kind"])]
    used += [
        (set(ItemCategory), category)
        for event in events
        for item in event.get("items", [])
        for category in one_of(item["category"])
    ]
    times = [date for event in events for date in one_of(event["date"]) if date is not None]
    used += [(set(Precision), precision) for date in times for precision in one_of(date["precision"])]
    places = [place for event in events for place in one_of(event["place"]) if place is not None]
    used += [(set(PlaceKind), kind) for place in places for kind in one_of(place.get("kind")) if kind is not None]
    assert [value for known, value in used if value not in known] == []
