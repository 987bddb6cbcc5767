"""Every word of a text that tells a country, a body or a role: found in one pass, asked for by token."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from spacy.tokens import Doc, Token

from reportedly.language.phrasebook import Found
from reportedly.language.word_groups import words_of
from reportedly.resolution.actor_words import ActorWords, Effect, Nation, Role
from reportedly.resolution.noun_phrases import of_object, spoken_for

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mark(Generic[T]):
    """A stretch of tokens `[start, end)` and what the codebook says of it."""

    start: int
    end: int
    value: T


@dataclass(frozen=True)
class Marks:
    """The marks of a text by token index."""

    nations: dict[int, Mark[Nation]]
    roles: dict[int, Mark[Role]]
    effects: dict[int, Effect]

    def nation(self, token: Token) -> Nation | None:
        """Return what country or body a token's word group stands for."""
        mark = self.nations.get(token.i)
        return None if mark is None else mark.value

    def role(self, token: Token) -> Role | None:
        """Return what role a token's word group names."""
        mark = self.roles.get(token.i)
        return None if mark is None else mark.value

    def whole(self, head: Token) -> Token | None:
        """Return whom a head belongs to: "navy" in "head of the navy" and in "a spokesman for the navy"."""
        return of_object(head) or (spoken_for(head) if self.effects.get(head.i) == "speaks" else None)

    def with_places(self, places: Iterable[Mark[Nation]]) -> "Marks":
        """Return the marks with places added where nothing else is marked."""
        added = {i: mark for mark in places for i in range(mark.start, mark.end)}
        return replace(self, nations=added | self.nations)


def find_marks(doc: Doc, *, words: ActorWords, persons: frozenset[int]) -> Marks:
    """Mark a text.

    Args:
        doc: spaCy's analysis.
        words: The codebook's words.
        persons: Indices of tokens inside names of persons or things: Michael Jordan is no country.
    """
    found = words.proper.find([_proper_forms(t) for t in doc])
    proper = [f for f in found if persons.isdisjoint(range(f.start, f.end)) or _is_whole_adjective(doc, f, persons)]
    hidden = persons | {i for found in proper for i in range(found.start, found.end)}
    common = [f for f in words.common.find([_common_forms(t) for t in doc]) if _is_role(doc, f, hidden)]
    return Marks(
        nations=_by_token(_decided(doc, proper)),
        roles=_by_token(_in_company([Mark(f.start, f.end, f.values[0]) for f in common])),
        effects={t.i: words.effects[t.lower_] for t in doc if t.lower_ in words.effects},
    )


def _in_company(marks: list[Mark[Role]]) -> Iterator[Mark[Role]]:
    """Yield the marks, those that depend on their company with the sectors that the nearest telling word gives."""
    for mark in marks:
        if not mark.value.by_company:
            yield mark
            continue
        others = (other for other in marks if other.value.sectors and not other.value.by_company)
        near = sorted((abs(other.start - mark.start), other.value.sectors[0]) for other in others)
        told = (kind for _, sector in near for kind, company in mark.value.by_company if sector in company)
        kind = next(told, None)
        yield mark if kind is None else replace(mark, value=replace(mark.value, sectors=(kind,)))


def _is_whole_adjective(doc: Doc, found: Found[Nation | None], persons: frozenset[int]) -> bool:
    """Tell a nationality of two words that the tagger takes for a name: "*Sri Lankan* fishermen"."""
    alone = found.start - 1 not in persons and found.end not in persons
    adjective = any(nation is not None and nation.form == "adjective" for nation in found.values)
    return alone and adjective and found.end < len(doc) and doc[found.end].pos_ in ("NOUN", "PROPN")


def _proper_forms(token: Token) -> tuple[str, ...]:
    """Look names up as printed, and shouted ones ("LIMA") as if they were not; short ones could be abbreviations."""
    text = token.text.replace("’", "'")
    return (text, text.title()) if len(text) > 3 and text.isupper() and text.isalpha() else (text,)


def _common_forms(token: Token) -> tuple[str, ...]:
    lower, lemma = token.lower_.replace("’", "'"), token.lemma_.lower()
    # The lemmatizer leaves proper nouns in the plural: "Rebels Seize Port".
    singular = lower.removesuffix("s") if token.tag_ in {"NNPS", "NNP"} and len(lower) > 3 else lemma
    return tuple(dict.fromkeys((lower, lemma, singular)))


def _is_role(doc: Doc, found: Found[Role], hidden: frozenset[int]) -> bool:
    last = doc[found.end - 1]
    # "Cuban dissident Marta Leyva": before a name the tagger takes some nouns for adjectives.
    before_name = last.pos_ == "ADJ" and found.end < len(doc) and doc[found.end].pos_ == "PROPN"
    return (last.pos_ in {"NOUN", "PROPN"} or before_name) and hidden.isdisjoint(range(found.start, found.end))


def _decided(doc: Doc, proper: list[Found[Nation | None]]) -> Iterator[Mark[Nation]]:
    """Yield the marks that mean one country; an ambiguous one is decided by the countries that the text names."""
    certain = {
        f.values[0].code for f in proper if len({v.code for v in f.values if v}) == 1 and f.values[0] is not None
    }
    countries = _countries(proper)
    for found in proper:
        if _touches_hyphen(doc, found):
            continue
        meant = [v for v in found.values if v is not None]
        if len({v.code for v in meant}) > 1:
            meant = [v for v in meant if v.code in certain] or [v for v in meant if v.usual]
        if len({v.code for v in meant}) == 1:
            yield Mark(found.start, found.end, _at_large(meant[0], countries=countries))


def _at_large(nation: Nation, *, countries: frozenset[str]) -> Nation:
    """Take the country from a name that many bear in a text on others: Chile has a Republican Party too."""
    elsewhere = nation.shared and bool(countries) and nation.code not in countries
    return replace(nation, code="") if elsewhere else nation


def _countries(proper: list[Found[Nation | None]]) -> frozenset[str]:
    """Return the countries that a text names by themselves or by their people."""
    return frozenset(v.code for found in proper for v in found.values if v is not None and v.form != "organisation")


def _touches_hyphen(doc: Doc, found: Found[Nation | None]) -> bool:
    """Tell "anti-Syria", "Israeli-occupied" from a nationality; "Saudi-led" is one."""
    glued_before = found.start > 1 and doc[found.start - 1].text == "-" and not doc[found.start - 2].whitespace_
    if glued_before and doc[found.start - 2].lower_ in words_of("former prefixes"):
        return False
    after = doc[found.end : found.end + 2]
    glued_after = len(after) == 2 and after[0].text == "-" and not after[0].whitespace_
    return glued_before or (
        glued_after and after[1].lower_ not in words_of("leading participles") and not after[1].is_title
    )


def _by_token(marks: Iterable[Mark[T]]) -> dict[int, Mark[T]]:
    return {i: mark for mark in marks for i in range(mark.start, mark.end)}
