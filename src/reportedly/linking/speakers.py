"""Everybody who is quoted in the articles of a story, with what each article tells about them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportedly.language.given_names import fold
from reportedly.linking.answering import find_opponents
from reportedly.linking.lands import country_in, country_span, country_stems, first_country
from reportedly.linking.revising import sentence_at
from reportedly.linking.speaker_words import joint_stems, speaker_stems, speaker_words
from reportedly.linking.together import THINGS, parts_of
from reportedly.linking.words import POSSESSIVE, WORD, all_stems, stem_list, stems_of
from reportedly.records import Article, Event, Quad, Report, Source, SourceKind

MEDIA = frozenset({SourceKind.OUTLET, SourceKind.WIRE, SourceKind.PUBLISHER})
#: How far behind a name its description may reach: "…, who commands the guards at Teknaf, told reporters".
REACH = 90
#: "…, spokesman of the command," but not "…, and she could hear shots": a clause ends with it, or it begins with "who".
APPOSITION = re.compile(r",\s(?P<words>(?:who|which)\b[^,.“”]+|[a-z][^,.“”]+(?=,))")
#: "A post *on the channel Night Tide*, which …".
OF_WHAT = re.compile(r"\s(?P<rest>(?:of|on|by|from|in) (?:[\w’'-]+ ?){1,7})")
#: "The ministry *in Quito*".
SEAT = re.compile(r"\sin\s(?P<place>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)")
#: "The office *of the governor of Nimruz*".
OF_WHOM = re.compile(r"\sof (?:the )?[\w’'-]+(?: of [A-ZÀ-Þ][\w’'-]*)?")
#: People do not speak for these, and they for nobody.
PEOPLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.EXPERT})


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
        described: Title and description as they stand.
        opposes: Names, folded, of those whose accusation they deny right behind it: they do not speak for these.
        sort: What it is called right before its name, as stems: "the charity Open Door".
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
    described: str
    sort: frozenset[str]
    core: frozenset[str]
    is_body: bool
    is_named: bool
    opposes: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.article, fold(self.name)


def find_speakers(report: Report, *, is_house: Callable[[str], bool]) -> tuple[Speaker, ...]:
    """Return the speakers of one article in the order in which they first speak.

    Args:
        report: Of the article.
        is_house: Tells names of media, which are no speakers.
    """
    found: dict[tuple[str, str], Speaker] = {}
    places = all_stems(place.name for place in report.places) | all_stems(place.text for place in report.places)
    opponents = find_opponents(report)
    for source in _sources(report):
        if is_house(source.name) or (source.kind in MEDIA and not is_organ(source)):
            continue
        speaker = speaker_of(source, article=report.article, places=places)
        speaker = replace(speaker, opposes=opponents.get(fold(source.name), frozenset()))
        known = found.get(speaker.key)
        found[speaker.key] = speaker if known is None else _joined(known, speaker)
    return tuple(sorted(found.values(), key=lambda speaker: (speaker.start, speaker.name)))


def is_organ(source: Source) -> bool:
    """Whether a medium is the mouthpiece of somebody named before: "its Amaq outlet"."""
    return source.kind in MEDIA and fold(source.name).split()[0] in speaker_words("possessives")


def speaker_of(source: Source, *, article: Article, places: frozenset[str] = frozenset()) -> Speaker:
    """Return what one article tells about a source; a place in a title tells nothing of its office."""
    # "Mele Tonga" is nobody's government.
    is_person = source.kind in PEOPLE and _capitals(source.name) > 1
    country = None if is_person else country_in(source.name)
    full = _full_body(source, article=article)
    core = stems_of(full or source.name) - country_stems(country)
    stated = None if source.actor is None else source.actor.country
    is_body = _is_body(source)
    # "Latvia’s foreign ministry" is Latvia's, whatever country the coder saw next to it.
    home = (country or stated) if is_body else (stated or country)
    described = _description(source, article=article)
    start = 0 if source.span is None else source.span[0]
    if _is_joint(source, article=article):
        source = replace(source, kind=SourceKind.DOCUMENT, anonymous=False)
        country, home, core, is_body = None, stated, joint_stems(), False
    return Speaker(
        article=article.id,
        name=source.name,
        calling=_calling(source, article=article, described=described)
        or full
        or _full_title(source, article=article)
        or _bare_name(source),
        kind=source.kind,
        start=start,
        paragraph=article.text.count("\n\n", 0, start),
        country=home or (_seat(source, article=article) if is_body else None),
        title=tuple(word for word in stem_list(f"{source.title or ''} {described}") if word not in core | places),
        described=f"{source.title or ''} {described}",
        sort=_sort(source, article=article),
        core=core,
        is_body=is_body,
        # "Their" opens a sentence, and is nobody's name.
        is_named=bool(core or country) and not source.anonymous and (is_person or _has_proper_name(source.name)),
    )


def _sources(report: Report) -> Iterator[Source]:
    """Yield who speaks: the sources of claims, and the parties of acts that are done with words."""
    for claim in report.claims:
        for source in claim.sources:
            yield from parts_of(source)
    for event in report.events:
        if event.quad is Quad.VERBAL_CONFLICT:
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
        described=f"{first.described}; {second.described}",
        sort=first.sort | second.sort,
        is_body=first.is_body or second.is_body,
        is_named=first.is_named or second.is_named,
        opposes=first.opposes | second.opposes,
    )


def _is_body(source: Source) -> bool:
    if source.anonymous or source.kind is SourceKind.WITNESS:
        return False
    words = {fold(POSSESSIVE.sub("", match.group())) for match in WORD.finditer(source.name)}
    singular = {re.sub(r"ies$", "y", word) if word.endswith("ies") else word.removesuffix("s") for word in words}
    return bool((words | singular) & speaker_words("body nouns"))


def _capitals(name: str) -> int:
    return sum(match.group()[0].isupper() for match in WORD.finditer(name))


def _has_proper_name(name: str) -> bool:
    """Whether capitalised words other than a country's stand in a name; the first of several opens a sentence."""
    words = [POSSESSIVE.sub("", match.group()) for match in WORD.finditer(name)]
    land = country_span(words)
    telling = [word for n, word in enumerate(words) if not land[0] <= n < land[1] and (n > 0 or len(words) == 1)]
    return any(word != word.lower() for word in telling)


def _description(source: Source, *, article: Article) -> str:
    """Return what an apposition or a relative clause says of a source: ", who commands the guards at Teknaf"."""
    if source.span is None:
        return ""
    inside = article.text[slice(*source.span)].partition(",")[2]
    found = APPOSITION.match(article.text[source.span[1] : source.span[1] + REACH])
    return inside if found is None else f"{inside} {found['words']}"


def _sort(source: Source, *, article: Article) -> frozenset[str]:
    """Return what a body is called right before its name: "the charity" of "the charity Open Door"."""
    if source.span is None or source.name == source.name.lower():
        return frozenset()
    before = article.text[: source.span[0]].rpartition("\n")[2].split()
    called = fold(before[-1]) if before else ""
    return stems_of(called) if called in speaker_words("vague bodies") else frozenset()


def _full_body(source: Source, *, article: Article) -> str | None:
    """Return a body that is nothing by its noun alone with what tells it from others: "office of the governor"."""
    if source.span is None or not stems_of(source.name) <= speaker_stems("vague bodies") or not _is_body(source):
        return None
    start, end = source.span
    inside = max(article.text.find(source.name, start, end), start)
    found = OF_WHOM.match(article.text, inside + len(source.name)) or OF_WHOM.match(article.text, end)
    return None if found is None else source.name + found.group()


def _bare_name(source: Source) -> str | None:
    """Return a person's name without what stands behind a comma: "Ana Lobo, councillor"."""
    name, comma, _ = source.name.partition(", ")
    return name if comma and source.kind is not SourceKind.DOCUMENT and _capitals(name) > 1 else None


def _seat(source: Source, *, article: Article) -> str | None:
    """Return the country that the words around a body's name tell: "the foreign ministry in Quito".

    "Its foreign ministry" is that of the country which the sentence names first.
    """
    if source.span is None:
        return None
    found = SEAT.match(article.text, source.span[1])
    if found is not None:
        return country_in(found["place"])
    if fold(source.name).split()[0] not in speaker_words("possessives"):
        return None
    start, _ = sentence_at(article.text, source.span[0])
    return first_country(article.text[start : source.span[0]])


def _full_title(source: Source, *, article: Article) -> str | None:
    """Return a paper's or a post's name with what tells it from others: "minutes of the harbour board"."""
    if source.kind not in THINGS or source.span is None or source.name != source.name.lower():
        return None
    start, end = source.span
    inside = article.text[start:end].partition(source.name)[2]
    found = OF_WHAT.match(inside) or OF_WHAT.match(article.text, end)
    return None if found is None else f"{source.name} {found['rest'].strip()}"


def _is_joint(source: Source, *, article: Article) -> bool:
    """Whether several speak at once in a paper of theirs: "the two governments said in a joint declaration"."""
    words = {fold(match.group()) for match in WORD.finditer(source.name)}
    if source.span is None or not words & speaker_words("together"):
        return False
    end = source.span[1]
    paragraph = article.text[:end].rpartition("\n\n")[2] + article.text[end:].partition("\n\n")[0]
    found = {fold(match.group()) for match in WORD.finditer(paragraph)}
    return bool(found & speaker_words("joint")) and bool(found & speaker_words("statements"))


def _calling(source: Source, *, article: Article, described: str) -> str | None:
    """Return the name that a description gives: "the group, which calls itself …", "a commander known as Gato"."""
    behind = "" if source.span is None else article.text[source.span[0] : source.span[1] + REACH]
    for words in sorted(speaker_words("callings")):
        # A name has a capital: who "asked not to be named because …" gives none.
        found = re.search(rf"\b{words} (?:the )?(?P<name>[“\"]?[A-ZÀ-Þ][^,.]*)", described)
        found = found or re.match(rf"(?:[\w’'-]+ ){{1,5}}{words} (?:the )?(?P<name>(?:[A-ZÀ-Þ][\w’'-]*[ ,])+)", behind)
        if found:
            return found["name"].strip(" ,")
    return None
