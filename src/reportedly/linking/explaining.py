"""Explains one event of a story: evidence, who told whom, figures by origin, and what would change the judgement."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.linking.drafts import CopyLink
from reportedly.linking.explanation import (
    Evidence,
    Explanation,
    FigureLine,
    GivenRange,
    TellingArticle,
)
from reportedly.linking.houses import name_of
from reportedly.linking.outlook import foresee
from reportedly.linking.policy import Policy
from reportedly.linking.tracing import trace
from reportedly.records import (
    Article,
    Event,
    Factuality,
    GivenValue,
    MergedEvent,
    Modality,
    QuantityKind,
    SourceReliability,
    Span,
    Standing,
    Story,
    StoryArticle,
)


def explain(
    story: Story,
    event: MergedEvent,
    *,
    asked: str,
    articles: Sequence[Article],
    told: Mapping[str, Sequence[Event]],
    links: Mapping[str, CopyLink],
    policy: Policy,
) -> Explanation:
    """Return what stands behind an event.

    Args:
        story: The event's story.
        event: One of its merged events.
        asked: The id that was asked for.
        articles: All articles of the story, in its order.
        told: The coded events that were merged, by the id of their article.
        links: Of the story's copies, by article id.
        policy: How reliable the user holds sources to be.
    """
    event = replace(event, reliability=tuple(_judged(name, policy) for name in event.origins))
    tracing = trace(story, event, articles=articles, told=told)
    shown = {article.id: article for article in story.articles if article.id in tracing.articles}
    return Explanation(
        asked=asked,
        event=event,
        story=story.id,
        title=story.title,
        start=story.start,
        end=story.end,
        origins=tracing.origins,
        unsourced=tracing.unsourced,
        denying=tracing.denying,
        articles=tuple(
            _telling(article, shown[article.id], _heard_in(article, event, told), links.get(article.id))
            for article in articles
            if article.id in shown
        ),
        figures=tuple(_figures(event.values)),
        outlook=tuple(foresee(event)),
    )


def _judged(name: str, policy: Policy) -> SourceReliability:
    judgement = policy.judge(name)
    return SourceReliability(source=name, value=judgement.reliability, reason=judgement.reason)


def _heard_in(article: Article, event: MergedEvent, told: Mapping[str, Sequence[Event]]) -> tuple[Evidence, ...]:
    """Return where an article tells the event: what was coded there, and where else its origins are heard."""
    coded = tuple(_evidence(article, one) for one in told.get(article.id, ()))
    heard = dict.fromkeys(one.span for one in event.tellings if one.article == article.id)
    uncoded = (span for span in heard if not any(_overlap(span, one.span) for one in coded))
    return coded + tuple(_uncoded_evidence(article, event, span) for span in uncoded)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _uncoded_evidence(article: Article, event: MergedEvent, span: Span) -> Evidence:
    """Return a sentence in which the coder saw no event, and which the merged event's words were found in."""
    start, end = trimmed(article.text, span)
    return Evidence(
        event=event.id,
        type=event.type,
        quote=article.text[start:end],
        trigger=(0, end - start),
        span=(start, end),
        standing=Standing.REPORTED,
        modality=Modality.ACTUAL,
        factuality=Factuality.UU,
    )


def trimmed(text: str, span: Span) -> Span:
    """Return a stretch of a text without the blanks at its ends."""
    words = text[slice(*span)]
    start = span[0] + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _telling(
    article: Article, place: StoryArticle, evidence: tuple[Evidence, ...], link: CopyLink | None
) -> TellingArticle:
    return TellingArticle(
        id=article.id,
        publisher=name_of(article),
        title=article.title,
        url=article.url,
        published=article.published.value,
        copy_of=place.copy_of,
        similarity=place.similarity,
        additions=() if link is None else link.additions,
        reasons=place.reasons,
        evidence=evidence,
    )


def _evidence(article: Article, event: Event) -> Evidence:
    start, end = event.evidence
    first, last = (min(max(place - start, 0), end - start) for place in event.trigger)
    return Evidence(
        event=event.id,
        type=event.type,
        quote=article.text[start:end],
        trigger=(first, last),
        span=event.evidence,
        sources=event.sources,
        standing=event.standing,
        modality=event.modality,
        factuality=event.factuality,
    )


def _figures(values: Iterable[GivenValue]) -> Iterator[FigureLine]:
    """Yield a line for each thing that is measured, in the order in which the first figure of it was given."""
    grouped: dict[tuple[QuantityKind, str | None], list[GivenValue]] = {}
    for value in values:
        # "Two soldiers" and "two men" killed are figures of one thing; "two trucks" and "two men" are not.
        grouped.setdefault((value.kind, value.unit if value.kind is QuantityKind.COUNT else None), []).append(value)
    for (kind, unit), given in grouped.items():
        by = dict.fromkeys(value.by for value in given)
        ranges = [_range(name, [value for value in given if value.by == name]) for name in by]
        ends = [end for one in ranges for end in (one.low, one.high) if end is not None]
        yield FigureLine(
            kind=kind,
            unit=unit,
            low=min(ends, default=None),
            high=max(ends, default=None),
            given=tuple(sorted(ranges, key=lambda one: (_least(one), one.by))),
        )


def _range(by: str, values: Sequence[GivenValue]) -> GivenRange:
    current = [value for value in values if not value.superseded] or list(values)
    lows = [low for value in current if (low := value.low if value.value is None else value.value) is not None]
    highs = [high for value in current if (high := value.high if value.value is None else value.value) is not None]
    taken_back = dict.fromkeys(value.value for value in values if value.superseded and value.value is not None)
    return GivenRange(
        by=by,
        low=min(lows, default=None),
        high=max(highs, default=None),
        as_of=max((value.as_of for value in current if value.as_of is not None), default=None),
        articles=tuple(dict.fromkeys(value.article for value in current)),
        superseded=tuple(taken_back),
    )


def _least(one: GivenRange) -> float:
    return next((end for end in (one.low, one.high) if end is not None), 0.0)
