"""Compares the small records that claims and events share: sources, dates, places, actors, items, figures."""

from collections.abc import Iterator
from typing import Any

from readings_tally import Check, Json, compare_lists, equal
from readings_words import any_name, one_of, same_name


def compare_field(measure: str, label: str, wanted: Any, found: Any) -> Check:
    """Compare a field that holds one plain value."""
    return equal(measure, label, expected=wanted, found=found, right=found in one_of(wanted))


def same_chain(wanted: list[Json], found: list[Json]) -> bool:
    """Tell whether the hops are the same, in order; optional hops may be there or not."""
    if not wanted or not found:
        return not found and all(hop.get("optional") for hop in wanted)
    head, *rest = wanted
    if any_name(one_of(head["name"]), [found[0]["name"]]) and same_chain(rest, found[1:]):
        return True
    return bool(head.get("optional")) and same_chain(rest, found)


def compare_source(label: str, wanted: Json, found: Json) -> Iterator[Check]:
    """Compare what is said of one hop."""
    yield compare_field("source kind", label, wanted["kind"], found["kind"])
    yield compare_field("anonymous", label, wanted.get("anonymous", False), found["anonymous"])
    yield compare_field("interested", label, wanted.get("interested", False), found["interested"])
    if "title" in wanted:
        right = any_name(one_of(wanted["title"]), [found["title"]])
        yield equal("source title", label, expected=wanted["title"], found=found["title"], right=right)


def same_date(wanted: Json | None, found: Json | None) -> bool:
    """Tell whether both mean the same time; the article's own date stands for none."""
    if wanted is None:
        return found is None or found["text"] is None
    if found is None:
        return False
    ends = all(_day(wanted[key]) == _day(found[key]) for key in ("start", "end"))
    return ends and found["precision"] in one_of(wanted["precision"])


def _day(value: Any) -> str | None:
    return None if value is None else str(value)[:10]


def same_place(wanted: Json | None, found: Json | None) -> bool:
    """Tell whether both mean the same place: by words, then by country and kind where the reading gives them."""
    if wanted is None or found is None:
        return wanted is found
    names = one_of(wanted.get("name")) + one_of(wanted.get("text"))
    given = [name for name in names if name is not None]
    # [Lima, null]: no more than the country need be known.
    named = any_name(given, [found["name"], found["text"]]) or (None in one_of(wanted.get("name")))
    country = "country" not in wanted or found["country"] in one_of(wanted["country"])
    return named and country and (wanted.get("kind") is None or found["kind"] in one_of(wanted["kind"]))


def compare_actors(measure: str, label: str, wanted: list[Json], found: list[Json]) -> Iterator[Check]:
    """Compare actors or recipients: by country, by words, then the sectors and titles of those found."""
    yield from compare_lists(f"{measure} country", label, expected=wanted, found=found, accepts=_same_country)
    yield from compare_lists(f"{measure} words", label, expected=wanted, found=found, accepts=_same_words)
    alone = len(wanted) == len(found) == 1
    for one in wanted:
        match = next((f for f in found if _same_words(one, f)), found[0] if alone else None)
        if match is not None:
            yield from _compare_portrait(label, one, match)


def _same_country(wanted: Json, found: Json) -> bool:
    return found["country"] in one_of(wanted.get("country"))


def _same_words(wanted: Json, found: Json) -> bool:
    names = [name for key in ("name", "text") for name in one_of(wanted.get(key)) if name is not None]
    return any_name(names, [found["name"], found["text"]])


def _compare_portrait(label: str, wanted: Json, found: Json) -> Iterator[Check]:
    sectors = wanted.get("sectors", [])
    right = bool(set(sectors) & set(found["sectors"])) or (not sectors and not found["sectors"])
    name = found["name"]
    yield equal("sectors", label, expected=f"{name} {sectors}", found=found["sectors"], right=right)
    if "title" in wanted:
        right = any_name(one_of(wanted["title"]), [found["title"]])
        yield equal("title", label, expected=f"{name} {wanted['title']}", found=found["title"], right=right)


def same_item(wanted: Json, found: Json) -> bool:
    """Tell whether the words and the category are the same, and count and action where the reading gives them."""
    named = any(same_name(text, found["text"]) for text in one_of(wanted["text"]))
    rest = all(found[key] in one_of(wanted[key]) for key in ("category", "count", "action") if key in wanted)
    return named and rest


def same_quantity(wanted: Json, found: Json) -> bool:
    """Tell whether the figure is the same: kind and value, and what else the reading gives."""
    if found["kind"] not in one_of(wanted["kind"]) or found["value"] != wanted["value"]:
        return False
    if not all(found[key] in one_of(wanted[key]) for key in ("low", "high", "currency") if key in wanted):
        return False
    modifiers = [None if one is None else one.casefold() for one in one_of(wanted.get("modifier", found["modifier"]))]
    return (found["modifier"] and found["modifier"].casefold()) in modifiers


def compare_quantities(measure: str, label: str, wanted: Json, found: Json) -> Iterator[Check]:
    """Compare the figures of a claim or an event."""
    figures = wanted.get("quantities", [])
    yield from compare_lists(measure, label, expected=figures, found=found["quantities"], accepts=same_quantity)
