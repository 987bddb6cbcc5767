"""Whether a claim without an event of its own tells a deed of the story: by its words, parties, place and victims."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.language.given_names import fold
from reportedly.language.word_groups import words_of
from reportedly.linking.bonds import HEAD, Told
from reportedly.linking.casualties import casualty_units, counts_people, is_part, kind_of
from reportedly.linking.deeds import deed_stems, loose_words
from reportedly.linking.merging import Deed
from reportedly.linking.parties import tolls
from reportedly.linking.speakers import speaker_words
from reportedly.linking.terms import find_names
from reportedly.linking.words import all_stems, plain_words, stems_of
from reportedly.records import Act, Claim, EventType, Mention, Modality, Quad, QuantityKind, Report, Span

#: Fewer points, and a claim is on something else.
ENOUGH = 3.0
VICTIMS = frozenset({QuantityKind.KILLED, QuantityKind.INJURED})
VIOLENT = frozenset({EventType.ASSAULT})
#: What is done by saying it: whoever warns threatens.
SPEECH = {Act.WARN: EventType.THREATEN, Act.ASK: EventType.REQUEST, Act.ALLEGE: EventType.ACCUSE}
#: What is thought, foretold, asked for or promised is nobody's account of what happened.
NO_ACCOUNTS = frozenset({Act.THINK, Act.PREDICT, Act.ASK, Act.PROMISE})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a deed is known by.

    Attributes:
        deeds: Stems of its triggers, and of all plain triggers of its type.
        loose: Stems that tell it once it is known what the news is about.
        parties: Stems of actors, recipients and things.
        things: Stems of its things alone.
        suffering: Stems of its recipients that are not also actors.
        places: Stems of its places.
        topic: Stems of the sentences that tell it, and names that several articles of the story share.
        articles: Ids of the articles in which it was coded.
        sentences: Where it was coded as news, and not only recalled: article and span.
        kinds_of_event: Its types.
        speakers: Who tells it where it was coded: article and name.
        kinds: Which victims are counted.
        is_verbal: Whether it is done with words.
        is_violent: Whether victims are to be expected.
        is_past: Whether it happened well before the news.
        is_main: Whether no other deed of the story is told at the head of more articles.
    """

    deeds: frozenset[str]
    loose: frozenset[frozenset[str]]
    parties: frozenset[str]
    things: frozenset[str]
    suffering: frozenset[str]
    places: frozenset[str]
    topic: frozenset[str]
    articles: frozenset[str]
    sentences: frozenset[tuple[str, Span]]
    kinds_of_event: frozenset[EventType]
    speakers: frozenset[tuple[str, str]]
    kinds: frozenset[QuantityKind]
    is_verbal: bool
    is_violent: bool
    is_past: bool
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """What a claim says.

    Attributes:
        article: Id of the article.
        start: Where its content begins.
        cue: Where the word stands that marks it.
        words: Stems of the content.
        victims: Which victims it counts.
        counts_people: Whether it counts people otherwise, as many as make a crowd.
        depth: Number of its paragraph; the lead is 0.
        act: What saying it amounts to.
        speakers: Stems of those who say it.
        known_as: The last of them, with the article.
        is_comment: Whether it judges what others told: "called the raid reckless".
        denies: Whether it says that something did not happen.
    """

    article: str
    start: int
    cue: int
    words: frozenset[str]
    victims: frozenset[QuantityKind]
    counts_people: bool
    depth: int
    act: Act
    speakers: frozenset[str]
    known_as: frozenset[tuple[str, str]]
    is_comment: bool
    denies: bool


def shared_names(reports: Sequence[Report]) -> frozenset[str]:
    """Return the stems of names that articles of several houses share."""
    houses: Counter[str] = Counter()
    for name in {(name, _publisher(report)) for report in reports for name in find_names(report.article.text)}:
        houses[name[0]] += 1
    return all_stems(name for name, count in houses.items() if count > 1)


def profiles_of(deeds: Sequence[Deed], reports: Sequence[Report]) -> tuple[Profile, ...]:
    """Return what each deed of a story is known by, the main ones marked."""
    names = shared_names(reports)
    heads = [len({told.report.article.id for told in deed.told if told.depth < HEAD}) for deed in deeds]
    most = max(heads, default=0)
    return tuple(
        replace(profile_of(deed, names=names), is_main=count == most) for deed, count in zip(deeds, heads, strict=True)
    )


def profile_of(deed: Deed, *, names: frozenset[str] = frozenset()) -> Profile:
    """Return what a deed is known by, from all its tellings; `names` are those that the story's articles share."""
    events = [told.event for told in deed.told]
    kinds = {event.type for event in events}
    places = [event.place for event in events if event.place is not None]
    is_verbal = all(event.quad is Quad.VERBAL_CONFLICT for event in events)
    parties = all_stems(
        [actor.name for event in events for actor in (*event.actors, *event.recipients)]
        + [item.text for event in events for item in event.items]
    )
    plain = frozenset().union(*map(deed_stems, kinds))
    # "Ambushed a police convoy": the police are no deed. "Her phone is dead": dying alone tells none.
    own = frozenset().union(*map(_triggers, deed.told)) - parties
    return Profile(
        # What is done with words has too many words.
        deeds=(own - casualty_units().keys()) | (frozenset() if is_verbal else plain - parties),
        loose=frozenset().union(*map(loose_words, kinds)),
        parties=parties,
        things=all_stems(item.text for event in events for item in event.items),
        suffering=all_stems(actor.name for event in events for actor in event.recipients)
        - all_stems(actor.name for event in events for actor in event.actors),
        places=all_stems(place.name for place in places) | all_stems(place.text for place in places),
        topic=names.union(*(told.stems for told in deed.told)),
        articles=frozenset(told.report.article.id for told in deed.told),
        sentences=frozenset(
            (told.report.article.id, mention.evidence)
            for told in deed.told
            for mention in told.event.mentions
            if not is_recalled(mention, told)
        ),
        kinds_of_event=frozenset(kinds),
        speakers=frozenset(
            (told.report.article.id, mention.sources[-1].name)
            for told in deed.told
            for mention in told.event.mentions
            if mention.claim is not None and mention.sources
        ),
        is_verbal=is_verbal,
        kinds=frozenset(q.kind for event in events for q in tolls(event.quantities)),
        is_violent=bool(kinds & VIOLENT),
        is_past=all(event.modality is Modality.HISTORICAL for event in events),
    )


def passage_of(claim: Claim, report: Report, *, denies: bool) -> Passage:
    """Return what a claim says, ready for comparison; of a denial only the main clause counts."""
    text = report.article.text
    content = " ".join(text[slice(*span)] for span in claim.content)
    return Passage(
        article=report.article.id,
        start=claim.content[0][0],
        cue=claim.cue[0][0] if claim.cue else claim.content[0][0],
        words=stems_of(_main_clause(content) if denies else content),
        victims=frozenset(kind_of(q) for q in claim.quantities if not is_part(q, text)) & VICTIMS,
        counts_people=any(counts_people(q) for q in claim.quantities),
        depth=text.count("\n\n", 0, claim.content[0][0]),
        act=claim.act,
        speakers=all_stems(source.name for source in claim.sources),
        known_as=frozenset((report.article.id, source.name) for source in claim.sources[-1:]),
        is_comment=is_comment(claim, text),
        denies=denies,
    )


def is_comment(claim: Claim, text: str) -> bool:
    """Whether a claim judges what others told, and tells nothing: "called the raid reckless"."""
    return any(fold(text[slice(*cue)]) in speaker_words("comments") for cue in claim.cue)


def tells(passage: Passage, profile: Profile) -> float:
    """Return how well a passage fits a deed; nothing when too little speaks for it.

    1. The deed must be told, or be done by speaking, or victims counted of a deed that has victims.
    2. Parties, things, places and the story's own names and words, and a place at the head of the news, speak for it.
    3. So do the sentence in which the coder found the deed, and the head of an article in which it did.
    4. A denial must deny the deed itself and not what came before it; it counts no victims.
    """
    strong = passage.words & profile.deeds
    loose = any(words <= passage.words for words in profile.loose)
    spoken = SPEECH.get(passage.act) in profile.kinds_of_event and bool(passage.speakers & profile.parties)
    is_crowd = passage.counts_people and EventType.PROTEST in profile.kinds_of_event
    counts = is_crowd or bool(passage.victims & profile.kinds) or (bool(passage.victims) and profile.is_violent)
    has_victims = counts and not passage.denies
    beside = any(
        passage.article == article and start <= passage.cue < end for article, (start, end) in profile.sentences
    )
    if passage.act in NO_ACCOUNTS and not spoken or profile.is_past:
        return 0.0
    common = _in_common(passage.words - strong, profile)
    is_fitting = loose and (common > 0 or profile.is_main) and not profile.is_verbal
    is_loose = (beside or is_fitting) and (not passage.denies or common >= 1.0)
    if not (strong or spoken or has_victims or is_loose) or passage.is_comment:
        return 0.0
    points = 1.5 if strong or spoken else 1.0 * loose
    points += 1.5 * has_victims + 2.0 * beside + common
    points += 1.0 * any(known in profile.speakers for known in passage.known_as)
    if passage.depth < HEAD:
        is_expected = passage.article in profile.articles or (profile.is_main and bool(strong or loose))
        points += 1.0 + is_expected
    return points if points >= ENOUGH else 0.0


def is_recalled(mention: Mention, told: Told) -> bool:
    """Whether a deed is only recalled beside the news: "…, two days *after* soldiers were killed"."""
    before = told.report.article.text[mention.evidence[0] : mention.trigger[0]]
    clause = _aside().search(before)
    if clause is None:
        return False
    end = mention.evidence[0] + clause.start()
    return any(
        mention.evidence[0] <= other.trigger[0] < end
        for event in told.report.events if event.id != told.event.id for other in event.mentions
    )  # fmt: skip


def _in_common(words: frozenset[str], profile: Profile) -> float:
    parties, places = words & profile.parties, words & profile.places
    topic = words & profile.topic - parties - places
    return min(len(parties), 2) + min(len(places), 1) + min(0.5 * len(topic), 1.5)


@cache
def _aside() -> re.Pattern[str]:
    """What opens a clause on when or why, and not on what: "guards had left *before* the fighting broke out"."""
    return re.compile(rf"\b(?:{'|'.join(sorted(words_of('opening side clauses')))})\b")


def _main_clause(content: str) -> str:
    found = _aside().search(content)
    return content if found is None else content[: found.start()]


def _triggers(told: Told) -> frozenset[str]:
    text = told.report.article.text
    return all_stems(_texts(text, [told.event.trigger, *(mention.trigger for mention in told.event.mentions)]))


def _texts(text: str, spans: Iterable[Span]) -> Iterable[str]:
    return (text[slice(*span)] for span in spans)


def _publisher(report: Report) -> str:
    publisher = report.article.publisher
    return report.article.id if publisher is None else plain_words(publisher.name)
