"""Finds which event of the report answers to which event of the reading: by type and sentence of the trigger."""

from collections.abc import Iterator
from dataclasses import dataclass

from readings_cases import Case, tellings, triggers
from readings_tally import Check, Json
from readings_words import name_words, one_of


@dataclass(frozen=True, slots=True)
class Match:
    """An event of the reading and the event of the report that answers to it.

    Attributes:
        wanted: Of the reading.
        found: Of the report.
        telling: The telling of the reading that the report's first mention answers to.
        score: 1 for the sentence, 1 more for the trigger; a little for an actor's country.
    """

    wanted: Json
    found: Json
    telling: Json
    score: float


def match_events(case: Case) -> list[Match]:
    """Match events one to one, the best first."""
    candidates = [
        match
        for wanted in case.reading["events"]
        for found in case.report["events"]
        if found["type"] in one_of(wanted["type"]) and (match := best_match(case, wanted, found)) is not None
    ]
    candidates.sort(key=lambda match: -match.score)
    matches: list[Match] = []
    for match in candidates:
        if all(match.wanted["id"] != m.wanted["id"] and match.found["id"] != m.found["id"] for m in matches):
            matches.append(match)
    return matches


def best_match(case: Case, wanted: Json, found: Json) -> Match | None:
    """Compare every telling with every mention; None when they share no sentence.

    The first mention decides the telling that the event's own fields are compared with, where it answers to one.
    """
    pairs = [
        (same_telling(case, telling, mention), -rank, telling)
        for rank, mention in enumerate(found["mentions"])
        for telling in tellings(wanted)
    ]
    best = max(pairs, key=lambda pair: pair[0])
    if best[0] == 0:
        return None
    first = max((pair for pair in pairs if pair[1] == 0), key=lambda pair: pair[0])
    countries = {c for actor in wanted.get("actors", []) for c in one_of(actor.get("country"))}
    shared = any(actor["country"] in countries for actor in found["actors"])
    return Match(wanted, found, first[2] if first[0] else best[2], best[0] + 0.1 * shared)


def same_telling(case: Case, telling: Json, mention: Json) -> int:
    """Return 0 for another sentence, 1 for the same sentence, 2 for the same trigger in it."""
    sentence = case.index.inside([mention["evidence"]])
    if not sentence.intersection(case.index.occurrences(telling["evidence"])):
        return 0
    given = set(name_words(case.index.quote(mention["trigger"])))
    return 1 + any(given & set(name_words(trigger)) for trigger in triggers(telling))


def event_checks(case: Case, matches: list[Match]) -> Iterator[Check]:
    """Tell which events are found, missing, beyond the reading or forbidden."""
    found_labels = {match.wanted["id"] for match in matches}
    for wanted in case.reading["events"]:
        if wanted.get("optional"):
            continue
        if wanted["id"] in found_labels:
            yield Check("events", "right", wanted["id"])
        else:
            note = f"missing {wanted['type']} “{wanted['trigger']}” in “{wanted['evidence']} …”"
            yield Check("events", "missing", wanted["id"], note)
    matched = {match.found["id"] for match in matches}
    for found in case.report["events"]:
        if found["id"] not in matched:
            yield Check("events", "extra", told(case, found), f"extra: {_reason(case, found)}")
    yield from _forbidden(case)


def _reason(case: Case, found: Json) -> str:
    """Say what an event beyond the reading is: a second one, one of the wrong type, or none."""
    near = [(match, wanted) for wanted in case.reading["events"] if (match := best_match(case, wanted, found))]
    for _, wanted in near:
        if found["type"] in one_of(wanted["type"]):
            return f"a second event for {wanted['id']}, {_sentence(case, found)}"
    for match, wanted in near:
        if match.score >= 2:
            return f"type of {wanted['id']}, which is {wanted['type']}, {_sentence(case, found)}"
    return f"no such event, {_sentence(case, found)}"


def told(case: Case, found: Json) -> str:
    """Return type and trigger of an event of the report."""
    return f"{found['type']} “{case.index.quote(found['trigger'])}”"


def _sentence(case: Case, found: Json) -> str:
    who = ", ".join(actor["name"] for actor in found["actors"])
    whom = ", ".join(actor["name"] for actor in found["recipients"])
    return f"{who or '?'} → {whom or '?'}, in “{case.index.quote(found['evidence'])[:60]} …”"


def _forbidden(case: Case) -> Iterator[Check]:
    for rule in case.reading.get("forbidden", []):
        hits = [found for found in case.report["events"] if _breaks(case, rule, found)]
        if not hits:
            yield Check("forbidden", "right", str(rule["type"]))
        for found in hits:
            yield Check("forbidden", "wrong", told(case, found), f"found, though {rule['because']}")


def _breaks(case: Case, rule: Json, found: Json) -> bool:
    if found["type"] not in one_of(rule["type"]):
        return False
    if any(found[key] not in one_of(rule[key]) for key in ("standing", "modality") if key in rule):
        return False
    if "actor" in rule and rule["actor"] not in [actor["name"] for actor in found["actors"]]:
        return False
    if "evidence" in rule and not case.index.quote(found["evidence"]).startswith(rule["evidence"]):
        return False
    given = set(name_words(case.index.quote(found["trigger"])))
    return "trigger" not in rule or any(given & set(name_words(one)) for one in one_of(rule["trigger"]))
