"""Whether two articles speak of the same parties, places, times and figures, and where they cannot."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

from reportedly.coding.merging import TOLLS, party_key
from reportedly.language.given_names import fold
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.words import stems_of
from reportedly.records import Actor, Article, Date, Event, Modality, Place, Quantity

#: An undated act of the news happened in the days before the article appeared.
NEWS_DAYS = 4
FIRST_DAY, AFTER_LAST_DAY = date.min, date.max

Days: TypeAlias = tuple[date, date]


def are_alike(one: Actor, other: Actor) -> bool:
    """Whether two names may well be one party: the same name or government, or the same words of one country.

    "Police convoy" and "policemen" of one country are alike; "soldiers" of two countries are not.
    """
    if party_key(one) == party_key(other):
        return True
    if not _agree(one.country, other.country):
        return False
    if stems_of(one.name) & stems_of(other.name):
        return True
    if one.country is None or one.country != other.country:
        return False
    # What a country's marines do, the country does.
    return bool({*one.sectors} & {*other.sectors}) or _is_state(one) or _is_state(other)


def _is_state(actor: Actor) -> bool:
    return actor.title is None and actor.sectors in ((), ("GOV",))


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return parties once each, in the order given; "nine people" and "14 people" are one, told by two figures."""
    kept: list[Actor] = []
    for actor in actors:
        if not any(party_key(actor) == party_key(one) or _are_same_folk(actor, one) for one in kept):
            kept.append(actor)
    return tuple(kept)


def _are_same_folk(one: Actor, other: Actor) -> bool:
    """Whether two phrases without a name call the same sort of people by the same noun."""
    noun, other_noun = one.name.split()[-1], other.name.split()[-1]
    return noun.islower() and fold(noun) == fold(other_noun) and _agree(one.country, other.country)


def act_together(some: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether one side is "the parties" and the other names several: they are the same."""
    return any(
        len(named) > 1 and any(fold(actor.name.split()[-1]) in speaker_words("vague parties") for actor in vague)
        for vague, named in ((some, others), (others, some))
    )


def any_alike(some: Iterable[Actor], others: Iterable[Actor]) -> bool:
    """Whether a party of one side is alike one of the other."""
    return any(are_alike(one, other) for one in some for other in others)


def clash(some: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether two sides name parties of different countries, and nobody in common."""
    lands, other_lands = _lands(some), _lands(others)
    return bool(lands and other_lands) and not lands & other_lands and not any_alike(some, others)


def are_reversed(one: Event, other: Event) -> bool:
    """Whether who acts in one event suffers in the other; among parties of one country that cannot be told."""
    if any_alike(one.actors, one.recipients) or any_alike(other.actors, other.recipients):
        return False
    turned = any_alike(one.actors, other.recipients) and any_alike(one.recipients, other.actors)
    return turned and not any_alike(one.actors, other.actors)


def are_of_other_sorts(some: tuple[Actor, ...], others: tuple[Actor, ...]) -> bool:
    """Whether both sides are known by what they do, and do different things: soldiers here, inmates there."""
    sorts, other_sorts = ({sector for actor in side for sector in actor.sectors} for side in (some, others))
    return bool(sorts and other_sorts) and not sorts & other_sorts and not any_alike(some, others)


def names_place(actors: Iterable[Actor], place: Place | None) -> bool:
    """Whether a place stands among the parties: "sent a drone against Aden" and "a drone fell in Aden"."""
    return place is not None and any(_levels(place) & {fold(actor.name)} for actor in actors)


def same_place(one: Place, other: Place) -> bool:
    """Whether two places are one, or one contains the other."""
    names, other_names = _levels(one), _levels(other)
    return fold(one.name) in other_names or fold(other.name) in names


def days_of(event: Event, *, article: Article) -> Days | None:
    """Return the days on which an event can have happened; None when nothing tells.

    What has happened did so before the article appeared: a later day was misread, mostly by a week.
    """
    published = published_day(article)
    if event.date is not None and event.date.start is not None:
        days = _days(event.date)
        if published is None or event.modality is not Modality.ACTUAL or days[0] <= published:
            return days
    if published is None:
        return None
    return published - timedelta(days=NEWS_DAYS), published + timedelta(days=1)


def published_day(article: Article) -> date | None:
    """Return the day on which an article appeared; None when that is unknown or known to the month only."""
    value = article.published.value
    return None if value is None or len(value) < len("2026-01-01") else date.fromisoformat(value[:10])


def overlap(one: Days | None, other: Days | None) -> bool:
    """Whether two stretches of days share one; what is unknown may be any day."""
    return one is None or other is None or (one[0] < other[1] and other[0] < one[1])


def tolls(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the figures of victims and arrests."""
    return tuple(quantity for quantity in quantities if quantity.kind in TOLLS)


def _days(when: Date) -> Days:
    start = _first_day(when.start)
    return (FIRST_DAY if start is None else start), _after(when, start)


def _after(when: Date, start: date | None) -> date:
    end = _first_day(when.end)
    if end is None:
        return AFTER_LAST_DAY
    # An interval of minutes ends on the day on which it begins.
    return end if start is None or end > start else start + timedelta(days=1)


def _first_day(value: str | None) -> date | None:
    if value is None:
        return None
    return date.fromisoformat((value + "-01-01")[:10] if len(value) == len("2026") else (value + "-01")[:10])


def _lands(actors: Iterable[Actor]) -> set[str]:
    return {actor.country for actor in actors if actor.country is not None}


def _levels(place: Place) -> set[str]:
    """Return the folded names of a place and of what it lies in."""
    names = (place.name, place.text, place.admin1)
    return {fold(name) for name in names if name} | ({place.country} if place.country else set())


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
