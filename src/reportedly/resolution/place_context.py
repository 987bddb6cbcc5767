"""What a text says about which of several places of one name it means.

Everything is weighed on one scale, log10 of inhabitants: evidence worth 2 outweighs a hundred times the people.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from math import log10

from reportedly.records import PlaceKind
from reportedly.resolution.place_bearers import Bearer

#: Its country is named anywhere in the text; a place in that country is meant elsewhere in it.
COUNTRY_NAMED, COUNTRY_IN_PLAY = 2.0, 1.0
#: A place of its first-level division, or one nearby, is meant elsewhere in the text.
DIVISION_IN_PLAY, NEARBY = 1.0, 0.5
#: It lies in what stands beside its name: "Paris, Texas", "Guangdong's Foshan".
INSIDE_NEIGHBOUR = 6.0
#: It lies in the division of the city beside its name: "Randwick, Sydney".
NEAR_CITY = 2.0
#: It is a division and so is its neighbour in a list, of the same country: "Oregon, Ohio and Utah".
SIBLING = 3.0
#: The word beside it tells its kind: "Washington state".
KIND_TOLD = 3.0
#: What the name means when nothing else speaks: countries, national capitals, first-level divisions.
COUNTRY, CAPITAL, DIVISION = 3.0, 2.0, 0.5
#: Degrees of latitude and longitude: about 200 km.
CELL = 2.0

Cell = tuple[int, int]
#: A country, or one of its first-level divisions.
Whole = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands beside a name.

    Attributes:
        inside: Countries and divisions that stand beside it as what it lies in.
        cities: Divisions of cities that do.
        siblings: Countries whose divisions stand beside it in a list, or whose places stand before it as lying in it.
        kinds: What the words beside it say it is.
        elsewhere: The division that the text puts it in although nothing known by its name lies there.
    """

    inside: frozenset[Whole] = frozenset()
    cities: frozenset[Whole] = frozenset()
    siblings: frozenset[str] = frozenset()
    kinds: frozenset[PlaceKind] = frozenset()
    elsewhere: Whole | None = None


@dataclass(frozen=True)
class Play:
    """What a text has in play.

    Attributes:
        named: Countries that it names or whose people it names.
        countries: Countries in which places lie that it surely means, capitals left out: they stand for governments.
        divisions: Their first-level divisions, with the country.
        cells: Where they lie.
    """

    named: frozenset[str]
    countries: frozenset[str] = frozenset()
    divisions: frozenset[tuple[str, str]] = frozenset()
    cells: frozenset[Cell] = frozenset()

    def with_places(self, sure: Iterable[Bearer]) -> "Play":
        """Return what is in play once some places are known."""
        places = [b for b in sure if b.kind is not PlaceKind.COUNTRY and not b.is_capital]
        return Play(
            named=self.named,
            countries=frozenset(b.country for b in places),
            divisions=frozenset((b.country, b.admin1) for b in places if b.admin1 is not None),
            cells=frozenset(cell for b in places for cell in _cells(b, around=True)),
        )


def weigh(bearer: Bearer, *, beside: Surroundings, play: Play) -> float:
    """Return how much speaks for one of the places that bear a name."""
    score = log10(max(bearer.weight, 1)) + _standing(bearer)
    score += COUNTRY_NAMED * (bearer.country in play.named and bearer.kind is not PlaceKind.COUNTRY)
    score += COUNTRY_IN_PLAY * (bearer.country in play.countries)
    score += DIVISION_IN_PLAY * (bearer.level != 1 and (bearer.country, bearer.admin1) in play.divisions)
    score += NEARBY * any(cell in play.cells for cell in _cells(bearer, around=False))
    if lies_inside(bearer, beside.inside):
        score += INSIDE_NEIGHBOUR
    elif lies_inside(bearer, beside.cities):
        score += NEAR_CITY
    score += SIBLING * (bearer.level == 1 and bearer.country in beside.siblings)
    return score + KIND_TOLD * (bearer.kind in beside.kinds)


def _standing(bearer: Bearer) -> float:
    if bearer.kind is PlaceKind.COUNTRY:
        return COUNTRY
    return CAPITAL * bearer.is_capital + DIVISION * (bearer.level == 1 and not bearer.namesake)


def lies_inside(bearer: Bearer, inside: Set[Whole]) -> bool:
    """Tell whether a place lies in one of some countries and divisions, and is none of them."""
    if bearer.kind is PlaceKind.COUNTRY:
        return False
    return (bearer.country, None) in inside or (bearer.level != 1 and (bearer.country, bearer.admin1) in inside)


def _cells(bearer: Bearer, *, around: bool) -> Sequence[Cell]:
    """Return the cell that a place lies in, with its neighbours if asked."""
    if bearer.lat is None or bearer.lon is None:
        return ()
    row, column = int(bearer.lat // CELL), int(bearer.lon // CELL)
    steps = (-1, 0, 1) if around else (0,)
    return tuple((row + r, column + c) for r in steps for c in steps)
