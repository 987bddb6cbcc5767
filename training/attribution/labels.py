"""Gold annotations laid over the pieces: a tag for each, and where the two pointers should point."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reportedly.attribution.tagging.pieces import SEP, Ints, Pieces
from reportedly.attribution.tagging.tags import beginning

#: No target: the piece teaches the pointer nothing.
UNKNOWN = -100
#: The cue has no source.
NOBODY = -1
#: Where spans of two roles overlap, the later one in this order stands.
ORDER = ("source", "cue", "content")

_CURLED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text's pieces and what the network should say of them.

    Attributes:
        pieces: The pieces.
        tags: The tag of each.
        cues: For pieces of a content, the first piece of its cue.
        sources: For the first piece of a cue, the first piece of its source or NOBODY.
    """

    pieces: Pieces
    tags: Ints
    cues: Ints
    sources: Ints


def read_articles(path: Path) -> list[dict[str, Any]]:
    """Return the articles of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def straightened(text: str) -> str:
    """Return a text with straight quotation marks; every offset stays."""
    return text.translate(_CURLED)


def curled(text: str) -> str:
    """Return a text with curly quotation marks, opening and closing in turn in every paragraph; every offset stays."""
    return "\n".join(_curled_paragraph(line) for line in text.split("\n"))


def _curled_paragraph(line: str) -> str:
    marks = iter(range(line.count('"')))
    turned = "".join(("”" if next(marks) % 2 else "“") if char == '"' else char for char in line)
    return turned.replace("'", "’")


def label(pieces: Pieces, attributions: Sequence[Mapping[str, Any]]) -> Labelled:
    """Lay attributions over the pieces of their text."""
    size = len(pieces)
    tags = np.zeros(size, dtype=np.int64)
    cues, sources = np.full(size, UNKNOWN), np.full(size, UNKNOWN)
    for role in ORDER:
        for attribution in attributions:
            for span in attribution.get(role, ()):
                _write(tags, _pieces_of(span, pieces), beginning(role))
    for attribution in attributions:
        heads = [covered[0] for span in attribution["cue"] if (covered := _pieces_of(span, pieces))]
        if heads:
            _point(cues, sources, attribution, pieces, heads[0])
    return Labelled(pieces, tags, cues, sources)


def _point(cues: Ints, sources: Ints, attribution: Mapping[str, Any], pieces: Pieces, cue: int) -> None:
    for span in attribution["content"]:
        cues[_pieces_of(span, pieces)] = cue
    named = [covered[0] for span in attribution["source"] if (covered := _pieces_of(span, pieces))]
    sources[cue] = named[0] if named else NOBODY


def _write(tags: Ints, places: list[int], first: int) -> None:
    """Tag the pieces of a span; it begins anew after a separator."""
    for before, place in zip([-9, *places], places, strict=False):
        tags[place] = first + 1 if before == place - 1 else first


def _pieces_of(span: Sequence[int], pieces: Pieces) -> list[int]:
    start = int(np.searchsorted(pieces.ends, span[0], "right"))
    end = int(np.searchsorted(pieces.starts, span[1], "left"))
    return [place for place in range(start, end) if pieces.ids[place] != SEP]


def transitions(labelled: Iterator[Labelled], size: int) -> list[list[float]]:
    """Return the logarithm of how often each tag follows each, half an occurrence added to all."""
    counts = np.full((size, size), 0.5)
    for text in labelled:
        np.add.at(counts, (text.tags[:-1], text.tags[1:]), 1)
    return [[round(float(value), 4) for value in row] for row in np.log(counts / counts.sum(axis=1, keepdims=True))]
