"""Every place that a text names, put on the map where the evidence allows.

A place is looked up (1) among countries, (2) among the seas, regions and facilities of `codebook/places/`, (3) in the
gazetteer. Of several places of one name the one wins that lies in a country or division which the text names, then the
one with more inhabitants. Where nothing speaks for any, the place stays without coordinates.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Place, PlaceKind
from reportedly.resolution.gazetteer import Gazetteer, GazetteerEntry
from reportedly.resolution.marks import Marks
from reportedly.resolution.place_lexicon import NamedArea, PlaceLexicon
from reportedly.resolution.place_names import fold_name

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
#: What speaks for one of several places of a name, on the scale of log10(inhabitants). A country that the text names
#: outweighs a hundred times the inhabitants; a division named next to the place outweighs everything.
SAME_COUNTRY, SAME_DIVISION, NATIONAL_CAPITAL = 2.0, 4.0, 1.0
#: Without any such sign, a place under about 15,000 inhabitants is more often a person's or a firm's name.
UNSURE = 4.2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A stretch of text that may name a place; `area` when the codebook knows it."""

    span: DocSpan
    area: NamedArea | None = None


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
        candidates = self._candidates(annotated, marks=marks)
        context = _Context.of(candidates, marks=marks, gazetteer=self._gazetteer)
        return tuple(self._place(c, marks=marks, context=context) for c in candidates)

    def _candidates(self, annotated: AnnotatedText, *, marks: Marks) -> list[_Candidate]:
        """Collect the stretches: the codebook's areas, the nations' waters, countries by name, then entities."""
        doc = annotated.doc
        found = [
            *(_Candidate(doc[f.start : f.end], f.values[0]) for f in self._lexicon.find(doc)),
            *self._national_areas(doc, marks=marks),
            *(_Candidate(span) for span in _country_names(doc, marks=marks)),
            *(_Candidate(span) for span in _entity_spans(annotated)),
        ]
        return _without_overlaps(found, hidden=_persons(annotated))

    def _national_areas(self, doc: Doc, *, marks: Marks) -> Iterator[_Candidate]:
        """Yield "Venezuelan waters" and the like."""
        for token in doc:
            kind = self._lexicon.area_words.get(token.lemma_.lower())
            if kind is None or token.i == 0:
                continue
            nation = marks.nation(doc[token.i - 1])
            if nation is not None and nation.form == "adjective":
                start = marks.nations[token.i - 1].start
                area = NamedArea(name=f"{doc[start : token.i + 1].text}", kind=kind, country=nation.code)
                yield _Candidate(doc[start : token.i + 1], area)

    def _place(self, candidate: _Candidate, *, marks: Marks, context: "_Context") -> Place:
        span = candidate.span
        if candidate.area is not None:
            return _of_area(span, candidate.area)
        nation = marks.nation(span.root)
        if nation is not None and nation.form == "name" and (entry := self._gazetteer.country(_iso(nation.code))):
            return _of_entry(span, entry, name=nation.name, country=nation.code)
        entries = self._gazetteer.lookup(_bare(span))
        best = max(entries, key=lambda e: context.score(e, span), default=None)
        if best is None or context.score(best, span) < UNSURE:
            return Place(name=_bare(span), text=span.text, span=_extent(span), kind=PlaceKind.OTHER)
        return _of_entry(span, best, name=best.name, country=_plover(best.country))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the text as a whole says about where it plays: countries named, names of other places."""

    countries: Counter[str]
    names: frozenset[str]

    @classmethod
    def of(cls, candidates: Iterable[_Candidate], *, marks: Marks, gazetteer: Gazetteer) -> "_Context":
        named = Counter(m.value.code for m in {id(m): m for m in marks.nations.values()}.values())
        return cls(named, frozenset(fold_name(_bare(c.span)) for c in candidates))

    def score(self, entry: GazetteerEntry, span: DocSpan) -> float:
        """Return how much speaks for a place, on the scale of log10(inhabitants)."""
        own = fold_name(_bare(span))
        score = log10(max(entry.rank, 1))
        if _plover(entry.country) in self.countries:
            score += SAME_COUNTRY
        if entry.admin1 is not None and fold_name(entry.admin1) in self.names - {own}:
            score += SAME_DIVISION
        return score + NATIONAL_CAPITAL * entry.is_capital


def _of_area(span: DocSpan, area: NamedArea) -> Place:
    return Place(
        name=area.name, text=span.text, span=_extent(span), kind=area.kind, country=area.country,
        lat=area.lat, lon=area.lon,
    )  # fmt: skip


def _of_entry(span: DocSpan, entry: GazetteerEntry, *, name: str, country: str) -> Place:
    return Place(
        name=name, text=span.text, span=_extent(span), kind=PlaceKind(entry.kind), country=country,
        admin1=entry.admin1 if entry.kind != "country" else None, geonames_id=entry.geonames_id,
        lat=entry.lat, lon=entry.lon,
    )  # fmt: skip


def _extent(span: DocSpan) -> tuple[int, int]:
    return span.start_char, span.end_char


def _iso(code: str) -> str:
    """Return GeoNames' code for Kosovo; PLOVER writes KOS."""
    return "XKX" if code == "KOS" else code


def _plover(code: str) -> str:
    return "KOS" if code == "XKX" else code


def _bare(span: DocSpan) -> str:
    """Return a name without its article and possessive."""
    words = [t for t in span if t.tag_ != "POS" and not t.is_space]
    if len(words) > 1 and words[0].lower_ == "the":
        words = words[1:]
    return span.doc[words[0].i : words[-1].i + 1].text if words else span.text


def _country_names(doc: Doc, *, marks: Marks) -> Iterator[DocSpan]:
    """Yield countries by name; adjectives and people are nationalities, seats of government are cities first."""
    for mark in {m.start: m for m in marks.nations.values()}.values():
        if mark.value.form == "name":
            yield doc[mark.start : mark.end]


def _entity_spans(annotated: AnnotatedText) -> Iterator[DocSpan]:
    """Yield where entities that are places stand by name."""
    for entity in annotated.entities:
        if entity.label in PLACE_LABELS:
            for mention in entity.mentions:
                if mention.reason in ("name", "short name", "abbreviation"):
                    yield _trimmed(annotated.doc[mention.start : mention.end])


def _trimmed(span: DocSpan) -> DocSpan:
    """Drop an article before a name and a possessive after it."""
    start, end = span.start, span.end
    while end - start > 1 and (span.doc[end - 1].tag_ == "POS" or span.doc[end - 1].is_space):
        end -= 1
    while end - start > 1 and span.doc[start].dep_ == "det":
        start += 1
    return span.doc[start:end]


def _persons(annotated: AnnotatedText) -> frozenset[int]:
    """Return the tokens of persons' and bodies' names: "Jordan" in "Michael Jordan" is no country."""
    hiding = (e for e in annotated.entities if e.label in ("PERSON", "PRODUCT"))
    return frozenset(
        i
        for entity in hiding
        for mention in entity.mentions
        if mention.reason in ("name", "short name")
        for i in range(mention.start, mention.end)
    )


def _without_overlaps(candidates: Iterable[_Candidate], *, hidden: frozenset[int]) -> list[_Candidate]:
    """Keep the first of overlapping candidates (they come in order of trust), sorted by place in the text."""
    taken: set[int] = set(hidden)
    kept = []
    for candidate in candidates:
        tokens = set(range(candidate.span.start, candidate.span.end))
        if tokens and taken.isdisjoint(tokens) and _is_name(candidate.span.root):
            taken |= tokens
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.span.start)


def _is_name(token: Token) -> bool:
    return not token.is_space and not token.is_punct
