"""Every place that a text names, put on the map where the evidence allows.

A stretch of text (`place_stretches.py`) names a place; of the places that bear the name (`place_bearers.py`) the text
decides for one (`place_context.py`). Where nothing decides, the place stays without coordinates but keeps the level and
the country that all likely ones share. "Northern Syria" is marked as Syria: the direction is no part of the name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Place, PlaceKind
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.marks import Marks
from reportedly.resolution.place_bearers import Bearer, BearerBook
from reportedly.resolution.place_context import Play, Surroundings, weigh
from reportedly.resolution.place_lexicon import NamedArea, PlaceLexicon
from reportedly.resolution.place_neighbours import Neighbours
from reportedly.resolution.place_stretches import Stretch, StretchFinder

#: Below this, a name is more often a person's or a firm's: 15,000 inhabitants without any other sign.
UNSURE = 4.2
#: A place is meant for sure, and speaks for others near it, from here on and with this lead over the next.
SURE, CLEAR_LEAD = 5.0, 0.7
#: Two places of a name that lie closer than this are anybody's guess: 1.25 times the inhabitants.
TOSS_UP = 0.1
#: A city of so many inhabitants is meant even where the text seems to put it in a division elsewhere.
TOO_LARGE_TO_DENY = 1_000_000


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a name may mean, the best first, with scores."""

    ranked: tuple[tuple[float, Bearer], ...]

    @property
    def best(self) -> Bearer | None:
        return self.ranked[0][1] if self.ranked else None

    @property
    def lead(self) -> float:
        """Return by how much the best is ahead of the next that lies elsewhere."""
        (score, best), *rest = self.ranked
        others = [s for s, b in rest if (b.country, b.admin1) != (best.country, best.admin1)]
        return score - others[0] if others else score

    @property
    def sure(self) -> bool:
        return bool(self.ranked) and self.ranked[0][0] >= SURE and self.lead >= CLEAR_LEAD


class PlaceFinder:
    """Finds and places the places of a text.

    Args:
        gazetteer: From `Gazetteer.load`.
        lexicon: From `PlaceLexicon.load`.
    """

    def __init__(self, gazetteer: Gazetteer, lexicon: PlaceLexicon) -> None:
        self._gazetteer = gazetteer
        self._lexicon = lexicon

    def find(self, annotated: AnnotatedText, *, marks: Marks) -> tuple[Place, ...]:
        """Return the places of a text in reading order.

        Args:
            annotated: The text.
            marks: Which of its words stand for a country; from the actor resolver's view of the text.
        """
        bearers = BearerBook(self._gazetteer, self._lexicon)
        stretches = StretchFinder(annotated, marks=marks, lexicon=self._lexicon, bearers=bearers).find()
        named = [s for s in stretches if s.area is None]
        options = {s.span.start: _options(s, bearers) for s in named}
        neighbours = Neighbours(annotated.doc, named, options, marks=marks, lexicon=self._lexicon)
        beside = {s.span.start: neighbours.of(s) for s in named}
        choices = _decided(options, beside, marks=marks)
        return tuple(
            _of_area(s, s.area) if s.area is not None else _of_name(s, choices[s.span.start], beside[s.span.start])
            for s in stretches
        )


def _options(stretch: Stretch, bearers: BearerBook) -> tuple[Bearer, ...]:
    if stretch.nation is not None:
        return bearers.of_nation(stretch.span.text, stretch.nation)
    return bearers.of(stretch.span.text)


def _decided(
    options: Mapping[int, Sequence[Bearer]], beside: Mapping[int, Surroundings], *, marks: Marks
) -> dict[int, _Choice]:
    """Decide for each stretch, first by itself, then by what the sure ones put in play."""
    play = Play(frozenset(mark.value.code for mark in marks.nations.values() if mark.value.form != "organisation"))
    first = (_ranked(options[at], beside[at], play) for at in options)
    play = play.with_places(choice.best for choice in first if choice.best is not None and choice.sure)
    return {at: _ranked(options[at], beside[at], play) for at in options}


def _ranked(options: Iterable[Bearer], beside: Surroundings, play: Play) -> _Choice:
    scored = ((weigh(bearer, beside=beside, play=play), bearer) for bearer in options)
    return _Choice(tuple(sorted(scored, key=lambda pair: -pair[0])))


def _of_area(stretch: Stretch, area: NamedArea) -> Place:
    return Place(
        name=area.name, text=stretch.span.text, span=_extent(stretch.span), kind=area.kind, country=area.country,
        lat=area.lat, lon=area.lon,
    )  # fmt: skip


def _of_name(stretch: Stretch, choice: _Choice, beside: Surroundings) -> Place:
    """Make the record of a name, with coordinates if it surely means one of the places that bear it."""
    best = choice.best
    denied = beside.elsewhere is not None and best is not None and best.weight < TOO_LARGE_TO_DENY
    if best is None or denied:
        return _level_only(stretch, beside, kind=PlaceKind.CITY if denied else PlaceKind.OTHER)
    if choice.ranked[0][0] < UNSURE or choice.lead < TOSS_UP:
        likely = [bearer for score, bearer in choice.ranked if score > choice.ranked[0][0] - TOSS_UP]
        countries = {bearer.country for bearer in likely}
        agreed = countries.pop() if len(countries) == 1 and choice.ranked[0][0] >= UNSURE else None
        return _level_only(stretch, beside, kind=likely[0].kind, country=agreed)
    return Place(
        name=best.name, text=stretch.span.text, span=_extent(stretch.span), kind=best.kind, country=best.country,
        admin1=best.admin1, geonames_id=best.geonames_id, lat=best.lat, lon=best.lon,
    )  # fmt: skip


def _level_only(stretch: Stretch, beside: Surroundings, *, kind: PlaceKind, country: str | None = None) -> Place:
    """Make the record of a place of which only the level, and perhaps what it lies in, is known."""
    around = {beside.elsewhere} if beside.elsewhere is not None else beside.inside
    countries, divisions = {whole[0] for whole in around}, {whole[1] for whole in around} - {None}
    return Place(
        name=stretch.span.text,
        text=stretch.span.text,
        span=_extent(stretch.span),
        kind=stretch.support.kind or kind,
        country=countries.pop() if len(countries) == 1 else country,
        admin1=divisions.pop() if len(divisions) == len({whole[0] for whole in around}) == 1 else None,
    )


def _extent(span: DocSpan) -> tuple[int, int]:
    return span.start_char, span.end_char
