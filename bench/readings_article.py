"""Scores the fields of the article: what the reader found and what it cut."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from readings_cases import Case
from readings_tally import Check, Json, equal
from readings_words import one_of, words

#: All fields of the article count alike.
MEASURE = "article"
PLAIN = ("title", "language", "credits", "byline")


def article_checks(case: Case) -> Iterator[Check]:
    """Compare the article's fields, its ends, its furniture."""
    wanted, found = case.reading["article"], case.report["article"]
    for name in PLAIN:
        right = found[name] == wanted[name] or (name == "credits" and _only_credit(wanted, found))
        yield equal(MEASURE, name, expected=wanted[name], found=found[name], right=right)
    if "url" in wanted:
        yield equal(MEASURE, "url", expected=wanted["url"], found=found["url"], right=found["url"] == wanted["url"])
    right = any(_same_publisher(one, found["publisher"]) for one in one_of(wanted["publisher"]))
    right = right or _only_credit(wanted, found)
    yield equal(MEASURE, "publisher", expected=wanted["publisher"], found=found["publisher"], right=right)
    yield _dateline(wanted["dateline"], found["dateline"])
    yield from _published(wanted["published"], found["published"])
    yield from _text(wanted, found["text"])
    yield from (_furniture(piece, found["furniture"]) for piece in wanted["furniture"])


def _only_credit(wanted: Json, found: Json) -> bool:
    """Tell whether an outlet under the headline was taken for the only credit: rule 10 of the readings."""
    publisher = wanted["publisher"]
    if wanted["credits"] or not isinstance(publisher, dict) or found["publisher"] is not None:
        return False
    return bool(found["credits"] == [publisher["name"]])


def _same_publisher(wanted: Any, found: Json | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    name = wanted if isinstance(wanted, str) else wanted["name"]
    domains = [None, found["domain"]] if isinstance(wanted, str) else one_of(wanted["domain"])
    return bool(found["name"] == name and found["domain"] in domains)


def _dateline(wanted: Json | None, found: Json | None) -> Check:
    expected = None if wanted is None else {"place": wanted["place"], "date": _iso(wanted["date"])}
    return equal(MEASURE, "dateline", expected=expected, found=found, right=expected == found)


def _iso(value: Any) -> str | None:
    return None if value is None else str(value)


def moment(value: str | None) -> str | datetime | None:
    """Return a moment to compare: "Z" is "+00:00"; a day stays a day."""
    return value if value is None or "T" not in value else datetime.fromisoformat(value)


def _published(wanted: Json, found: Json) -> Iterator[Check]:
    right = moment(found["value"]) == moment(wanted["value"]) and found["precision"] == wanted["precision"]
    yield equal(MEASURE, "published", expected=wanted["value"], found=found["value"], right=right)
    right = found["conflict"] == wanted["conflict"]
    yield equal(MEASURE, "conflict", expected=wanted["conflict"], found=found["conflict"], right=right)
    if "candidates" in wanted:
        given = [one["value"] for one in found["candidates"]]
        right = {moment(one) for one in wanted["candidates"]} <= {moment(one) for one in given}
        yield equal(MEASURE, "candidates", expected=wanted["candidates"], found=given, right=right)


def _text(wanted: Json, text: str) -> Iterator[Check]:
    given = words(text)
    first, last = words(wanted["text"]["starts"]), words(wanted["text"]["ends"])
    yield equal(MEASURE, "text starts", expected=first, found=given[:4], right=given[: len(first)] == first)
    yield equal(MEASURE, "text ends", expected=last, found=given[-4:], right=given[-len(last) :] == last)
    for repaired in wanted.get("repaired", []):
        yield equal(MEASURE, "repaired", expected=repaired, found="not in the text", right=repaired in text)


def _furniture(piece: Json, found: list[Json]) -> Check:
    beginning = " ".join(words(piece["text"]))
    kinds = [other["kind"] for other in found if beginning in " ".join(words(other["text"]))]
    right = bool(set(kinds) & set(one_of(piece["kind"])))
    return equal(MEASURE, f"furniture “{piece['text'][:40]}”", expected=piece["kind"], found=kinds, right=right)
