"""Who has a story from whom, in order of time: articles as marks on their publishers' lanes, and the ways between."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reportedly.charts.moments import read_moment
from reportedly.records import EdgeKind, OriginEdge, Story
from reportedly.storage.listings import ArticleLine

#: Lanes beyond these are counted, not drawn: those that only copy first.
LANES = 24
UNKNOWN = "unknown publisher"


class Kind(StrEnum):
    """What an article, or a publisher without one, brings."""

    ORIGIN = "brings a new origin"
    OWN = "own text"
    COPY = "copy"
    OUTSIDE = "not in this store"


@dataclass(frozen=True, slots=True)
class Mark:
    """An article on its lane.

    Attributes:
        id: Of the article; the name of a publisher without one.
        lane: Name of the publisher.
        at: When it appeared.
        kind: What it brings.
        origins: Whom it quotes first-hand.
    """

    id: str
    lane: str
    at: datetime
    kind: Kind
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way of words from one mark to another."""

    giver: Mark
    taker: Mark
    cites: bool


def find_marks(story: Story, lines: Iterable[ArticleLine]) -> list[Mark]:
    """Return the articles of known days, the earliest first."""
    copies = {article.id for article in story.articles if article.copy_of is not None}
    dated = [(at, line) for line in lines if (at := read_moment(line.published)) is not None]
    quoted = _quoted(story)
    takers = {edge.source for edge in story.origins.edges}
    heard: set[str] = set()
    marks = []
    for at, line in sorted(dated, key=lambda pair: (pair[0], pair[1].id)):
        lane = line.publisher or UNKNOWN
        names = tuple(quoted[line.id])
        # Who takes from nobody is an origin itself; a copy may add one of its own.
        brings = set(names) or ({lane} - takers)
        kind = Kind.ORIGIN if brings - heard else Kind.COPY if line.id in copies else Kind.OWN
        heard |= brings
        marks.append(Mark(line.id, lane, at, kind, names))
    return marks


def _quoted(story: Story) -> Mapping[str, list[str]]:
    """Return whom each article quotes first-hand."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for edge in story.origins.edges:
        if edge.kind is EdgeKind.RELAYS:
            for word in _words_of(edge):
                found[word].append(edge.target)
    return found


def _words_of(edge: OriginEdge) -> Iterable[str]:
    """Return the words of an edge's reasons: the ids of the articles that quote are among them."""
    return dict.fromkeys(word.strip(",") for reason in edge.reasons for word in reason.split())


def find_arrows(story: Story, marks: Sequence[Mark]) -> Iterator[Arrow]:
    """Yield the ways of words: from roots to their copies, and from who is cited to who cites."""
    by_id = {mark.id: mark for mark in marks}
    for article in story.articles:
        if article.copy_of in by_id and article.id in by_id:
            yield Arrow(by_id[article.copy_of], by_id[article.id], cites=False)
    for edge in story.origins.edges:
        if edge.kind is EdgeKind.CITES:
            for mark in (by_id[word] for word in _words_of(edge) if word in by_id):
                yield Arrow(_cited(edge.target, mark, marks), mark, cites=True)


def _cited(house: str, by: Mark, marks: Iterable[Mark]) -> Mark:
    """Return what a publisher cites: the other's last article before its own, else its first, else the bare name."""
    own = [mark for mark in marks if mark.lane == house]
    before = [mark for mark in own if mark.at <= by.at]
    return (before[-1:] or own[:1] or [Mark(house, house, by.at, Kind.OUTSIDE)])[0]


def find_outside(arrows: Iterable[Arrow], marks: Sequence[Mark]) -> list[Mark]:
    """Return those who are cited and have no article here, where they are cited."""
    return sorted({arrow.giver for arrow in arrows} - set(marks), key=lambda mark: (mark.at, mark.lane))


def find_lanes(marks: Iterable[Mark]) -> tuple[str, ...]:
    """Return the lanes to draw, in the order of their first marks."""
    first: dict[str, Mark] = {}
    telling: dict[str, bool] = {}
    for mark in sorted(marks, key=lambda mark: (mark.at, mark.kind is Kind.OUTSIDE, mark.id)):
        first.setdefault(mark.lane, mark)
        telling[mark.lane] = telling.get(mark.lane, False) or mark.kind is not Kind.COPY
    kept = sorted(first, key=lambda lane: not telling[lane])[:LANES]
    return tuple(lane for lane in first if lane in kept)
