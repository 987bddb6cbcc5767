"""Where people are at home when the text does not say: police and protesters act in their own country."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from reportedly.records import Actor, Claim, Place, PlaceKind, Source
from reportedly.resolution.actor_words import SUPRANATIONAL
from reportedly.resolution.marks import Marks

#: Sectors whose people seldom act abroad. Forces, rebels, firms and governments do, and are left without a country
#: unless the text plays in one country alone.
AT_HOME = frozenset({"CVL", "OPP", "COP", "JUD", "LAB", "EDU", "AGR", "LEG", "MED"})
#: Sectors that every country has: "the government" of a text that names one country is that country's.
OF_THE_STATE = AT_HOME | {"GOV", "MIL", "REB", "UAF", "PTY", "SPY", "REL", "ELI", "JRN", "CRM"}
#: Sectors that deal with other states in the name of their own.
ABROAD = frozenset({"GOV", "MIL", "LEG", "SPY"})
ISO_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Homes:
    """The countries that a text plays in.

    Attributes:
        only: The one country that the text names, by itself, its people or its towns; None when there are more.
        dateline: The country that the report was sent from; None when unknown, or when the text tells of others only.
        named: The token index and country of every word that stands for one, in reading order.
    """

    only: str | None
    dateline: str | None
    named: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, *, marks: Marks, dateline: str | None) -> "Homes":
        """Collect the countries of a text from its marks (nations, and towns by `ActorView.placed`)."""
        named = tuple((i, m.value.code) for i, m in sorted(marks.nations.items()) if _is_country(m.value.code))
        countries = Counter(code for _, code in named)
        # A report sent from Geneva on a war that it does not say is Swiss is not.
        local = dateline if not countries or dateline in countries else None
        return cls(only=next(iter(countries)) if len(countries) == 1 else None, dateline=local, named=named)

    def in_play(self, sentence: DocSpan) -> str | None:
        """Return the country in which a sentence plays when it does not say: the text's only one, else the dateline's.

        A sentence that names a country plays nowhere else; one that names several, nowhere in particular.
        """
        if self.only is not None:
            return self.only
        here = self._named_in(sentence)
        if not here:
            return self.dateline
        return next(iter(here)) if len(here) == 1 and self.dateline in here else None

    def of_speakers(self, sentence: DocSpan, sectors: Iterable[str]) -> str | None:
        """Return whose "foreign ministry" says something: the text's only country, else the dateline's if in play.

        A bare title is the local one: sent from Nairobi, "Ugandan soldiers crossed into Kenya, the ministry said" is
        Kenya's ministry. Where the sentence names no country, only people who seldom act abroad are taken for local:
        of ten other guesses in the samples four were wrong.
        """
        here = self._named_in(sentence)
        local = self.dateline in here or (not here and not AT_HOME.isdisjoint(sectors))
        return self.only or (self.dateline if local else None)

    def _named_in(self, sentence: DocSpan) -> set[str]:
        first, last = (bisect_left(self.named, (i, "")) for i in (sentence.start, sentence.end))
        return {code for _, code in self.named[first:last]}


def _is_country(code: str) -> bool:
    return len(code) == ISO_LENGTH and code not in SUPRANATIONAL


def at_home(
    actors: Iterable[Actor], *, place: Place | None, in_play: str | None, against: Collection[str] = ()
) -> Iterator[Actor]:
    """Yield the actors, those without a country given one where that is safe.

    1. People of a domestic sector are at home where the event is.
    2. Everybody of the state is at home in the country in play; but a president who threatens Russia is no Russian.

    Args:
        actors: Those on one side.
        place: Where the event is.
        in_play: The country in which its sentence plays.
        against: The states, as such, on the other side.
    """
    where = place.country if place is not None and place.kind is not PlaceKind.SEA else None
    for actor in actors:
        sector = set(actor.sectors[:1])
        home = where if where is not None and AT_HOME & sector else in_play if OF_THE_STATE & sector else None
        abroad = home is None or (home in against and bool(ABROAD & sector))
        yield actor if actor.country is not None or abroad else replace(actor, country=home)


def claims_at_home(claims: Iterable[Claim], *, homes: Homes, doc: Doc) -> tuple[Claim, ...]:
    """Return the claims with a country for the sources that are of a state and do not say of which.

    Args:
        claims: Of one text.
        homes: Where that text plays.
        doc: spaCy's analysis of it.
    """
    return tuple(replace(claim, sources=tuple(_speakers(claim, homes, doc))) for claim in claims)


def _speakers(claim: Claim, homes: Homes, doc: Doc) -> Iterator[Source]:
    cue = doc.char_span(*claim.cue[0], alignment_mode="expand")
    for source in claim.sources:
        if cue is None or source.actor is None:
            yield source
            continue
        in_play = homes.of_speakers(cue.sent, source.actor.sectors[:1])
        yield replace(source, actor=next(at_home((source.actor,), place=None, in_play=in_play)))
