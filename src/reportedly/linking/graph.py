"""The graph of a story's origins: which house copies or cites which, and whom each relays."""

from collections.abc import Iterable, Sequence

from reportedly.linking.cases import Case
from reportedly.linking.desk import Desk
from reportedly.linking.voice import Voice
from reportedly.records import EdgeKind, OriginEdge, OriginGraph, Source, SourceKind


def draw(cases: Sequence[Case], desk: Desk) -> OriginGraph:
    """Return the graph of a story: houses and origins as nodes, each edge from who takes to who gives.

    An origin is a node that cites nobody.
    """
    edges: dict[tuple[str, str, EdgeKind], dict[str, None]] = {}
    for source, target, kind, reason in (*_copies(desk), *_citations(cases, desk), *_relays(cases, desk)):
        if source != target:
            edges.setdefault((source, target, kind), {})[reason] = None
    voices = {voice.name: voice for case in cases for voice in (*case.grounds.voices, *case.grounds.denying)}
    houses = dict.fromkeys(desk.houses.name(house) for house in desk.houses.of.values())
    houses |= dict.fromkeys(name for ends in edges for name in ends[:2] if name not in voices)
    return OriginGraph(
        nodes=tuple(_house(name) for name in houses) + tuple(_node(voices[n]) for n in voices if n not in houses),
        edges=tuple(
            OriginEdge(source=source, target=target, kind=kind, reasons=tuple(reasons))
            for (source, target, kind), reasons in edges.items()
        ),
    )  # fmt: skip


def _copies(desk: Desk) -> Iterable[tuple[str, str, EdgeKind, str]]:
    for article, link in desk.copies.items():
        if article in desk.report and link.of in desk.report:
            for reason in link.reasons or ("carries its text",):
                yield desk.house_name(article), desk.house_name(link.of), EdgeKind.COPIES, reason


def _citations(cases: Sequence[Case], desk: Desk) -> Iterable[tuple[str, str, EdgeKind, str]]:
    for case in cases:
        for citation in case.grounds.citations:
            reason = f"quotes it in {citation.article}"
            if citation.closes_loop:
                reason += ", which closes a loop"
            yield desk.house_name(citation.article), desk.houses.name(citation.house), EdgeKind.CITES, reason


def _relays(cases: Sequence[Case], desk: Desk) -> Iterable[tuple[str, str, EdgeKind, str]]:
    for case in cases:
        for name, articles in case.grounds.articles.items():
            for article in articles:
                if any(t.article == article and desk.says_itself(t, name) for t in case.tellings):
                    yield desk.house_name(article), name, EdgeKind.RELAYS, f"quotes it in {article}"


def _house(name: str) -> Source:
    return Source(name=name, kind=SourceKind.PUBLISHER)


def _node(voice: Voice) -> Source:
    return Source(name=voice.name, kind=voice.kind, anonymous=not voice.is_known)
