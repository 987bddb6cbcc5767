"""What the codebook knows about places: named areas, places that the gazetteer lacks, words beside names of places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from pydantic import BaseModel, ConfigDict
from spacy.lang.en import English
from spacy.tokens import Doc

from reportedly.language.phrasebook import Found, Phrasebook
from reportedly.language.phrases import texts_of
from reportedly.records import PlaceKind
from reportedly.resolution.place_names import bare_name, fold_name
from reportedly.resources import codebook_files, load_model

#: Finer kinds of the codebook and the record's kind that each is.
KINDS = {"territory": "region", "strait": "sea", "gulf": "sea", "ocean": "sea", "lake": "sea", "canal": "facility"}


@dataclass(frozen=True, slots=True)
class NamedArea:
    """An area that the codebook knows."""

    name: str
    kind: PlaceKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Entry(BaseModel):
    """What all entries share: unknown keys are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    example: str


class AreaEntry(Entry):
    """One entry of `codebook/places/*.yaml`; its fields are explained there."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class KnownPlace(Entry):
    """One entry of `codebook/known_places.yaml`; its fields are explained there."""

    name: str
    aliases: tuple[str, ...]
    kind: PlaceKind
    level: int | None
    country: str
    admin1: str | None
    lat: float
    lon: float
    weight: int


class AreaWord(Entry):
    """A noun that makes an area out of a nation."""

    word: str
    kind: PlaceKind


class KindWord(Entry):
    """A noun beside a name that tells what it is."""

    word: str
    plural: str
    kind: PlaceKind
    place: str


class Preposition(Entry):
    """A word before a place."""

    word: str
    strong: bool
    unless: tuple[str, ...] = ()
    place: str


class PlainWord(Entry):
    """A word that stands beside the names of places: a direction or a link."""

    word: str
    place: str


class Spoiler(Entry):
    """A noun that makes the name before it the name of something else."""

    word: str
    everywhere: bool
    name: str


class WordFile(BaseModel):
    """`codebook/place_words.yaml`; its sections are explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    areas: tuple[AreaWord, ...]
    kinds: tuple[KindWord, ...]
    parts: tuple[PlainWord, ...]
    links: tuple[PlainWord, ...]
    prepositions: tuple[Preposition, ...]
    directions: tuple[PlainWord, ...]
    spoilers: tuple[Spoiler, ...]


@cache
def words_with_of() -> frozenset[str]:
    """Return the nouns, lower-cased, that stand for the place behind their "of": "the *town* of Bosso"."""
    words = load_model("place_words.yaml", WordFile)
    return frozenset((*(word.word for word in words.kinds), *(word.word for word in words.parts)))


class PlaceLexicon:
    """The codebook's places and the words beside them.

    Args:
        entries: From `codebook/places/`.
        known: From `codebook/known_places.yaml`.
        words: From `codebook/place_words.yaml`.

    Attributes:
        area_words: Nouns that make an area out of a nation, by lemma.
        kind_words: Nouns that tell what a name is, singular and plural, lower-cased.
        parts: Nouns for a part of a place, lower-cased.
        links: Words between such a noun and a name, lower-cased.
        prepositions: By lower-cased word.
        directions: Lower-cased.
        spoilers: Lower-cased; True where they spoil the name all over the text.
    """

    def __init__(self, entries: Sequence[AreaEntry], known: Sequence[KnownPlace], words: WordFile) -> None:
        nlp = English()
        self._book = Phrasebook(
            ([t.text for t in nlp.make_doc(name)], _area(entry))
            for entry in entries
            for name in (entry.name, *entry.aliases)
        )
        self._known: dict[str, tuple[KnownPlace, ...]] = {}
        for place in known:
            for key in dict.fromkeys(_key(name) for name in (place.name, *place.aliases)):
                self._known[key] = (*self._known.get(key, ()), place)
        self.area_words = {word.word: word.kind for word in words.areas}
        self.kind_words = {form: word.kind for word in words.kinds for form in (word.word, word.plural)}
        self.parts = frozenset(word.word for word in words.parts)
        self.links = frozenset(word.word for word in words.links)
        self.prepositions = {word.word: word for word in words.prepositions}
        self.directions = frozenset(word.word for word in words.directions)
        self.spoilers = {word.word: word.everywhere for word in words.spoilers}

    @classmethod
    def load(cls) -> Self:
        """Load the codebook's places.

        Raises:
            CodebookError: A file is missing or has a mistake.
        """
        entries = [e for name in codebook_files("places") for e in load_model(name, list[AreaEntry])]
        known = load_model("known_places.yaml", list[KnownPlace])
        return cls(entries, known, load_model("place_words.yaml", WordFile))

    def find(self, doc: Doc) -> Iterator[Found[NamedArea]]:
        """Yield the named areas of a text, the longest at each place."""
        return self._book.find([(text,) for text in texts_of(doc)])

    def known(self, name: str) -> tuple[KnownPlace, ...]:
        """Return the places of a name that stand beside the gazetteer's.

        Args:
            name: As written; a short form such as "Pa." only with its full stop and case.
        """
        folded = fold_name(name)
        found = (*self._known.get(folded, ()), *(self._known.get(name, ()) if name != folded else ()))
        bare = bare_name(folded)
        if found or bare is None:
            return found
        return tuple(place for place in self._known.get(bare.name, ()) if place.kind.value == bare.kind)


def _key(name: str) -> str:
    return name if name.endswith(".") else fold_name(name)


def _area(entry: AreaEntry) -> NamedArea:
    kind = PlaceKind(KINDS.get(entry.kind, entry.kind))
    return NamedArea(entry.name, kind, entry.country, entry.lat, entry.lon)
