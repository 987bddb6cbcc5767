"""Whether a claim without an event of its own tells an act of the story: by deed, parties, place and victims."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reportedly.linking.bonds import HEAD, Told
from reportedly.linking.deeds import deed_stems
from reportedly.linking.merging import Deed
from reportedly.linking.parties import tolls
from reportedly.linking.terms import Strict
from reportedly.linking.words import all_stems, stem_list, stems_of
from reportedly.records import Claim, EventType, Modality, Quantity, QuantityKind, Report
from reportedly.resources import load_model

#: A clause with one of these words tells when or why, and not what: "guards had left *before* the fighting broke out".
ASIDE = re.compile(r"\b(?:before|after|when|while|since|because|until|over)\b")
#: Fewer points, and a claim is on something else.
ENOUGH = 3.0
VICTIMS = frozenset({QuantityKind.KILLED, QuantityKind.INJURED})
VIOLENT = frozenset({EventType.ASSAULT})


class Casualty(Strict):
    """One entry of casualties.yaml."""

    kind: QuantityKind
    units: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What an act is known by.

    Attributes:
        deeds: Stems of its triggers, and of all plain words for its type.
        own_deeds: Of its triggers alone.
        parties: Stems of actors, recipients and things.
        places: Stems of its places.
        kinds: Which victims are counted.
        is_violent: Whether victims are to be expected.
        is_past: Whether it happened well before the news.
    """

    deeds: frozenset[str]
    own_deeds: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    kinds: frozenset[QuantityKind]
    is_violent: bool
    is_past: bool


@cache
def casualty_units() -> dict[str, QuantityKind]:
    """Return what kind of victims a counted noun stands for, by its stem."""
    entries = load_model("linking/casualties.yaml", list[Casualty])
    return {stem: entry.kind for entry in entries for unit in entry.units for stem in stem_list(unit)[-1:]}


def kind_of(quantity: Quantity) -> QuantityKind:
    """Return what a figure counts: "25 bodies" are 25 dead."""
    stems = stem_list(quantity.unit or "")
    if quantity.kind is not QuantityKind.COUNT or not stems:
        return quantity.kind
    return casualty_units().get(stems[-1], quantity.kind)


def profile_of(act: Deed) -> Profile:
    """Return what an act is known by, from all its tellings."""
    events = [told.event for told in act.told]
    own = frozenset().union(*(_triggers(told) for told in act.told))
    kinds = {event.type for event in events}
    return Profile(
        deeds=own.union(*(deed_stems(kind) for kind in kinds)),
        own_deeds=own,
        parties=all_stems(
            [actor.name for event in events for actor in (*event.actors, *event.recipients)]
            + [item.text for event in events for item in event.items]
        ),
        places=all_stems(event.place.name for event in events if event.place is not None)
        | all_stems(event.place.text for event in events if event.place is not None),
        kinds=frozenset(q.kind for event in events for q in tolls(event.quantities)),
        is_violent=bool(kinds & VIOLENT),
        is_past=all(event.modality is Modality.HISTORICAL for event in events),
    )


def tells(claim: Claim, report: Report, profile: Profile, *, denies: bool) -> float:
    """Return how well a claim fits an act; nothing when too little speaks for it.

    1. The deed must be told, or victims counted of an act that has victims.
    2. Parties, things and places in common, and a place at the head of the news, speak for it.
    3. A denial must deny the deed itself and not what came before it.
    """
    if profile.is_past:
        return 0.0
    text = report.article.text
    content = " ".join(text[slice(*span)] for span in claim.content)
    words = stems_of(_main_clause(content) if denies else content)
    deeds = words & profile.deeds
    counted = {kind_of(q) for q in claim.quantities} & VICTIMS
    has_victims = bool(counted) and (bool(counted & profile.kinds) or profile.is_violent)
    if not deeds and (denies or not has_victims):
        return 0.0
    points = 1.0 * bool(deeds) + 0.5 * bool(words & profile.own_deeds) + 1.5 * has_victims
    points += min(len((words - deeds) & profile.parties), 2) + min(len(words & profile.places), 1)
    if text.count("\n\n", 0, claim.content[0][0]) < HEAD:
        points += 1.0
    return points if points >= ENOUGH else 0.0


def _main_clause(content: str) -> str:
    found = ASIDE.search(content)
    return content if found is None else content[: found.start()]


def _triggers(told: Told) -> frozenset[str]:
    text = told.report.article.text
    return all_stems(_texts(text, [told.event.trigger, *(mention.trigger for mention in told.event.mentions)]))


def _texts(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[str]:
    return (text[slice(*span)] for span in spans)
