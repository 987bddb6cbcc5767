"""The words that the language room knows: titles, honorifics, vessels, verbs of speech, role nouns. All from YAML."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.resources import load_model

Gender = Literal["male", "female"]


class Entry(BaseModel):
    """Base of the codebook entries: unknown keys are mistakes, and nobody changes an entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    example: str


class Expected(BaseModel):
    """What resolving the bracketed phrase of an example must give; absent fields are not checked.

    A country of "none" means that there must be none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str | None = None
    sectors: tuple[str, ...] | None = None
    title: str | None = None
    alleged: bool | None = None


class Title(Entry):
    """An office or rank; the fields are explained in actors/titles.yaml."""

    title: str
    also: tuple[str, ...] = ()
    sectors: tuple[str, ...]
    yields: bool = False
    of_country: tuple[str, ...] = ()
    gender: Gender | None = None
    expect: Expected


class Honorific(Entry):
    """A word before a name; the fields are explained in language/honorifics.yaml."""

    word: str
    gender: Gender | None = None


class Vessel(Entry):
    """A mark of a named thing; the fields are explained in language/vessels.yaml."""

    word: str
    kind: Literal["vessel", "aircraft", "weapon"]
    where: Literal["before", "name"]


class SpeechVerb(Entry):
    """A verb whose subject speaks."""

    lemma: str


@dataclass(frozen=True)
class Lexicon:
    """The language room's word knowledge, looked up by lower-cased words unless said otherwise.

    Attributes:
        titles: By every spelling, as tuples of words.
        honorifics: By word.
        vessel_prefixes: As printed: "USS".
        weapons: As printed, as tuples of words.
        speech: Lemmas.
    """

    titles: dict[tuple[str, ...], Title]
    honorifics: dict[str, Honorific]
    vessel_prefixes: frozenset[str]
    weapons: frozenset[tuple[str, ...]]
    speech: frozenset[str]

    @property
    def title_words(self) -> frozenset[str]:
        """Every word that can end a title: "president", "minister"."""
        return frozenset(words[-1] for words in self.titles)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Load the language room's words once a process.

    Raises:
        CodebookError: A file is missing or has a mistake.
    """
    titles = load_model("actors/titles.yaml", list[Title])
    vessels = load_model("language/vessels.yaml", list[Vessel])
    return Lexicon(
        titles={tuple(name.split()): title for title in titles for name in (title.title, *title.also)},
        honorifics={h.word: h for h in load_model("language/honorifics.yaml", list[Honorific])},
        vessel_prefixes=frozenset(v.word for v in vessels if v.where == "before"),
        weapons=frozenset(tuple(v.word.split()) for v in vessels if v.where == "name"),
        speech=frozenset(v.lemma for v in load_model("language/speech.yaml", list[SpeechVerb])),
    )
