"""Which articles republish another's text: two fingerprints compared, and the root of each copy.

Two articles that share text are one edge, from the later to the earlier. An article's root is the article at the end of
its best edges; what a house keeps of its own earlier text is an update and no copy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.linking.alignment import Alignment, align, may_share
from reportedly.linking.drafts import CopyLink
from reportedly.linking.families import credits_house
from reportedly.linking.fingerprints import Fingerprint
from reportedly.records import Record, Span

#: Copies later than this are reprints of an archive; their text is looked for no further.
COPY_DAYS = 30
#: A retelling follows while the news is new.
RETELLING_DAYS = 4
#: A credited agency's own text may bear a later hour than the copy, when it was updated since.
CREDITED_HOURS = 24
#: So much of a copy stands word for word in its root; less where a credit line or a common owner speaks for it.
LEAST_VERBATIM = 0.28
LEAST_WITH_REASON = 0.12
#: Quotations alone are no copy: two reporters hear the same words.
LEAST_NARRATIVE = 20
NARRATIVE_SHARE = 0.2
#: A retelling: so many of its sentences, names and figures stand in the root, in its order, and both together are many.
#: On the open articles of bench/linking retellings have 1.67 to 1.94 in all, everything else below 1.2.
LEAST_RETOLD = 0.5
LEAST_KNOWN = 0.7
LEAST_TOGETHER = 1.45
LEAST_HEAVY = 5
LEAST_ORDER = 0.6
#: In a text so many times longer, such as a digest, the words of almost any sentence are found.
LONGER = 4
#: An article that keeps text of its own house is another's copy only if that explains so much more of it.
UPDATE_MARGIN = 0.25
#: Among edges nearly as good as the best, the earliest article wins.
NEARLY_AS_GOOD = 0.08
#: A second root brings so much that the first lacks.
SECOND_ROOT = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEdge(Record):
    """Text that a later article shares with an earlier one.

    Attributes:
        article: Id of the later.
        of: Id of the earlier.
        similarity: 0…1, the share of the later's words that stand in the earlier, retold ones where it is a retelling.
        is_retold: Whether it is told in other words.
        is_own: Whether both are of one house: an update.
        covered: Numbers of the later's sentences that stand in the earlier.
        reasons: In words.
    """

    article: str
    of: str
    similarity: float
    is_retold: bool = False
    is_own: bool = False
    covered: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()


def compare(one: Fingerprint, other: Fingerprint) -> CopyEdge | None:
    """Return the edge between two articles, whichever is the later, or None when they share no text to speak of."""
    if one.id == other.id or _days_between(one, other) > COPY_DAYS:
        return None
    earlier, later = (one, other) if _is_earlier(one, other) else (other, one)
    if not may_share(later, earlier):
        return None
    found = align(later, earlier)
    support = _support(later, earlier)
    is_own = later.house is not None and later.house == earlier.house
    if _is_verbatim(found, least=LEAST_WITH_REASON if support or is_own else LEAST_VERBATIM):
        return _edge(later, earlier, found, support, is_own=is_own, is_retold=False)
    is_like = len(earlier.sentences) <= LONGER * len(later.sentences)
    if is_like and _days_between(one, other) <= RETELLING_DAYS and _is_retelling(found):
        return _edge(later, earlier, found, support, is_own=is_own, is_retold=True)
    return None


def resolve_copies(edges: Iterable[CopyEdge], articles: Mapping[str, Fingerprint]) -> dict[str, CopyLink]:
    """Return the link of every copy to its root.

    Args:
        edges: Of one connected component at least; in any order.
        articles: The fingerprints of all their articles, by id.
    """
    outgoing: dict[str, list[CopyEdge]] = {}
    for edge in edges:
        outgoing.setdefault(edge.article, []).append(edge)
    parents: dict[str, CopyEdge] = {}
    for name in sorted(outgoing, key=lambda id_: (articles[id_].moment, id_)):
        parent = _best(outgoing[name], articles, parents)
        if parent is not None:
            parents[name] = parent
    return {name: _link(name, outgoing[name], articles, parents) for name in parents}


def _is_earlier(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether the first is the earlier: 1. by a credit within a day; 2. by its moment; 3. by its id."""
    credited, crediting = _credits(other, one), _credits(one, other)
    if credited != crediting and _hours_between(one, other) <= CREDITED_HOURS:
        return credited
    return (one.moment, one.id) < (other.moment, other.id)


def _credits(article: Fingerprint, other: Fingerprint) -> bool:
    """Whether an article says that its copy comes from the other's publisher."""
    publisher = other.publisher
    return publisher is not None and any(credits_house(credit, publisher) for credit in article.credits)


def _is_verbatim(found: Alignment, *, least: float) -> bool:
    return found.verbatim >= least and found.narrative >= max(LEAST_NARRATIVE, NARRATIVE_SHARE * found.words)


def _is_retelling(found: Alignment) -> bool:
    return (
        found.retold >= LEAST_RETOLD
        and found.known >= LEAST_KNOWN
        and found.retold + found.known >= LEAST_TOGETHER
        and found.heavy >= LEAST_HEAVY
        and found.order >= LEAST_ORDER
    )


def _support(later: Fingerprint, earlier: Fingerprint) -> tuple[str, ...]:
    """Return what beside the text speaks for a copy."""
    reasons = []
    name = "" if earlier.publisher is None else earlier.publisher.name
    if _credits(later, earlier):
        reasons.append(f"credits {name}")
    shared = sorted(set(map(str.casefold, later.credits)) & set(map(str.casefold, earlier.credits)))
    if shared:
        reasons.append(f"credits {shared[0]}, as does {name}")
    if later.group is not None and later.group == earlier.group:
        reasons.append(f"belongs to {later.group}, as does {name}")
    if later.address is not None and later.address == earlier.address:
        reasons.append("gives the same canonical address")
    return tuple(reasons)


def _edge(
    later: Fingerprint, earlier: Fingerprint, found: Alignment, support: Sequence[str], *, is_own: bool, is_retold: bool
) -> CopyEdge:
    similarity = found.retold if is_retold else found.verbatim
    pairs = [pair for pair in found.pairs if is_retold or pair.is_verbatim]
    return CopyEdge(
        article=later.id,
        of=earlier.id,
        similarity=round(similarity, 4),
        is_retold=is_retold,
        is_own=is_own,
        covered=tuple(pair.here for pair in pairs),
        reasons=(*support, *_likeness(found, is_retold=is_retold)),
    )


def _likeness(found: Alignment, *, is_retold: bool) -> tuple[str, ...]:
    if is_retold:
        return (
            f"{found.retold:.0%} of it retells the other, in its order",
            f"{found.known:.0%} of its names and figures stand there",
        )
    return (f"{found.verbatim:.0%} of its words stand there in the same sentences",)


def _best(
    edges: Sequence[CopyEdge], articles: Mapping[str, Fingerprint], parents: Mapping[str, CopyEdge]
) -> CopyEdge | None:
    """Return the edge to the article that a copy was made from; None when it is an update, or no copy."""
    own = max((edge.similarity for edge in edges if edge.is_own), default=None)
    mine = [edge for edge in edges if not edge.is_own and not _comes_home(edge, articles, parents)]
    if own is not None:
        mine = [edge for edge in mine if edge.similarity >= own + UPDATE_MARGIN]
    if not mine:
        return None
    most = max(map(_strength, mine))
    good = [edge for edge in mine if _strength(edge) >= most - NEARLY_AS_GOOD]
    return min(good, key=lambda edge: (articles[edge.of].moment, edge.of))


def _strength(edge: CopyEdge) -> float:
    """Return how far an edge is to be followed: text that stands word for word tells more than a retelling."""
    return edge.similarity * (0.6 if edge.is_retold else 1.0)


def _comes_home(edge: CopyEdge, articles: Mapping[str, Fingerprint], parents: Mapping[str, CopyEdge]) -> bool:
    """Whether the text at the end of an edge is the article's own house's."""
    house = articles[edge.article].house
    return house is not None and articles[_root(edge.of, parents)].house == house


def _root(name: str, parents: Mapping[str, CopyEdge]) -> str:
    seen = {name}
    while name in parents and parents[name].of not in seen:
        name = parents[name].of
        seen.add(name)
    return name


def _link(
    name: str, edges: Sequence[CopyEdge], articles: Mapping[str, Fingerprint], parents: Mapping[str, CopyEdge]
) -> CopyLink:
    parent = parents[name]
    root = _root(name, parents)
    direct = next((edge for edge in edges if edge.of == root), parent)
    reasons = [*direct.reasons]
    if root != parent.of:
        reasons.append(f"closest to {_called(articles[parent.of])}, which is a copy itself")
    others = _other_roots(name, root, edges, parents)
    covered = {number for edge in [direct, parent, *others.values()] for number in edge.covered}
    return CopyLink(
        article=name,
        of=root,
        similarity=direct.similarity,
        additions=_stretches(articles[name], covered=covered),
        reasons=tuple(reasons),
        also=tuple(sorted(others)),
    )


def _other_roots(
    name: str, root: str, edges: Sequence[CopyEdge], parents: Mapping[str, CopyEdge]
) -> dict[str, CopyEdge]:
    """Return further roots, by id, whose text the copy carries too: it was put together from several."""
    main = {number for edge in edges if _root(edge.of, parents) == root for number in edge.covered}
    found: dict[str, CopyEdge] = {}
    for edge in sorted(edges, key=lambda one: (-one.similarity, one.of)):
        other = _root(edge.of, parents)
        if other in (root, name) or edge.is_own or edge.is_retold or other in found:
            continue
        more = set(edge.covered) - main
        if edge.similarity * len(more) >= SECOND_ROOT * max(1, len(edge.covered)):
            found[other] = edge
            main |= more
    return found


def _stretches(article: Fingerprint, *, covered: set[int]) -> tuple[Span, ...]:
    """Return the stretches of sentences that stand in no root."""
    found: list[Span] = []
    last = None
    for number, sentence in enumerate(article.sentences):
        if number in covered:
            continue
        if last == number - 1 and found:
            found[-1] = (found[-1][0], sentence.span[1])
        else:
            found.append(sentence.span)
        last = number
    return tuple(found)


def _called(article: Fingerprint) -> str:
    return article.id if article.publisher is None else article.publisher.name


def _days_between(one: Fingerprint, other: Fingerprint) -> float:
    return _hours_between(one, other) / 24


def _hours_between(one: Fingerprint, other: Fingerprint) -> float:
    """Return the hours between two publications; 0 when one is unknown, since nothing speaks against it then."""
    if one.published is None or other.published is None:
        return 0.0
    apart = datetime.fromisoformat(one.published) - datetime.fromisoformat(other.published)
    return abs(apart.total_seconds()) / 3600
