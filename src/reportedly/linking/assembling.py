"""A draft becomes a story: its acts with origins, credibility and ledger, and the graph of who leans on whom."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from reportedly.linking.cases import Case
from reportedly.linking.claiming import profile_of
from reportedly.linking.contradictions import find_contradictions
from reportedly.linking.credibility import judge
from reportedly.linking.desk import Desk
from reportedly.linking.drafts import StoryDraft
from reportedly.linking.graph import draw
from reportedly.linking.ledger import find_figures
from reportedly.linking.merging import Deed, merge_events
from reportedly.linking.parties import distinct, published_day
from reportedly.linking.policy import Policy
from reportedly.linking.resting import find_grounds
from reportedly.linking.revising import sentence_at
from reportedly.linking.tellings import Telling, find_tellings
from reportedly.records import (
    Event,
    EventType,
    MergedEvent,
    MergeReason,
    OriginTelling,
    Place,
    PlaceKind,
    SourceReliability,
    Story,
    StoryArticle,
)
from reportedly.records.identity import stable_id

T = TypeVar("T")
#: The narrower a place, the more it tells.
NARROW = (PlaceKind.FACILITY, PlaceKind.CITY, PlaceKind.RIVER, PlaceKind.REGION, PlaceKind.SEA)


def assemble(draft: StoryDraft, *, policy: Policy | None = None) -> Story:
    """Return the story that a draft's articles tell.

    Args:
        draft: Articles on one happening, with the links of copies.
        policy: How reliable the user holds sources to be; without one, nobody is judged.
    """
    desk = Desk(draft)
    story = stable_id("story", draft.reports[0].article.id)
    acts = merge_events(draft.reports, copies=draft.copies)
    cases = [_case(act, tellings, desk) for act, tellings in zip(acts, find_tellings(acts, draft.reports), strict=True)]
    events = tuple(
        _merged(case, [other for other in cases if other is not case], desk, story=story, policy=policy or Policy())
        for case in cases
    )  # fmt: skip
    days = sorted(day.isoformat() for report in draft.reports if (day := published_day(report.article)) is not None)
    return Story(
        id=story,
        title=_title(draft),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        articles=tuple(_article(report.article.id, report.article.url, draft) for report in draft.reports),
        events=events,
        origins=draw(cases, desk),
    )


def _case(deed: Deed, tellings: tuple[Telling, ...], desk: Desk) -> Case:
    grounds, profile = find_grounds(tellings, desk), profile_of(deed)
    figures = find_figures(tellings, desk, grounds=grounds, profile=profile)
    return Case(act=deed, tellings=tellings, grounds=grounds, figures=figures)


def _merged(case: Case, others: Sequence[Case], desk: Desk, *, story: str, policy: Policy) -> MergedEvent:
    events = [told.event for told in case.act.told]
    mentions = tuple(event.id for event in events)
    telling = {told.report.article.id for told in case.act.told}
    against = find_contradictions(case, others, desk)
    names = tuple(voice.name for voice in case.grounds.voices)
    return MergedEvent(
        id=stable_id("merged", story, *sorted(mentions)),
        type=_type(case.act),
        actors=_first(event.actors for event in events),
        recipients=distinct(actor for event in events for actor in event.recipients),
        date=next((event.date for event in events if event.date is not None), None),
        place=_place(events),
        mentions=mentions,
        reasons=tuple(MergeReason(id=key, reasons=why) for key, why in case.act.reasons),
        copies=len(telling & set(desk.copies)),
        origins=names,
        independent_origins=len(names),
        tellings=tuple(_tellings(case, names, desk)),
        reliability=tuple(_reliability(name, policy) for name in names),
        credibility=judge(case.grounds, against),
        values=tuple(figure.given for figure in case.figures),
        contradicted_by=against,
    )


def _tellings(case: Case, names: Sequence[str], desk: Desk) -> Iterator[OriginTelling]:
    """Yield where each origin is heard, once for each article that quotes it of its own accord."""
    seen: set[tuple[str, str]] = set()
    for telling in case.tellings:
        by = desk.speaker_of(telling)
        if by not in names or telling.denies or telling.is_aside or (by, telling.article) in seen:
            continue
        if desk.says_itself(telling, by):
            seen.add((by, telling.article))
            text = desk.report[telling.article].article.text
            yield OriginTelling(origin=by, article=telling.article, span=sentence_at(text, telling.span[0]))


def _type(act: Deed) -> EventType:
    """Return the type that most articles tell; of as many, that of the fullest event."""
    seen = {(told.event.type, told.report.article.id): None for told in act.told}
    return Counter(kind for kind, _ in seen).most_common(1)[0][0]


def _place(events: Sequence[Event]) -> Place | None:
    """Return the narrowest place; of as narrow ones, that of the fullest event."""
    places = [event.place for event in events if event.place is not None]
    return min(
        places, key=lambda place: NARROW.index(place.kind) if place.kind in NARROW else len(NARROW), default=None
    )


def _reliability(name: str, policy: Policy) -> SourceReliability:
    judgement = policy.judge(name)
    return SourceReliability(source=name, value=judgement.reliability, reason=judgement.reason)


def _article(key: str, url: str | None, draft: StoryDraft) -> StoryArticle:
    link = draft.copies.get(key)
    reasons = draft.reasons.get(key, ())
    if link is None:
        return StoryArticle(id=key, url=url, reasons=reasons)
    return StoryArticle(id=key, url=url, copy_of=link.of, similarity=link.similarity, reasons=(*link.reasons, *reasons))


def _title(draft: StoryDraft) -> str:
    """Return the headline of the article that most others republish, else of the first that has one."""
    followed = Counter(link.of for link in draft.copies.values())
    ranked = sorted(draft.reports, key=lambda report: -followed[report.article.id])
    return next((report.article.title for report in ranked if report.article.title), "")


def _first(options: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return next((option for option in options if option), ())
