"""The words that the language room knows: titles, honorifics, vessels, verbs of speech, role nouns. All from YAML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.language.callings import callings
from reportedly.language.given_names import Gender
from reportedly.language.nations import codes_by_name
from reportedly.language.phrasebook import Phrasebook
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

RoleKind = Literal["person", "body", "country", "place", "thing"]


#: Role nouns for what acts at times (institutions.yaml has them) and is no body: "province", "warship".
NO_BODIES: tuple[RoleKind, ...] = ("place", "thing")


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
    by_company: dict[str, frozenset[str]] = {}
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
    also: tuple[str, ...] = ()
    kind: RoleKind
    covers: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    plural: bool = False
    varies: bool = False
    gender: Gender | None = None


class Relation(Entry):
    """What one is to another; the fields are explained in language/relations.yaml."""

    noun: str
    inverse: tuple[str, ...] = ()
    other: bool = False
    kind: Literal["person", "country"]
    gender: Gender | None = None


class ActingVerbs(Entry):
    """Verbs of those who act; the fields are explained in language/acting_verbs.yaml."""

    sense: str
    verbs: tuple[str, ...]


class Qualifier(Entry):
    """A word that tells one bearer of a title from another; the fields are explained in actors/modifiers.yaml."""

    word: str
    effect: str
    expect: Expected


class Country(Entry):
    """A state; the fields are explained in actors/countries.yaml."""

    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    seat_aliases: tuple[str, ...] = ()
    usual: tuple[str, ...] = ()


class Organisation(Entry):
    """A body with a name of its own; the fields are explained in actors/organisations.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    code: str | None
    sectors: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True)
class Lexicon:
    """The language room's word knowledge, looked up by lower-cased words unless said otherwise.

    Attributes:
        titles: By every spelling, as tuples of words.
        honorifics: By word.
        vessel_prefixes: As printed: "USS".
        weapons: As printed, as tuples of words.
        speech: Lemmas.
        roles: Role nouns by word, in the singular.
        plural_roles: Those that stand for a body in the plural.
        relations: Nouns for what one is to another.
        acting: Lemmas of verbs whose subject is somebody who acts.
        qualifiers: Words that tell one bearer of a title from another: "deputy", "former".
        country_names: Codes by a country's name, as printed; several where a name is ambiguous.
        nationalities: The same by name or adjective.
        places: Names of countries and capitals.
        peoples: Nouns for peoples: "Serbs".
        bodies: Names of listed organisations, each with its usual name.
        body_sorts: By the same names, their codes and sectors.
        body_callings: By the same names, what their full name says they are: the IAEA an "agency".
        listed: Names of countries, capitals and organisations, with their labels.
        person_nouns: Single words for people: titles, "nurse", "rebel".
        body_nouns: Single words for bodies: "union", "ministry".
        place_nouns: Single words for places: "city", "province".
        body_words: Those, and words in bodies' names that tell what they are: "airways", "herald".
    """

    titles: dict[tuple[str, ...], Title]
    honorifics: dict[str, Honorific]
    vessel_prefixes: frozenset[str]
    weapons: frozenset[tuple[str, ...]]
    speech: frozenset[str]
    roles: dict[str, RoleNoun]
    plural_roles: dict[str, RoleNoun]
    relations: dict[str, Relation]
    acting: frozenset[str]
    qualifiers: frozenset[str]
    country_names: dict[str, frozenset[str]]
    nationalities: dict[str, frozenset[str]]
    places: frozenset[str]
    peoples: frozenset[str]
    bodies: dict[str, str]
    body_sorts: dict[str, frozenset[str]]
    body_callings: dict[str, str]
    listed: Phrasebook[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    body_words: frozenset[str]
    place_nouns: frozenset[str]

    def nations_of(self, word: str) -> frozenset[str]:
        """Return the codes of the countries that a word names or describes; empty for other words."""
        return self.nationalities.get(word, frozenset())

    def tells_body(self, word: str) -> bool:
        """Tell whether a word says what kind of body a name is of: "union", "airways"."""
        return word in self.body_words or word in self.body_nouns

    def role_noun(self, lemma: str) -> RoleNoun | None:
        """Return what a noun can stand for: an entry of its own, or whoever bears the title."""
        role = self.roles.get(lemma)
        if role is None and (lemma,) in self.titles:
            return RoleNoun(word=lemma, kind="person", gender=self.gender_of(lemma), example="")
        return role

    def gender_of(self, word: str) -> Gender | None:
        """Return the gender that a title, honorific or role noun tells."""
        entries = (self.honorifics.get(word), self.titles.get((word,)), self.roles.get(word), self.relations.get(word))
        told = next((entry.gender for entry in entries if entry is not None and entry.gender is not None), None)
        if told is not None:
            return told
        return "male" if word in words_of("male nouns") else "female" if word in words_of("female nouns") else None

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
        roles={word: role for role in roles if not role.plural for word in (role.word, *role.also)},
        plural_roles={word: role for role in roles if role.plural for word in (role.word, *role.also)},
        relations={r.noun: r for r in load_model("language/relations.yaml", list[Relation])},
        acting=frozenset(
            v for group in load_model("language/acting_verbs.yaml", list[ActingVerbs]) for v in group.verbs
        ),
        qualifiers=frozenset(
            m.word for m in load_model("actors/modifiers.yaml", list[Qualifier]) if m.effect in {"qualifies", "former"}
        ),
        country_names=codes_by_name((name, c.iso3) for c in countries for name in (c.name, *c.aliases)),
        nationalities=codes_by_name((name, c.iso3) for c in countries for name in (c.name, *c.aliases, *c.adjectives)),
        places=places,
        bodies=bodies,
        body_sorts={n: frozenset({*o.sectors, o.code or ""}) for o in organisations for n in (o.name, *o.aliases)},
        body_callings={n: _calling_of(o.name) for o in organisations for n in (o.name, *o.aliases)},
        listed=Phrasebook(
            (name.split(), label) for label, names in (("GPE", places), ("ORG", bodies)) for name in names
        ),
        person_nouns=_single_words("actors/sectors.yaml")
        | {word for title in titles for word in (title.title, *title.also)}
        | _words_of(roles, "person")
        | callings(),
        peoples=frozenset(name for c in countries for name in c.people),
        body_nouns=(_single_words("actors/institutions.yaml") | frozenset(_singulars(roles, "body")))
        - {word for kind in NO_BODIES for word in _singulars(roles, kind)},
        place_nouns=frozenset(_singulars(roles, "place")),
        body_words=_words_of(roles, "body"),
    )


def _calling_of(name: str) -> str:
    """Return the noun that heads a name: "agency", "organisation" of "Organisation of Islamic Cooperation"."""
    return re.split(r" (?:of|for|on|in|to) ", name, maxsplit=1)[0].split()[-1].lower()


def _single_words(file: str) -> frozenset[str]:
    entries = load_model(file, list[CommonWord])
    return frozenset(word for entry in entries for word in (entry.word, *entry.also) if " " not in word)


def _singulars(roles: list[RoleNoun], kind: RoleKind) -> Iterator[str]:
    for role in roles:
        if role.kind == kind and not role.plural:
            yield from (role.word, *role.also)


def _words_of(roles: list[RoleNoun], kind: RoleKind) -> frozenset[str]:
    covered = {word for role in roles if role.kind == kind for word in role.covers if word != "*"}
    return frozenset(covered | set(_singulars(roles, kind)))
