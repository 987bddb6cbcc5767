"""What the codebook knows about actors: countries, organisations, titles, institutions, people, modifiers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from spacy.lang.en import English
from spacy.language import Language

from reportedly.language.lexicon import CommonWord, Country, Entry, Expected, Organisation, Title, Vessel
from reportedly.language.phrasebook import Phrasebook
from reportedly.language.pipeline import abbreviations
from reportedly.resources import load_model
from reportedly.resources.loading import CODEBOOK

T = TypeVar("T")
E = TypeVar("E", bound=Entry)
#: PLOVER's codes for bodies of no country.
SUPRANATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
#: PLOVER has its own code for Kosovo.
PLOVER_CODES = {"XKX": "KOS"}

NationForm = Literal["name", "adjective", "people", "seat", "region", "organisation", "town"]
RoleKind = Literal["title", "institution", "people"]
Effect = Literal["qualifies", "former", "alleged", "ethnic", "region", "speaks", "inert"]


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
        form: The country's name, its adjective, its people, a seat of its government, a
            breakaway region, a body by name, or a place in it that the gazetteer knows.
        name: The country's or the body's usual name.
        sectors: Of a body by name or a breakaway region; empty for countries.
        shared: Whether bodies of other countries bear the same name.
        usual: Whether a word of several countries means this one where the text does not tell.
    """

    code: str
    form: NationForm
    name: str
    sectors: tuple[str, ...] = ()
    shared: bool = False
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A common word for somebody: a title, an institution or a noun for people.

    Attributes:
        kind: Which of the three.
        sectors: PLOVER sectors, the most specific first.
        yields: Whether words around it tell more.
        of_country: Sectors when nothing but a country is known.
        relational: Whether a possessor tells nothing of its country: "Chad's rivals".
        by_company: Sectors that it has beside words of these sectors: "officers" among protesters are police.
    """

    kind: RoleKind
    sectors: tuple[str, ...]
    yields: bool = False
    of_country: tuple[str, ...] = ()
    relational: bool = False
    by_company: tuple[tuple[str, frozenset[str]], ...] = ()


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


class Breakaway(Entry):
    """A region that acts on its own; the fields are explained in actors/breakaways.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    country: str
    sectors: tuple[str, ...]


@lru_cache(maxsize=4)
def load_actor_words(overlay: Path | None = None) -> ActorWords:
    """Load the word knowledge about actors once a process.

    Args:
        overlay: A user's folder; its `actors/organisations.yaml`, `titles.yaml`, `institutions.yaml` and
            `sectors.yaml`, where they are there, add to the packaged ones, and win where both list a form.

    Raises:
        CodebookError: A file is missing or has a mistake.
    """
    nlp = English()
    modifiers = load_model("actors/modifiers.yaml", list[Modifier])
    regions = [(m.word, None) for m in modifiers if m.effect == "region"]
    proper = _laid_over(_bodies(overlay), [*_nations(), *_bodies(CODEBOOK), *regions])
    common = _laid_over(_roles(overlay), _roles(CODEBOOK))
    return ActorWords(
        proper=Phrasebook((_words(name, nlp), value) for name, value in proper),
        common=Phrasebook((_words(name, nlp), role) for name, role in common),
        effects={m.word: m.effect for m in modifiers if m.effect != "region"},
    )


def _laid_over(own: Iterable[tuple[str, T]], packaged: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Return the user's forms, and the packaged ones that the user says nothing of."""
    first = list(own)
    taken = {form for form, _ in first}
    return first + [(form, value) for form, value in packaged if form not in taken]


@cache
def _undivided() -> frozenset[str]:
    """Return what the pipeline keeps in one piece with its full stop, in lower case: "lt.", "gen."."""
    exceptions = English.Defaults.tokenizer_exceptions.items()
    return frozenset(
        word.lower() for word in (*abbreviations(), *(form for form, parts in exceptions if len(parts) == 1))
    )


def _words(name: str, nlp: Language) -> Sequence[str]:
    """Split a name as spaCy splits the text, so that the two can meet."""
    words = name.split()
    # Nine names in ten: the tokenizer would take half a second for all of them. Ranks stand in lower case in the
    # codebook, and before a name in the text: "Lt. Gen.".
    if all(word.isalpha() or word in _undivided() for word in words):
        return words
    return [token.text for token in nlp.make_doc(name.replace("’", "'"))]


def _of_country(country: Country) -> Iterator[tuple[str, Nation]]:
    code = PLOVER_CODES.get(country.iso3, country.iso3)
    seats = () if country.capital is None else (country.capital,)
    forms: tuple[tuple[NationForm, tuple[str, ...]], ...] = (
        ("name", (country.name, *country.aliases)),
        ("adjective", country.adjectives),
        ("people", country.people),
        ("seat", (*seats, *country.seat_aliases)),
    )
    for form, words in forms:
        yield from ((word, Nation(code, form, country.name, usual=word in country.usual)) for word in words)


def _of_breakaway(region: Breakaway) -> Iterator[tuple[str, Nation]]:
    code = PLOVER_CODES.get(region.country, region.country)
    forms: tuple[tuple[NationForm, tuple[str, ...]], ...] = (
        ("region", (region.name, *region.aliases)),
        ("adjective", region.adjectives),
        ("people", region.people),
    )
    yield from ((word, Nation(code, form, region.name, region.sectors)) for form, words in forms for word in words)


def _nations() -> Iterator[tuple[str, Nation]]:
    for country in load_model("actors/countries.yaml", list[Country]):
        yield from _of_country(country)
    for region in load_model("actors/breakaways.yaml", list[Breakaway]):
        yield from _of_breakaway(region)
    for vessel in load_model("language/vessels.yaml", list[Vessel]):
        if vessel.country is not None:
            yield vessel.word, Nation(vessel.country, "organisation", vessel.word, vessel.sectors)


def _bodies(root: Path | None) -> Iterator[tuple[str, Nation | None]]:
    for body in _entries("actors/organisations.yaml", Organisation, root):
        for name in (body.name, *body.aliases):
            yield name, Nation(body.code or "", "organisation", body.name, body.sectors, body.shared)


def _roles(root: Path | None) -> Iterator[tuple[str, Role]]:
    for title in _entries("actors/titles.yaml", Title, root):
        yield from ((name, _role("title", title)) for name in (title.title, *title.also))
    for body in _entries("actors/institutions.yaml", CommonWord, root):
        yield from ((name, _role("institution", body)) for name in (body.word, *body.also))
    for people in _entries("actors/sectors.yaml", CommonWord, root):
        yield from ((name, _role("people", people)) for name in (people.word, *people.also))


def _entries(name: str, kind: type[E], root: Path | None) -> list[E]:
    """Read the entries of one file; a user's folder need not have it."""
    if root is None or (root != CODEBOOK and not (root / name).exists()):
        return []
    return load_model(name, list[kind], root=root)  # type: ignore[valid-type]


def _role(kind: RoleKind, entry: Title | CommonWord) -> Role:
    company = tuple(entry.by_company.items()) if isinstance(entry, CommonWord) else ()
    return Role(kind, entry.sectors, entry.yields, entry.of_country, entry.relational, company)
