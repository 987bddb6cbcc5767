"""What the codebook knows about actors: countries, organisations, titles, institutions, people, modifiers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from spacy.lang.en import English
from spacy.language import Language

from reportedly.language.lexicon import Entry, Expected, Title
from reportedly.resolution.phrasebook import Phrasebook
from reportedly.resources import load_model
from reportedly.resources.loading import CODEBOOK

Effect = Literal["qualifies", "former", "alleged", "ethnic", "region"]


class CommonWord(Entry):
    """An institution or a noun for people; the fields are explained in actors/institutions.yaml and sectors.yaml."""

    word: str
    also: tuple[str, ...] = ()
    sectors: tuple[str, ...]
    yields: bool = False
    of_country: tuple[str, ...] = ()
    expect: Expected


class Modifier(Entry):
    """A word that changes what follows; the fields are explained in actors/modifiers.yaml."""

    word: str
    effect: Effect
    expect: Expected


@dataclass(frozen=True, slots=True)
class Nation:
    """A word that stands for a country.

    Attributes:
        code: ISO 3166-1 alpha-3 or PLOVER's special code.
        form: The country's name, its adjective, its people, a seat of its government, or a body by name.
        name: The country's or the body's usual name.
        sectors: Of a body by name or a breakaway region; empty for countries.
    """

    code: str
    form: Literal["name", "adjective", "people", "seat", "region", "organisation"]
    name: str
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A common word for somebody: a title, an institution or a noun for people.

    Attributes:
        kind: Which of the three.
        sectors: PLOVER sectors, the most specific first.
        yields: Whether words around it tell more.
        of_country: Sectors when nothing but a country is known.
    """

    kind: Literal["title", "institution", "people"]
    sectors: tuple[str, ...]
    yields: bool = False
    of_country: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActorWords:
    """The word knowledge about actors, ready for look-up.

    Attributes:
        proper: Names, looked up with their case.
        common: Titles, institutions and nouns, looked up in lower case.
        effects: What single modifiers do, by lower-cased word.
    """

    proper: Phrasebook[Nation | None]
    common: Phrasebook[Role]
    effects: dict[str, Effect]


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


@lru_cache(maxsize=4)
def load_actor_words(root: Path = CODEBOOK) -> ActorWords:
    """Load the word knowledge about actors once a process.

    Args:
        root: The codebook folder.

    Raises:
        CodebookError: A file is missing or has a mistake.
    """
    nlp = English()
    modifiers = load_model("actors/modifiers.yaml", list[Modifier], root=root)
    regions = [(m.word, None) for m in modifiers if m.effect == "region"]
    proper = [*_nations(root), *regions]
    return ActorWords(
        proper=Phrasebook((_words(name, nlp), value) for name, value in proper),
        common=Phrasebook((_words(name, nlp), role) for name, role in _roles(root)),
        effects={m.word: m.effect for m in modifiers if m.effect != "region"},
    )


def _words(name: str, nlp: Language) -> Sequence[str]:
    """Split a name as spaCy splits the text, so that the two can meet."""
    return [token.text for token in nlp.make_doc(name.replace("’", "'"))]


def _nations(root: Path) -> Iterator[tuple[str, Nation | None]]:
    for country in load_model("actors/countries.yaml", list[Country], root=root):
        for name in (country.name, *country.aliases):
            yield name, Nation(country.iso3, "name", country.name)
        for adjective in country.adjectives:
            yield adjective, Nation(country.iso3, "adjective", country.name)
        for people in country.people:
            yield people, Nation(country.iso3, "people", country.name)
        for seat in (country.capital, *country.seat_aliases):
            if seat is not None:
                yield seat, Nation(country.iso3, "seat", country.name)
    for body in load_model("actors/organisations.yaml", list[Organisation], root=root):
        for name in (body.name, *body.aliases):
            yield name, Nation(body.code or "", "organisation", body.name, body.sectors)


def _roles(root: Path) -> Iterator[tuple[str, Role]]:
    for title in load_model("actors/titles.yaml", list[Title], root=root):
        role = Role("title", title.sectors, title.yields, title.of_country)
        yield from ((name, role) for name in (title.title, *title.also))
    for word in load_model("actors/institutions.yaml", list[CommonWord], root=root):
        yield from (
            (name, Role("institution", word.sectors, word.yields, word.of_country)) for name in (word.word, *word.also)
        )
    for word in load_model("actors/sectors.yaml", list[CommonWord], root=root):
        yield from (
            (name, Role("people", word.sectors, word.yields, word.of_country)) for name in (word.word, *word.also)
        )
