"""Scores the fields of the events found: who, whom, when, where, how many, and who vouches."""

from collections.abc import Iterator
from typing import Any

from readings_cases import Case, outlets, tellings
from readings_claims import Pair
from readings_events import Match, same_telling
from readings_fields import compare_actors, compare_field, compare_quantities, same_date, same_item, same_place
from readings_tally import Check, brief, compare_lists, equal, fewest_errors
from readings_words import any_name, one_of


def event_field_checks(case: Case, matches: list[Match], pairs: list[Pair]) -> Iterator[Check]:
    """Compare the fields of every event found; mentions may bring fields of their own."""
    labels = {pair.found["id"]: pair.wanted["id"] for pair in pairs}
    for match in matches:
        label, found = match.wanted["id"], match.found
        for key, measure in (("actors", "actor"), ("recipients", "recipient")):
            variants = (compare_actors(measure, label, one, found[key]) for one in _variants(match, key, default=[]))
            yield from fewest_errors(variants)
        yield from _plain_fields(match)
        yield from _date_and_place(match)
        yield from _things(match)
        yield _claim(match, labels)
        yield from _stake(case, match, labels)
        yield _sources(case, match)
        yield from _mentions(case, match)


def _variants(match: Match, key: str, *, default: Any) -> list[Any]:
    """Return what the event and the telling at hand have in a field; both are right."""
    return [match.wanted.get(key, default)] + ([match.telling[key]] if key in match.telling else [])


def _plain_fields(match: Match) -> Iterator[Check]:
    label, found, telling = match.wanted["id"], match.found, match.telling
    yield compare_field("mode", label, match.wanted.get("mode"), found["mode"])
    for name in ("standing", "modality", "factuality"):
        yield compare_field(name, label, telling.get(name, match.wanted[name]), found[name])
    if "contexts" in match.wanted:
        right = set(match.wanted["contexts"]) <= set(found["contexts"])
        yield equal("contexts", label, expected=match.wanted["contexts"], found=found["contexts"], right=right)


def _date_and_place(match: Match) -> Iterator[Check]:
    label, found = match.wanted["id"], match.found
    for name, same in (("date", same_date), ("place", same_place)):
        accepted = [one for value in _variants(match, name, default=None) for one in one_of(value)]
        right = any(same(one, found[name]) for one in accepted)
        expected = " or ".join(dict.fromkeys(brief(one) for one in accepted))
        yield equal(name, label, expected=expected, found=brief(found[name]), right=right)


def _things(match: Match) -> Iterator[Check]:
    label, found = match.wanted["id"], match.found
    items = match.wanted.get("items", [])
    yield from compare_lists("items", label, expected=items, found=found["items"], accepts=same_item)
    told = [one for one in tellings(match.wanted) if one.get("quantities")] or [match.wanted]
    yield from fewest_errors(compare_quantities("figures", label, one, found) for one in told)


def _claim(match: Match, labels: dict[str, str]) -> Check:
    wanted, found = match.telling.get("claim"), match.found["claim"]
    given = None if found is None else labels.get(found, "a claim that the reading does not have")
    return compare_field("claim", match.wanted["id"], wanted, given)


def _stake(case: Case, match: Match, labels: dict[str, str]) -> Iterator[Check]:
    """Compare whether the origin is a party, where the event rests on a claim that the reading has."""
    label = labels.get(match.found["claim"] or "")
    wanted = next((claim for claim in case.reading["claims"] if claim["id"] == label), None)
    if wanted is not None:
        expected, found = wanted["sources"][-1].get("interested", False), match.found["sources"][-1]["interested"]
        yield compare_field("event interested", match.wanted["id"], expected, found)


def _sources(case: Case, match: Match) -> Check:
    found = list(dict.fromkeys(hop["name"] for hop in match.found["sources"]))
    accepted = list(_chains(case, match))
    right = any(_same_names(chain, found) for chain in accepted)
    return equal("sources", match.wanted["id"], expected=accepted, found=found, right=right)


def _chains(case: Case, match: Match) -> Iterator[list[Any]]:
    """Return every chain that the reading accepts: written out, or the outlets with the chain of the claim."""
    explicit = match.telling.get("sources")
    if explicit is not None:
        yield explicit
    claims = {claim["id"]: claim for claim in case.reading["claims"]}
    begin = outlets(case.reading["article"])
    for label in one_of(match.telling.get("claim")):
        hops = [] if label is None else claims[label]["sources"]
        yield begin + [hop["name"] for hop in hops]
        yield begin + [hop["name"] for hop in hops if not hop.get("optional")]


def _same_names(wanted: list[Any], found: list[str]) -> bool:
    if len(wanted) != len(found):
        return False
    return all(any_name(one_of(name), [given]) for name, given in zip(wanted, found, strict=True))


def _mentions(case: Case, match: Match) -> Iterator[Check]:
    """Tell which other tellings of the event were gathered into it."""
    for telling in match.wanted.get("mentions", []):
        if not telling.get("optional"):
            at = [m for m in match.found["mentions"] if same_telling(case, telling, m) > 1]
            note = "" if at else f"missing “{telling['trigger']}” in “{telling['evidence']} …”"
            yield Check("mentions", "right" if at else "missing", match.wanted["id"], note)
