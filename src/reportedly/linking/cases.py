"""What is known of one act while its story is being assembled, and what each of its origins says of it."""

from dataclasses import dataclass

from reportedly.linking.bonds import Told
from reportedly.linking.desk import Desk
from reportedly.linking.ledger import Figure
from reportedly.linking.merging import Deed
from reportedly.linking.resting import Grounds
from reportedly.linking.tellings import Telling
from reportedly.records import Place, PlaceKind

#: Places so wide that two accounts may both be right.
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT, PlaceKind.REGION, PlaceKind.SEA, PlaceKind.RIVER})


@dataclass(frozen=True, slots=True)
class Case:
    """An act with everything that was found on it.

    Attributes:
        act: Its events.
        tellings: Where it is told.
        grounds: On whom it rests.
        figures: Who gives which.
    """

    act: Deed
    tellings: tuple[Telling, ...]
    grounds: Grounds
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one origin says of a deed: its name, and the event in which it does."""

    by: str
    told: Told

    @property
    def narrow_place(self) -> Place | None:
        """The town or facility that it names."""
        place = self.told.event.place
        return None if place is None or place.kind in WIDE else place


def sides_of(case: Case, desk: Desk) -> tuple[Side, ...]:
    """Return the events in which origins tell a deed, in order; each origin may tell several."""
    origins = {voice.name for voice in case.grounds.voices}
    telling_of = {
        telling.id: telling for telling in reversed(case.tellings)
        if telling.is_coded and not telling.denies and not telling.is_aside and desk.home(telling) is not None
    }  # fmt: skip
    sides = []
    for told in sorted(case.act.told, key=lambda one: one.order):
        telling = telling_of.get(told.event.id)
        if telling is not None and (by := desk.speaker_of(telling)) in origins:
            sides.append(Side(by, told))
    return tuple(sides)
