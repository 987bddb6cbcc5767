"""Places that are not in the gazetteer: seas, regions, rivers, territories, facilities, and words such as "waters"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict
from spacy.lang.en import English
from spacy.tokens import Doc

from reportedly.records import PlaceKind
from reportedly.language.phrasebook import Found, Phrasebook
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


class AreaEntry(BaseModel):
    """One entry of `codebook/places/*.yaml`; its fields are explained there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    aliases: tuple[str, ...] = ()
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    example: str


class AreaWord(BaseModel):
    """One entry of `codebook/place_words.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    word: str
    kind: PlaceKind
    example: str


class PlaceLexicon:
    """Named areas by their words, and the nouns that make an area out of a nation.

    Args:
        entries: From `codebook/places/`.
        words: From `codebook/place_words.yaml`.
    """

    def __init__(self, entries: list[AreaEntry], words: list[AreaWord]) -> None:
        nlp = English()
        self._book = Phrasebook(
            ([t.text for t in nlp.make_doc(name)], _area(entry))
            for entry in entries
            for name in (entry.name, *entry.aliases)
        )
        self.area_words = {word.word: word.kind for word in words}

    @classmethod
    def load(cls) -> Self:
        """Load the codebook's areas.

        Raises:
            CodebookError: A file is missing or has a mistake.
        """
        entries = [e for name in codebook_files("places") for e in load_model(name, list[AreaEntry])]
        return cls(entries, load_model("place_words.yaml", list[AreaWord]))

    def find(self, doc: Doc) -> Iterator[Found[NamedArea]]:
        """Yield the named areas of a text, the longest at each place."""
        return self._book.find([(token.text,) for token in doc])


def _area(entry: AreaEntry) -> NamedArea:
    kind = PlaceKind(KINDS.get(entry.kind, entry.kind))
    return NamedArea(entry.name, kind, entry.country, entry.lat, entry.lon)
