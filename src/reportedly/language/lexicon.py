"""The words that the language room knows: titles, honorifics, vessels, verbs of speech, role nouns. All from YAML."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.language.phrasebook import Phrasebook
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
    relational: bool = False
    of_country: tuple[str, ...] = ()
    gender: Gender | None = None
    expect: Expected


class CommonWord(Entry):
    """An institution or a noun for people; the fields are explained in actors/institutions.yaml and sectors.yaml."""

    word: str
    also: tuple[str, ...] = ()
    sectors: tuple[str, ...]
    yields: bool = False
    relational: bool = False
    of_country: tuple[str, ...] = ()
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
    country: str | None = None
    sectors: tuple[str, ...] = ()


class SpeechVerb(Entry):
    """A verb whose subject speaks."""

    lemma: str


class RoleNoun(Entry):
    """A noun that stands for somebody named before; the fields are explained in language/roles.yaml."""

    word: str
    kind: Literal["person", "body"]
    covers: tuple[str, ...] = ()
    gender: Gender | None = None


class Country(Entry):
    """A state; the fields are explained in actors/countries.yaml."""

    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    seat_aliases: tuple[str, ...] = ()


class Organisation(Entry):
    """A body with a name of its own; the fields are explained in actors/organisations.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    code: str | None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The language room's word knowledge, looked up by lower-cased words unless said otherwise.

    Attributes:
        titles: By every spelling, as tuples of words.
        honorifics: By word.
        vessel_prefixes: As printed: "USS".
        weapons: As printed, as tuples of words.
        speech: Lemmas.
        roles: Role nouns by word.
        country_names: Codes by a country's name, as printed; several where a name is ambiguous.
        nationalities: The same by name or adjective.
        places: Names of countries and capitals.
        peoples: Nouns for peoples: "Serbs".
        bodies: Names of listed organisations, each with its usual name.
        listed: Names of countries, capitals and organisations, with their labels.
        person_nouns: Single words for people: titles, "nurse", "rebel".
        body_nouns: Single words for bodies: "union", "ministry".
    """

    titles: dict[tuple[str, ...], Title]
    honorifics: dict[str, Honorific]
    vessel_prefixes: frozenset[str]
    weapons: frozenset[tuple[str, ...]]
    speech: frozenset[str]
    roles: dict[str, RoleNoun]
    country_names: dict[str, frozenset[str]]
    nationalities: dict[str, frozenset[str]]
    places: frozenset[str]
    peoples: frozenset[str]
    bodies: dict[str, str]
    listed: Phrasebook[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]

    def nations_of(self, word: str) -> frozenset[str]:
        """Return the codes of the countries that a word names or describes; empty for other words."""
        return self.nationalities.get(word, frozenset())

    def role_noun(self, lemma: str) -> RoleNoun | None:
        """Return what a noun can stand for: an entry of its own, or whoever bears the title."""
        role = self.roles.get(lemma)
        if role is None and (lemma,) in self.titles:
            return RoleNoun(
                word=lemma, kind="person", gender=self.gender_of(lemma), example=self.titles[(lemma,)].example
            )
        return role

    def gender_of(self, word: str) -> Gender | None:
        """Return the gender that a title, honorific or role noun tells."""
        known = self.honorifics.get(word) or self.titles.get((word,)) or self.roles.get(word)
        return None if known is None else known.gender

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every word that can end a title: "president", "minister"."""
        return frozenset(words[-1] for words in self.titles)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Load the language room's words once a process.

    Raises:
        CodebookError: A file is missing or has a mistake.
    """
    roles = load_model("language/roles.yaml", list[RoleNoun])
    titles = load_model("actors/titles.yaml", list[Title])
    vessels = load_model("language/vessels.yaml", list[Vessel])
    countries = load_model("actors/countries.yaml", list[Country])
    organisations = load_model("actors/organisations.yaml", list[Organisation])
    places = frozenset(name for c in countries for name in (c.name, *c.aliases, c.capital) if name)
    bodies = {name: o.name for o in organisations for name in (o.name, *o.aliases)}
    return Lexicon(
        titles={tuple(name.split()): title for title in titles for name in (title.title, *title.also)},
        honorifics={h.word: h for h in load_model("language/honorifics.yaml", list[Honorific])},
        vessel_prefixes=frozenset(v.word for v in vessels if v.where == "before"),
        weapons=frozenset(tuple(v.word.split()) for v in vessels if v.where == "name"),
        speech=frozenset(v.lemma for v in load_model("language/speech.yaml", list[SpeechVerb])),
        roles={role.word: role for role in roles},
        country_names=_codes((name, c.iso3) for c in countries for name in (c.name, *c.aliases)),
        nationalities=_codes((name, c.iso3) for c in countries for name in (c.name, *c.aliases, *c.adjectives)),
        places=places,
        bodies=bodies,
        listed=Phrasebook(
            (name.split(), label) for label, names in (("GPE", places), ("ORG", bodies)) for name in names
        ),
        person_nouns=_single_words("actors/sectors.yaml")
        | {word for title in titles for word in (title.title, *title.also)},
        peoples=frozenset(name for c in countries for name in c.people),
        body_nouns=_single_words("actors/institutions.yaml") | _words_of_bodies(roles),
    )


def _single_words(file: str) -> frozenset[str]:
    entries = load_model(file, list[CommonWord])
    return frozenset(word for entry in entries for word in (entry.word, *entry.also) if " " not in word)


def _words_of_bodies(roles: list[RoleNoun]) -> frozenset[str]:
    return frozenset(word for role in roles if role.kind == "body" for word in role.covers if word != "*")


def _codes(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    codes: dict[str, set[str]] = defaultdict(set)
    for name, code in pairs:
        codes[name].add(code)
    return {name: frozenset(found) for name, found in codes.items()}
