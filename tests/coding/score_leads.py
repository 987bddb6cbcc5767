"""Scores the leads: `python tests/coding/score_leads.py [-v]`.

Found = an event of a right type is coded at all; whole = one of those also has the parties that the sentence names.
With `-v` the leads that miss either are listed with what was coded; no option lists those of the held-back file, whose
texts leave no function here.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from reportedly import Coder
from reportedly.records import Actor, Event

HERE = Path(__file__).resolve().parent
#: Those that the rules were mended for, and those that they were not.
LEADS, FRESH = HERE / "leads.yaml", HERE / "leads_fresh.yaml"
#: Longer ones by another hand that had read no rules, a third of them held back.
WIRE, HELD_BACK = HERE / "leads_wire.yaml", HERE / "leads_wire_heldback.yaml"
#: By the hands that widened the frames, before they ran them, in other words than those they widened for.
WIDE = HERE / "leads_wide.yaml"
ALL = (LEADS, FRESH, WIDE, WIRE, HELD_BACK)


@dataclass(frozen=True, slots=True)
class Scored:
    """One lead, whether its event is found, whether with the right parties, and all that was coded.

    Of a held-back lead only the two answers are kept.
    """

    found: bool
    whole: bool
    text: str = ""
    coded: tuple[Event, ...] = ()


def load(leads: Path) -> list[dict[str, Any]]:
    """Return the leads of one of the files."""
    items: list[dict[str, Any]] = yaml.safe_load(leads.read_text(encoding="utf-8"))
    return items


def is_held_back(text: str) -> bool:
    """Tell which of the two files of the wire's leads a text belongs to."""
    return int(sha256(text.encode()).hexdigest()[:8], 16) % 3 == 0


def score(coder: Coder, leads: Path) -> Iterator[Scored]:
    """Code every lead of a file by itself and compare."""
    for lead in load(leads):
        events = events_of(coder, lead["text"])
        right = [event for event in events if event.type.value in lead["types"]]
        whole = any(_has_parties(event, lead) for event in right)
        shown = () if leads == HELD_BACK else (lead["text"], events)
        yield Scored(bool(right), whole, *shown)


def events_of(coder: Coder, text: str) -> tuple[Event, ...]:
    """Return what is coded in one lead.

    Raises:
        RuntimeError: The coder failed; its own traceback would show the lead, so it is not kept.
    """
    try:
        return coder.code(text).events
    except Exception as error:
        raise RuntimeError(f"{type(error).__name__} raised by a lead") from None


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
        if misses and one.text and not one.whole:
            print("found" if one.found else "MISSED", one.text)
            for event in one.coded:
                parties = ([actor.text for actor in side] for side in (event.actors, event.recipients))
                print("   ", event.type, one.text[slice(*event.trigger)], *parties, event.modality)
    for name in ("found", "whole"):
        print(f"{name:6} {sum(getattr(one, name) for one in scored)} of {len(scored)}")


def main() -> None:
    """Score all files."""
    coder = Coder()
    for leads in ALL:
        print(leads.name)
        show(list(score(coder, leads)), misses="-v" in sys.argv[1:])


if __name__ == "__main__":
    main()
