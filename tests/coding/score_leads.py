"""Scores the leads: `python tests/coding/score_leads.py [-v]`.

Found = an event of a right type is coded at all; whole = one of those also has the parties that the sentence names.
With `-v` the leads that miss either are listed with what was coded.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from reportedly import Coder
from reportedly.records import Actor, Event

HERE = Path(__file__).resolve().parent
#: Those that the rules were mended for, and those that they were not.
LEADS, FRESH = HERE / "leads.yaml", HERE / "leads_fresh.yaml"


@dataclass(frozen=True, slots=True)
class Scored:
    """One lead, whether its event is found, whether with the right parties, and all that was coded."""

    text: str
    found: bool
    whole: bool
    coded: tuple[Event, ...]


def score(coder: Coder, leads: Path) -> Iterator[Scored]:
    """Code every lead of a file by itself and compare."""
    for lead in yaml.safe_load(leads.read_text(encoding="utf-8")):
        events = coder.code(lead["text"]).events
        right = [event for event in events if event.type.value in lead["types"]]
        whole = any(_has_parties(event, lead) for event in right)
        yield Scored(lead["text"], bool(right), whole, events)


def _has_parties(event: Event, lead: dict[str, Any]) -> bool:
    """Tell whether each party that the lead names stands in its role; two who act together may stand in either."""
    named = event.actors + event.recipients
    return ("actor" not in lead or _names(event.actors, lead["actor"])) and (
        "recipient" not in lead or _names(event.recipients or named, lead["recipient"])
    )


def _names(actors: tuple[Actor, ...], words: str) -> bool:
    return any(words.casefold() in f"{actor.text} {actor.name}".casefold() for actor in actors)


def show(scored: list[Scored], *, misses: bool) -> None:
    """Print the shares, and what is missed."""
    for one in scored:
        if misses and not one.whole:
            print("found" if one.found else "MISSED", one.text)
            for event in one.coded:
                parties = ([actor.text for actor in side] for side in (event.actors, event.recipients))
                print("   ", event.type, one.text[slice(*event.trigger)], *parties, event.modality)
    for name in ("found", "whole"):
        print(f"{name:6} {sum(getattr(one, name) for one in scored)} of {len(scored)}")


def main() -> None:
    """Score both files."""
    coder = Coder()
    for leads in (LEADS, FRESH):
        print(leads.name)
        show(list(score(coder, leads)), misses="-v" in sys.argv[1:])


if __name__ == "__main__":
    main()
