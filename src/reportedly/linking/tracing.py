"""The tree of who told whom: origins, articles that relay them, who cites those, copies folded into their root."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.linking.explanation import OriginBranch, Teller
from reportedly.linking.houses import name_of
from reportedly.records import (
    Article,
    EdgeKind,
    Event,
    MergedEvent,
    Modality,
    OriginEdge,
    Source,
    SourceKind,
    Standing,
    Story,
)


@dataclass(frozen=True, slots=True)
class Tracing:
    """Who told whom.

    Attributes:
        origins: Each with those who have it from there.
        unsourced: Articles that tell the event without saying from whom.
        denying: Articles that only deny it.
        articles: Ids of all articles in the tree.
    """

    origins: tuple[OriginBranch, ...]
    unsourced: tuple[Teller, ...]
    denying: tuple[Teller, ...]
    articles: frozenset[str]


def trace(
    story: Story, event: MergedEvent, *, articles: Sequence[Article], told: Mapping[str, Sequence[Event]]
) -> Tracing:
    """Return the tree of an event.

    Args:
        story: Its story.
        event: Merged.
        articles: All articles of the story, in its order.
        told: The coded events that were merged, by the id of their article.
    """
    return _Tracer(story, event, articles=articles, told=told).tracing()


class _Tracer:
    """Builds one tree; an article stands in full once, wherever else it belongs as a reference."""

    def __init__(
        self, story: Story, event: MergedEvent, *, articles: Sequence[Article], told: Mapping[str, Sequence[Event]]
    ) -> None:
        roots = {article.id: article.copy_of or article.id for article in story.articles}
        self._heard = {(one.origin, one.article) for one in event.tellings}
        wanted = {roots[name] for name in told} | {roots[article] for _, article in self._heard if article in roots}
        self._story, self._event = story, event
        self._order = {article.id: number for number, article in enumerate(articles)}
        # An article of its own that tells the event, or whose copies do.
        self._own = [article.id for article in story.articles if article.id in wanted]
        self._copies = {name: [copy for copy, root in roots.items() if root == name != copy] for name in self._own}
        self._house = {article.id: name_of(article) for article in articles}
        self._denying = {name for name, events in told.items() if all(map(_is_denied, events))}
        self._placed: set[str] = set()

    def tracing(self) -> Tracing:
        nodes = {node.name: node for node in self._story.origins.nodes}
        letters = {one.source: one for one in self._event.reliability}
        origins = []
        for name in self._event.origins:
            node = nodes.get(name) or Source(name=name, kind=SourceKind.UNNAMED)
            tellers = tuple(self._teller(article, origin=name) for article in self._first_hand(name))
            letter = letters[name]
            origins.append(
                OriginBranch(
                    name=name, kind=node.kind, anonymous=node.anonymous, reliability=letter.value,
                    reason=letter.reason, tellers=tellers,
                )
            )  # fmt: skip
        denying = tuple(self._teller(article) for article in self._left() if article in self._denying)
        unsourced = tuple(self._teller(article) for article in self._left())
        shown = frozenset(self._own) | {copy for copies in self._copies.values() for copy in copies}
        return Tracing(tuple(origins), unsourced, denying, shown)

    def _left(self) -> Iterator[str]:
        return (article for article in self._own if article not in self._placed)

    def _first_hand(self, origin: str) -> list[str]:
        """Return the articles that have it from an origin itself, or are the origin's own.

        A story kept by an earlier version does not say where each origin is heard; its graph says it of all its events.
        """
        relaying = self._edges(EdgeKind.RELAYS, target=origin)
        return [
            article
            for article in self._own
            if self._house[article] == origin
            or (origin, article) in self._heard
            or (not self._heard and any(_is_in(edge, article) for edge in relaying))
        ]

    def _teller(self, article: str, *, origin: str | None = None) -> Teller:
        heard = tuple(one.span for one in self._event.tellings if (one.origin, one.article) == (origin, article))
        if article in self._placed:
            return Teller(article=article, heard=heard, again=True)
        self._placed.add(article)
        citing = [other for other in self._own if other not in self._placed and self._cites(other, article)]
        return Teller(
            article=article,
            heard=heard,
            copies=tuple(self._copies[article]),
            cited_by=tuple(self._teller(other) for other in citing),
        )

    def _cites(self, other: str, article: str) -> bool:
        """Whether an article has it from a house, and from this article of the house: the last one before it."""
        house = self._house[article]
        if not any(_is_in(edge, other) for edge in self._edges(EdgeKind.CITES, target=house)):
            return False
        earlier = [one for one in self._own if self._house[one] == house and self._order[one] < self._order[other]]
        return earlier[-1:] == [article]

    def _edges(self, kind: EdgeKind, *, target: str) -> list[OriginEdge]:
        return [edge for edge in self._story.origins.edges if edge.kind is kind and edge.target == target]


def _is_denied(event: Event) -> bool:
    return event.standing is Standing.DENIED or event.modality is Modality.NEGATED


def _is_in(edge: OriginEdge, article: str) -> bool:
    """Whether an edge was drawn for that article: its reasons name it."""
    return any(article in reason for reason in edge.reasons)
