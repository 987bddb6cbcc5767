"""How far two articles tell the same happening: their words, the days they name, their events, copies and citations.

No headline alone and no name alone makes a story. A similar happening days apart, which the same agencies tell with the
same background, is kept apart by the days that the articles are about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import fsum, sqrt

from reportedly.linking.fingerprints import Fingerprint
from reportedly.linking.keys import profile
from reportedly.linking.terms import is_heavy
from reportedly.records import EventType, Record

#: A story's articles follow each other within so many days.
STORY_DAYS = 5
#: A follow-up appears so many days after the day that it still tells of.
MISREAD_DAYS = 1
#: An article that looks back on the day of another, and tells no new incident, may follow it up so many days later:
#: a week later the name of a day is that of another one …
FOLLOW_UP_DAYS = 6
#: … and is then held to be so many days from it.
FOLLOW_UP_GAP = 2
#: What begins a happening of its own; whoever is freed, charged or mourned goes on with the old one.
INCIDENTS = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.COERCE})
#: Sentences that stand in articles so many days apart are background.
BACKGROUND_DAYS = 2
#: What the likeness of words is worth by how many days lie between the happenings; swept on the open stories.
BY_DAYS = (1.0, 1.0, 0.7, 0.25, 0.12, 0.06)
#: What else speaks for one happening makes likeness count for so much more, and is nothing by itself: many things
#: happen on one day, and who cites an agency does not cite all that it wrote.
SAME_DAY = 0.15
CITES = 1.0
SAME_ACT = 0.75
SAME_FIGURE = 0.2
#: The days of the news are those that an article names first.
NEWS_DAYS = 2
#: Articles that share less than this in words are on different things, whatever else they share.
LEAST_WORDS = 0.03
LEAST_AFFINITY = 0.05
#: Reasons name so many shared terms.
NAMED_TERMS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEdge(Record):
    """How far two articles tell the same happening.

    Attributes:
        one: The smaller article id.
        other: The larger.
        score: 0…1.
        reasons: In words.
    """

    one: str
    other: str
    score: float
    reasons: tuple[str, ...] = ()


def affinity(one: Fingerprint, other: Fingerprint) -> StoryEdge | None:
    """Return how far two articles tell the same happening; None when nothing speaks for it."""
    one, other = sorted((one, other), key=lambda article: article.id)
    gap = days_apart(one, other)
    is_follow_up = FOLLOW_UP_GAP < gap <= FOLLOW_UP_DAYS and follows_up(one, other)
    gap = FOLLOW_UP_GAP if is_follow_up else gap
    if gap > STORY_DAYS:
        return None
    background = _background(one, other)
    mine, theirs = profile(one, without=background), profile(other, without=background)
    length = sqrt(_square(one, without=background) * _square(other, without=background))
    words = _common(mine, theirs) / length if length else 0.0
    if words < LEAST_WORDS:
        return None
    more = _more(one, other)
    score = words * (1 + sum(more.values())) * BY_DAYS[gap]
    if score < LEAST_AFFINITY:
        return None
    back = ("the later one looks back on the day of the other",) if is_follow_up else ()
    reasons = (_shared(one, mine, theirs), *more, *back)
    return StoryEdge(one=one.id, other=other.id, score=round(min(1.0, score), 4), reasons=reasons)


def _background(one: Fingerprint, other: Fingerprint) -> frozenset[str]:
    """Return the keys of sentences that both carry though days lie between them: they tell of neither's news."""
    if one.day is None or other.day is None or abs((one.day - other.day).days) < BACKGROUND_DAYS:
        return frozenset()
    return frozenset(sentence.key for sentence in one.sentences) & {sentence.key for sentence in other.sentences}


def _more(one: Fingerprint, other: Fingerprint) -> dict[str, float]:
    """Return what speaks for one happening beside the words, as reason and worth."""
    found: dict[str, float] = {}
    for article, cited in ((one, other), (other, one)):
        if cited.house is not None and cited.house in article.cites and cited.moment <= article.moment:
            found[f"cites {cited.publisher.name if cited.publisher else cited.house}"] = CITES
    days = [
        day for day in one.days[:NEWS_DAYS] if day in other.days[:NEWS_DAYS] and day in (one.days[0], other.days[0])
    ]
    if days:
        found[f"both tell of {days[0]}"] = SAME_DAY
    acts = {(act.type, act.day, act.place) for act in one.acts if act.day and act.place}
    acts &= {(act.type, act.day, act.place) for act in other.acts}
    if acts:
        type_, day, _ = min(acts, key=lambda act: (act[1] or "", act[0], act[2] or ""))
        found[f"both tell {type_} at one place on {day}"] = SAME_ACT
    figures = {figure for act in one.acts for figure in act.figures}
    shared = sorted(figures.intersection(figure for act in other.acts for figure in act.figures))
    if shared:
        found[f"both give {', '.join(shared)}"] = SAME_FIGURE
    return found


def days_apart(one: Fingerprint, other: Fingerprint) -> int:
    """Return the days between what two articles tell, by the days that they name first; 0 where none is known.

    A day may be read wrongly, so the days of publication bound it.
    """
    if one.day is None or other.day is None:
        return 0
    published = abs((one.day - other.day).days)
    if not one.days or not other.days:
        return published
    told = abs((date.fromisoformat(one.days[0]) - date.fromisoformat(other.days[0])).days)
    return max(min(published, told), published - MISREAD_DAYS)


def follows_up(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether the later of two articles goes on with what the other tells.

    1. The other tells of an incident, and it of none: who is freed, charged or dismissed for it goes on with that.
    2. It looks back on the other's day, and the first incident that it dates is not of a later day.
    """
    first, second = sorted((one, other), key=lambda article: (article.moment, article.id))
    then = first.days[0] if first.days else None if first.day is None else first.day.isoformat()
    if then is None:
        return False
    incidents = [act for act in second.acts if act.type in INCIDENTS]
    if second.acts and not incidents and any(act.type in INCIDENTS for act in first.acts):
        return True
    dated = next((act.day for act in incidents if act.day is not None), None)
    return then in (*second.days, *second.recalls) and (dated is None or dated <= then)


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    # Exact sums: those of a set come in another order in every process.
    return fsum(one[term] * other[term] for term in one.keys() & other.keys())


@lru_cache(maxsize=512)
def _square(article: Fingerprint, *, without: frozenset[str]) -> float:
    return fsum(weight * weight for weight in profile(article, without=without).values())


def _shared(article: Fingerprint, mine: Mapping[str, float], theirs: Mapping[str, float]) -> str:
    """Name the terms that tell most for it: names and figures, since stems are nothing for people."""
    written = _heavy(article)
    common = sorted(mine.keys() & theirs.keys() & written.keys(), key=lambda term: (-mine[term] * theirs[term], term))
    names = [written[term] for term in common[:NAMED_TERMS]]
    words = len(mine.keys() & theirs.keys())
    return f"share {words} telling words" + (f": {', '.join(names)}" if names else "")


@lru_cache(maxsize=512)
def _heavy(article: Fingerprint) -> Mapping[str, str]:
    """Return the names and figures of an article as written, by how they are compared."""
    return {term.casefold(): term for sentence in article.sentences for term in sentence.terms if is_heavy(term)}
