"""MinHash over word shingles, as near-duplicate filters do it: the peer that a linker has to beat.

Copies and stories come from two thresholds on one estimate of the Jaccard similarity; no credit line, name, date or
place is looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, shake_256
from itertools import combinations
from typing import TypeAlias

import numpy as np
from linking_set import Json, SetArticle
from numpy.typing import NDArray

Signature: TypeAlias = NDArray[np.uint64]

PERMUTATIONS = 256
#: Two fixed random numbers a permutation; multipliers are odd, as multiply-shift hashing wants them.
SEEDS = np.frombuffer(shake_256(b"linking baseline").digest(PERMUTATIONS * 16), dtype="<u8").reshape(2, PERMUTATIONS)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the method leaves open.

    Attributes:
        words: Length of a shingle.
        copy: Least similarity of a copy.
        story: Least similarity of two articles of one story.
    """

    words: int
    copy: float
    story: float


def signature(text: str, *, words: int) -> Signature:
    """Return the smallest hash of the text's shingles under each permutation."""
    tokens = text.casefold().split()
    shingles = {" ".join(tokens[i : i + words]) for i in range(max(1, len(tokens) - words + 1))}
    digests = b"".join(blake2b(one.encode(), digest_size=8).digest() for one in sorted(shingles))
    hashes = np.frombuffer(digests, dtype="<u8")[:, np.newaxis]
    # Overflow is the modulus; the upper half of the product is the well mixed one.
    mixed = (hashes * (SEEDS[0] | np.uint64(1)) + SEEDS[1]) >> np.uint64(32)
    smallest: Signature = mixed.min(axis=0)
    return smallest


def similarities(articles: list[SetArticle], *, words: int) -> dict[tuple[int, int], float]:
    """Return the estimated similarity of every two articles that share anything, by their numbers."""
    signatures = [signature(one.text, words=words) for one in articles]
    shares = {(a, b): float((signatures[a] == signatures[b]).mean()) for a, b in combinations(range(len(articles)), 2)}
    return {pair: share for pair, share in shares.items() if share > 0}


def link(
    articles: list[SetArticle], *, settings: Settings, shares: dict[tuple[int, int], float] | None = None
) -> list[Json]:
    """Return stories, without events, in the contract's Story shape.

    Args:
        articles: In the order of publication.
        settings: Shingle length and thresholds.
        shares: The similarities, where they are known already.
    """
    known = similarities(articles, words=settings.words) if shares is None else shares
    roots = _earliest(known, least=settings.copy)
    stories = _components(len(articles), (pair for pair, share in known.items() if share >= settings.story))
    return [
        {"id": str(group[0]), "events": [], "articles": [_story_article(n, articles, roots=roots) for n in group]}
        for group in stories
    ]


def _story_article(number: int, articles: list[SetArticle], *, roots: dict[int, int]) -> Json:
    copy_of = articles[roots[number]].url if number in roots else None
    return {"id": articles[number].url, "url": articles[number].url, "copy_of": copy_of}


def _earliest(shares: dict[tuple[int, int], float], *, least: float) -> dict[int, int]:
    """Return for each article the earliest one that is similar enough."""
    found: dict[int, int] = {}
    for (earlier, later), share in sorted(shares.items()):
        if share >= least:
            found.setdefault(later, earlier)
    return found


def _components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected groups of articles."""
    group = list(range(size))
    for a, b in pairs:
        old, new = group[b], group[a]
        if old != new:
            group = [new if one == old else one for one in group]
    return [[n for n in range(size) if group[n] == name] for name in sorted(set(group))]
