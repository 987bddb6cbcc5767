"""Where people are at home when the text does not say: police and protesters act in their own country."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.records import Actor, Place

#: Sectors whose people seldom act abroad. Forces, rebels, firms and governments do, and are left without a country.
AT_HOME = frozenset({"CVL", "OPP", "COP", "JUD", "LAB", "EDU", "AGR", "LEG", "MED"})


def at_home(actors: Iterable[Actor], *, place: Place | None) -> Iterator[Actor]:
    """Yield the actors; those of a domestic sector and no country take that of the event's place."""
    country = place.country if place is not None else None
    for actor in actors:
        if actor.country is None and country is not None and AT_HOME & set(actor.sectors[:1]):
            yield replace(actor, country=country)
        else:
            yield actor
