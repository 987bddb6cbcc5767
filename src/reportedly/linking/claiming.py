"""Whether a claim without an event of its own tells a deed of the story: by its words, parties, place and victims."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.linking.bonds import HEAD, Told
from reportedly.linking.casualties import casualty_units
from reportedly.linking.deeds import deed_stems, loose_words
from reportedly.linking.merging import Deed
from reportedly.linking.parties import tolls
from reportedly.linking.passages import Passage, Toll, opening_aside
from reportedly.linking.speaker_words import speaker_stems
from reportedly.linking.terms import find_names
from reportedly.linking.words import all_stems, plain_words
from reportedly.records import Act, EventType, Mention, Modality, Quad, QuantityKind, Report, Span

#: Fewer points, and a claim is on something else.
ENOUGH = 3.0
#: So many characters behind a telling, a denial still answers it.
REPLY = 600
#: Of several deeds of a type, the one told with the same word, or with the same toll, is meant.
SAME_WORD = 0.5
SAME_TOLL = 1.0
VIOLENT = frozenset({EventType.ASSAULT})
#: A trigger's verb with its particle: "handed over", "opened fire".
FIRST_WORDS = 2
#: What is done by saying it: whoever warns threatens.
SPEECH = {Act.WARN: EventType.THREATEN, Act.ASK: EventType.REQUEST, Act.ALLEGE: EventType.ACCUSE}
#: What is thought, foretold, asked for or promised is nobody's account of what happened.
NO_ACCOUNTS = frozenset({Act.THINK, Act.PREDICT, Act.ASK, Act.PROMISE})


@dataclass(frozen=True, slots=True)
class Profile:
    """What a deed is known by.

    Attributes:
        deeds: Stems of its triggers, and of all plain triggers of its type.
        own: Stems of its triggers alone.
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
        tolls: How many of them.
        is_verbal: Whether it is done with words.
        is_violent: Whether victims are to be expected.
        is_past: Whether it happened well before the news.
        is_main: Whether no other deed of the story is told at the head of more articles.
    """

    deeds: frozenset[str]
    own: frozenset[str]
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
    tolls: frozenset[Toll]
    is_verbal: bool
    is_violent: bool
    is_past: bool
    is_main: bool = False


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
        own=own,
        loose=frozenset().union(*(loose_words(kind, own) for kind in kinds)),
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
        tolls=frozenset((q.kind, q.value) for event in events for q in tolls(event.quantities)),
        is_violent=bool(kinds & VIOLENT),
        is_past=all(event.modality is Modality.HISTORICAL for event in events),
    )


def tells(passage: Passage, profile: Profile) -> float:
    """Return how well a passage fits a deed; nothing when too little speaks for it.

    1. The deed must be told, or be done by speaking, or victims counted of a deed that has victims.
    2. Parties, things, places and the story's own names and words, and a place at the head of the news, speak for it.
    3. So do the sentence in which the coder found the deed, and the head of an article in which it did.
    4. A denial must deny the deed itself and not what came before it; it counts no victims. It needs fewer words where
       it answers a telling right before it: "That never happened".
    """
    if passage.is_statement and not passage.denies:
        return ENOUGH * _answers(passage, profile) * (not profile.is_past)
    if passage.denies and passage.words <= speaker_stems("anaphors") | speaker_stems("rebuttals"):
        return ENOUGH * _answers(passage, profile) * (not profile.is_past)
    strong = passage.doing & profile.deeds
    # "Former hostage Ana Lobo" and "a wounded passenger" were part of it.
    is_party = bool(passage.titles & (profile.deeds | casualty_units().keys())) and not profile.is_verbal
    loose = any(words <= passage.words for words in profile.loose)
    spoken = SPEECH.get(passage.act) in profile.kinds_of_event and bool(passage.speakers & profile.parties)
    is_crowd = passage.counts_people and EventType.PROTEST in profile.kinds_of_event
    counts = is_crowd or bool(passage.victims & profile.kinds) or (bool(passage.victims) and profile.is_violent)
    # "Three of its diplomats were affected" counts those whom an article's own telling names.
    counts_party = bool(passage.counted & profile.suffering) and passage.article in profile.articles
    has_victims = (counts or counts_party) and not passage.denies
    beside = any(
        passage.article == article and start <= passage.cue < end for article, (start, end) in profile.sentences
    )
    if passage.act in NO_ACCOUNTS and not spoken or profile.is_past:
        return 0.0
    common = _in_common(passage.words - strong, profile)
    is_fitting = loose and (common > 0 or profile.is_main) and not profile.is_verbal
    answers = _answers(passage, profile) if passage.denies else 0.0
    is_loose = (beside or is_fitting or (answers and _fits_denial(passage, profile))) and (
        not passage.denies or common >= 1.0
    )
    if not (strong or spoken or has_victims or is_loose or is_party) or passage.is_comment:
        return 0.0
    points = 1.5 if strong or spoken or is_party else 1.0 * loose
    points += 1.5 * has_victims + 2.0 * beside + common + 2.0 * answers
    points += SAME_WORD * bool(strong & profile.own) + SAME_TOLL * bool(passage.tolls & profile.tolls)
    points += 1.0 * any(known in profile.speakers for known in passage.known_as)
    if passage.depth < HEAD:
        is_expected = passage.article in profile.articles or (profile.is_main and bool(strong or loose))
        points += 1.0 + is_expected
    return points if points >= ENOUGH else 0.0


def _answers(passage: Passage, profile: Profile) -> float:
    """Return how closely a passage follows a telling of the deed in its article: 1 right behind it, 0 far from it."""
    here = [span for article, span in profile.sentences if article == passage.article and span[0] <= passage.start]
    if not here:
        return 0.0
    behind = passage.start - max(min(end, passage.start) for _, end in here)
    return max(0.0, 1.0 - behind / REPLY)


def _fits_denial(passage: Passage, profile: Profile) -> bool:
    """Whether a denial without a word of the deed denies no other: "Nobody was hurt", "No one has been arrested"."""
    return passage.is_flat and not passage.words & (_stems_of_others(profile.kinds_of_event) | casualty_units().keys())


@cache
def _stems_of_others(kinds: frozenset[EventType]) -> frozenset[str]:
    return frozenset().union(*(deed_stems(kind) for kind in EventType if kind not in kinds))


def is_recalled(mention: Mention, told: Told) -> bool:
    """Whether a deed is only recalled beside the news: "…, two days *after* soldiers were killed"."""
    before = told.report.article.text[mention.evidence[0] : mention.trigger[0]]
    clause = opening_aside().search(before)
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


def _triggers(told: Told) -> frozenset[str]:
    """Return the stems of the words that name the deed; of "took four lives" the last ones are no deed."""
    text = told.report.article.text
    spans = [told.event.trigger, *(mention.trigger for mention in told.event.mentions)]
    words = (text[slice(*span)].split() for span in spans)
    return all_stems(" ".join(one[:FIRST_WORDS]) for one in words)


def _publisher(report: Report) -> str:
    publisher = report.article.publisher
    return report.article.id if publisher is None else plain_words(publisher.name)
