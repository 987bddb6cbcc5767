"""Everybody who is quoted in the articles of a story, with what each article tells about them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reportedly.language.given_names import fold
from reportedly.language.lexicon import Country
from reportedly.linking.terms import Strict
from reportedly.linking.words import POSSESSIVE, WORD, all_stems, stem_list, stems_of
from reportedly.records import Article, Event, Quad, Report, Source, SourceKind
from reportedly.resources import load_model

VERBAL = frozenset({Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT})
MEDIA = frozenset({SourceKind.OUTLET, SourceKind.WIRE, SourceKind.PUBLISHER})
#: How far behind a name its description may reach: "…, who commands the guards at Teknaf, told reporters".
REACH = 90
#: "…, spokesman of the command," but not "…, and she could hear shots": a clause ends with it, or it begins with "who".
APPOSITION = re.compile(r",\s(?P<words>(?:who|which)\b[^,.“”]+|[a-z][^,.“”]+(?=,))")


class SpeakerWords(Strict):
    """One entry of speakers.yaml."""

    group: str
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """One name under which somebody speaks in one article.

    Attributes:
        article: Id of the article.
        name: As the coder resolved it.
        calling: The name that its description gives: "the group, which calls itself Morning Star".
        kind: What sort of source.
        start: Where it stands first; 0 for who comes from outside the text.
        paragraph: Number of the paragraph where that is.
        country: ISO code of the actor, or of a country in the name.
        title: Office or description, as stems.
        core: The stems of the name without countries.
        is_body: Whether the name is that of an institution.
        is_named: Whether the name is a proper name, and no description ("the widow").
    """

    article: str
    name: str
    calling: str | None
    kind: SourceKind
    start: int
    paragraph: int
    country: str | None
    title: tuple[str, ...]
    core: frozenset[str]
    is_body: bool
    is_named: bool

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.article, fold(self.name)


@cache
def speaker_words(group: str) -> frozenset[str]:
    """Return the words of a group of speakers.yaml, folded.

    Raises:
        KeyError: There is no such group.
    """
    entries = {entry.group: entry.words for entry in load_model("linking/speakers.yaml", list[SpeakerWords])}
    return frozenset(fold(word) for word in entries[group])


@cache
def speaker_stems(group: str) -> frozenset[str]:
    """Return the same words as stems, those of one word."""
    return frozenset(stems[0] for word in speaker_words(group) if len(stems := stem_list(word)) == 1)


def find_speakers(report: Report, *, is_house: Callable[[str], bool]) -> tuple[Speaker, ...]:
    """Return the speakers of one article in the order in which they first speak.

    Args:
        report: Of the article.
        is_house: Tells names of media, which are no speakers.
    """
    found: dict[tuple[str, str], Speaker] = {}
    places = all_stems(place.name for place in report.places) | all_stems(place.text for place in report.places)
    for source in _sources(report):
        if source.kind in MEDIA or is_house(source.name):
            continue
        speaker = speaker_of(source, article=report.article, places=places)
        known = found.get(speaker.key)
        found[speaker.key] = speaker if known is None else _joined(known, speaker)
    return tuple(sorted(found.values(), key=lambda speaker: (speaker.start, speaker.name)))


def speaker_of(source: Source, *, article: Article, places: frozenset[str] = frozenset()) -> Speaker:
    """Return what one article tells about a source; a place in a title tells nothing of its office."""
    country = _country_in(source.name)
    core = stems_of(source.name) - _country_stems(country)
    stated = () if source.actor is None else (source.actor.country,)
    is_body = _is_body(source, core=core)
    described = _description(source, article=article)
    start = 0 if source.span is None else source.span[0]
    return Speaker(
        article=article.id,
        name=source.name,
        calling=_calling(described),
        kind=source.kind,
        start=start,
        paragraph=article.text.count("\n\n", 0, start),
        country=next(iter(stated), None) or country,
        title=tuple(word for word in stem_list(f"{source.title or ''} {described}") if word not in core | places),
        core=core,
        is_body=is_body,
        is_named=not source.anonymous and _has_proper_name(source.name),
    )


def _sources(report: Report) -> Iterator[Source]:
    """Yield who speaks: the sources of claims, and the parties of acts that are done with words."""
    for claim in report.claims:
        yield from claim.sources
    for event in report.events:
        if event.quad in VERBAL:
            yield from acting_sources(event)


def acting_sources(event: Event) -> Iterator[Source]:
    """Yield those who do an act as if they were sources: who threatens says so."""
    for actor in event.actors:
        yield Source(
            name=actor.name, span=actor.span, kind=SourceKind.ORGANISATION if not actor.title else SourceKind.PERSON,
            title=actor.title, actor=actor,
        )  # fmt: skip


def _joined(one: Speaker, other: Speaker) -> Speaker:
    """Return what two places of an article tell about one name; the first of them leads."""
    first, second = sorted((one, other), key=lambda speaker: speaker.start)
    return replace(
        first,
        calling=first.calling or second.calling,
        kind=first.kind if first.kind is not SourceKind.PERSON else second.kind,
        country=first.country or second.country,
        title=tuple(dict.fromkeys(first.title + second.title)),
        is_body=first.is_body or second.is_body,
        is_named=first.is_named or second.is_named,
    )


def _is_body(source: Source, *, core: frozenset[str]) -> bool:
    if source.anonymous or source.kind is SourceKind.WITNESS:
        return False
    return bool(core & speaker_stems("body nouns"))


def _has_proper_name(name: str) -> bool:
    """Whether capitalised words other than a country's stand in a name; the first of several opens a sentence."""
    words = [POSSESSIVE.sub("", match.group()) for match in WORD.finditer(name)]
    telling = words if len(words) == 1 else words[1:]
    return any(word != word.lower() and fold(word) not in _country_words() for word in telling)


def _description(source: Source, *, article: Article) -> str:
    """Return what an apposition or a relative clause says of a source: ", who commands the guards at Teknaf"."""
    if source.span is None:
        return ""
    inside = article.text[slice(*source.span)].partition(",")[2]
    found = APPOSITION.match(article.text[source.span[1] : source.span[1] + REACH])
    return inside if found is None else f"{inside} {found['words']}"


def _calling(described: str) -> str | None:
    for words in speaker_words("callings"):
        _, _, name = described.partition(f"{words} ")
        if name:
            return name.removeprefix("the ").strip(" ,")
    return None


def _country_in(name: str) -> str | None:
    plain = [fold(POSSESSIVE.sub("", match.group())) for match in WORD.finditer(name)]
    for size in (3, 2, 1):
        for start in range(len(plain) - size + 1):
            code = _country_forms().get(" ".join(plain[start : start + size]))
            if code is not None:
                return code
    return None


@cache
def _country_forms() -> dict[str, str]:
    forms: dict[str, str] = {}
    for country in load_model("actors/countries.yaml", list[Country]):
        names = (country.name, *country.aliases, *country.adjectives, *country.seat_aliases)
        for form in (*names, *(() if country.capital is None else (country.capital,))):
            forms.setdefault(fold(form), country.iso3)
    return forms


@cache
def _country_words() -> frozenset[str]:
    return frozenset(word for form in _country_forms() for word in form.split())


@cache
def _country_stems(code: str | None) -> frozenset[str]:
    return frozenset(stem for form, owner in _country_forms().items() if owner == code for stem in stem_list(form))
