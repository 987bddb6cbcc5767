"""Which stretches of a text name places: the codebook's areas, countries, and names that their company shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrasebook import Phrasebook
from reportedly.language.phrases import texts_of
from reportedly.resolution.actor_words import Nation
from reportedly.resolution.marks import Marks
from reportedly.resolution.name_runs import NameRuns
from reportedly.resolution.place_bearers import Bearer, BearerBook
from reportedly.resolution.place_lexicon import NamedArea, PlaceLexicon
from reportedly.resolution.place_support import (
    NO_SUPPORT,
    STRONG,
    WEAK,
    Support,
    joins_list,
    spoiler_of,
    stronger,
    support_of,
    touches_dash,
)

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: The gazetteer must know at least so many inhabitants of a name that spaCy does not take for a place, by the strength
#: of its support: with less, surnames and words such as "Congress" come in. Flat on GeoVirus dev from 20,000 to 50,000
#: and from 1,000 to 20,000; a first figure of 200,000 costs 0.001 of F1.
LEAST = {1: 50_000, 2: 5_000, 3: 0}
#: A first-level division counts for at least so many, a place in a country that the text names for as many times more.
DIVISION_PRESENCE, IN_COUNTRY = 100_000, 10
#: What spaCy takes for a place, with nothing around it to show that, needs as many.
HARDLY_KNOWN = 20_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that names a place.

    Attributes:
        span: The name, without article and possessive.
        area: When the codebook knows it as an area.
        nation: When the codebook knows it as a country.
        support: What speaks for a place around it.
        label: spaCy's label for it, settled over the text; "" when spaCy sees no name.
    """

    span: DocSpan
    area: NamedArea | None = None
    nation: Nation | None = None
    support: Support = NO_SUPPORT
    label: str = ""


class StretchFinder:
    """Finds the stretches of one text.

    Args:
        annotated: The text.
        marks: Which of its words stand for a country.
        lexicon: The codebook's places.
        bearers: Places by name.
    """

    def __init__(self, annotated: AnnotatedText, *, marks: Marks, lexicon: PlaceLexicon, bearers: BearerBook) -> None:
        self._doc: Doc = annotated.doc
        self._marks = marks
        self._lexicon = lexicon
        self._bearers = bearers
        self._runs = NameRuns(annotated, marks=marks)
        self._named = frozenset(mark.value.code for mark in marks.nations.values())

    def find(self) -> list[Stretch]:
        """Return the stretches in reading order, none inside another.

        1. Areas, "Norwegian waters" and countries, unless they are part of a longer name.
        2. From left to right every other name that spaCy or its company shows to be a place.
        3. Wherever else a name stands that was found so.
        4. Without names of something else, and without names that nobody knows and nothing shows to be a place.
        """
        fixed = {s.span.start: s for s in _apart(self._fixed())}
        found = list(self._scan(fixed))
        found += self._again(found)
        return sorted(self._believable(self._unspoiled(found)), key=lambda s: s.span.start)

    def _fixed(self) -> Iterator[Stretch]:
        doc = self._doc
        for found in self._lexicon.find(doc):
            yield Stretch(doc[found.start : found.end], area=found.values[0])
        yield from self._national_areas()
        for mark in {m.start: m for m in self._marks.nations.values()}.values():
            if mark.value.form == "name":
                yield Stretch(doc[mark.start : mark.end], nation=mark.value)

    def _national_areas(self) -> Iterator[Stretch]:
        """Yield "Venezuelan waters" and the like; "the Dutch province of Limburg" is no area of its own."""
        doc = self._doc
        for token in doc[1:]:
            kind = self._lexicon.area_words.get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
            nation = None if kind is None else self._marks.nation(doc[token.i - 1])
            if kind is not None and nation is not None and nation.form == "adjective":
                span = doc[self._marks.nations[token.i - 1].start : token.i + 1]
                yield Stretch(span, area=NamedArea(span.text, kind, nation.code))

    def _scan(self, fixed: dict[int, Stretch]) -> Iterator[Stretch]:
        within = _covering(fixed.values())
        at, last_end, last, texts = 0, -1, NO_SUPPORT, texts_of(self._doc)
        while at < len(self._doc):
            stretch = None
            if at in fixed or texts[at][0].isupper():
                listed = last if joins_list(self._doc, at, last_end) else NO_SUPPORT
                stretch = self._longer(at, within, listed=listed) or fixed.get(at)
            if stretch is None:
                at += 1
                continue
            at = stretch.span.end
            if not self._is_hidden(stretch):
                last_end, last = at, _passed_on(stretch)
                yield stretch

    def _is_hidden(self, stretch: Stretch) -> bool:
        known = stretch.area is not None or stretch.nation is not None
        glued = touches_dash(self._doc, stretch.span.start, stretch.span.end)
        return (known and self._runs.hides(stretch.span)) or glued

    def _longer(self, start: int, within: dict[int, Stretch], *, listed: Support) -> Stretch | None:
        """Return the name that begins at a token, if it is longer than what the codebook knows there."""
        run_end = self._runs.end(start)
        ready = within.get(start)
        least = start + 1 if ready is None else ready.span.end + 1
        if run_end < least:
            return None
        label = self._runs.label(start)
        around = support_of(self._doc, start, run_end, lexicon=self._lexicon)
        support = stronger(around, listed, self._beside(run_end))
        if self._runs.serves(start, run_end):
            support = stronger(support, WEAK)
        covers = any(at in within for at in range(start, run_end))
        if not (label in PLACE_LABELS or support.strength or covers or self._runs.opens_body(start)):
            return None
        for end in range(run_end, least - 1, -1):
            if end == run_end or self._runs.may_end(start, end):
                stretch = self._judged(start, end, support, within)
                if stretch is not None:
                    return stretch
        return None

    def _judged(self, start: int, end: int, support: Support, within: dict[int, Stretch]) -> Stretch | None:
        """Return a name as a stretch if the gazetteer, spaCy and its company together speak for it."""
        span, label = self._doc[start:end], self._runs.label(start)
        if self._is_mere_description(span):
            return None
        support = stronger(support_of(self._doc, start, end, lexicon=self._lexicon), support)
        stretch = Stretch(span, support=support, label=label)
        parts = {within[at].span.start for at in range(start, end) if at in within}
        bearers = () if self._is_abbreviation(span) else self._bearers.of(span.text)
        if bearers:
            trusted = label in PLACE_LABELS or bool(parts)
            return stretch if trusted or self._is_known_enough(span, support) else None
        if parts or end != self._runs.name_end(start) or self._doc[start].lower_ in self._lexicon.directions:
            return None
        is_camp = label == "ORG" and span[-1].lower_ in self._lexicon.kind_words
        return stretch if label in PLACE_LABELS or (support.strength == 3 and not is_camp) else None

    def _is_mere_description(self, span: DocSpan) -> bool:
        """Tell whether a name is a direction or ends in a nationality: "the South", "Northern Indian"."""
        nation = self._marks.nation(span[-1])
        described = (nation is not None and nation.form == "adjective") or (span[-1].pos_ == "ADJ" and len(span) == 1)
        return described or (len(span) == 1 and span[0].lower_ in self._lexicon.directions)

    def _is_abbreviation(self, span: DocSpan) -> bool:
        """Tell whether a name begins with a few capitals that only the codebook may read as a place: "UGA", "FDA"."""
        letters = span[0].text.replace(".", "")
        short = len(letters) <= 3 and letters.isupper() and self._marks.nation(span[0]) is None
        return short and not self._lexicon.known(span.text)

    def _is_known_enough(self, span: DocSpan, support: Support) -> bool:
        """Tell whether a name that spaCy takes for no place is one: the larger, the less company it needs."""
        if self._runs.opens_body(span.start) and span.end < self._runs.name_end(span.start):
            # Parties and foundations bear the names of persons, and those the names of small towns.
            return max(map(_presence, self._bearers.of(span.text))) >= LEAST[1]
        return support.strength > 0 and self._fame(span.text) >= LEAST[support.strength]

    def _beside(self, end: int) -> Support:
        """Return the support of a place after a comma: "Bradford, Ontario"."""
        doc = self._doc
        if end + 1 >= len(doc) or doc[end].text != ",":
            return NO_SUPPORT
        nation = self._marks.nation(doc[end + 1])
        named = nation is not None and nation.form == "name"
        return STRONG if named or self._runs.label(end + 1) == "GPE" else NO_SUPPORT

    def _again(self, found: Iterable[Stretch]) -> Iterator[Stretch]:
        """Yield the other places of names that were found: spaCy takes "Esperance" for a person now and then."""
        found = list(found)
        taken = {i for s in found for i in range(s.span.start, s.span.end)}
        names = {s.span.text: s for s in found if s.area is None and s.nation is None}
        sure = (s for s in names.values() if s.label in PLACE_LABELS or s.support.strength > 1)
        book = Phrasebook(([t.text for t in s.span], s.span.text) for s in sure)
        for again in book.find([(t.text,) for t in self._doc]):
            span = self._doc[again.start : again.end]
            if taken.isdisjoint(range(again.start, again.end)) and not self._runs.hides(span):
                around = support_of(self._doc, again.start, again.end, lexicon=self._lexicon)
                yield Stretch(span, support=around, label=self._runs.label(again.start))

    def _unspoiled(self, found: list[Stretch]) -> list[Stretch]:
        """Leave out names that are part of the name of something else: "Reston virus"."""
        judged = [(s, spoiler_of(self._doc, s.span.start, s.span.end, lexicon=self._lexicon)) for s in found]
        everywhere = {s.span.text for s, spoiled in judged if spoiled}
        return [
            s for s, spoiled in judged if spoiled is None and (s.span.text not in everywhere or s.support.strength > 1)
        ]

    def _believable(self, found: list[Stretch]) -> Iterator[Stretch]:
        """Drop names that hardly anybody knows and no mention shows to be a place."""
        shown = {s.span.text for s in found if s.support.strength > 1}
        for stretch in found:
            known = stretch.area is not None or stretch.nation is not None or stretch.span.text in shown
            if known or self._fame(stretch.span.text) >= (HARDLY_KNOWN if stretch.support.strength == 0 else 0):
                yield stretch

    def _fame(self, name: str) -> int:
        """Return how large a name's largest bearer is, more so in the countries of the text; -1 if it has none."""
        return max(
            (_presence(b) * (IN_COUNTRY if b.country in self._named else 1) for b in self._bearers.of(name)), default=-1
        )


def _passed_on(stretch: Stretch) -> Support:
    """Return what a place does for the next in its list: as much as was done for it, a known country much."""
    known = stretch.area is not None or stretch.nation is not None
    return stronger(stretch.support, STRONG if known else WEAK)


def _presence(bearer: Bearer) -> int:
    return max(bearer.weight, DIVISION_PRESENCE) if bearer.level == 1 else bearer.weight


def _covering(stretches: Iterable[Stretch]) -> dict[int, Stretch]:
    return {at: s for s in stretches for at in range(s.span.start, s.span.end)}


def _apart(found: Iterable[Stretch]) -> list[Stretch]:
    """Keep the longest of overlapping stretches; of two alike the first."""
    taken: set[int] = set()
    kept = []
    for stretch in sorted(found, key=lambda s: s.span.start - s.span.end):
        tokens = range(stretch.span.start, stretch.span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(stretch)
    return kept
