"""A text as the tagger sees it: word pieces with their places, letter case and quotation, and where it may be cut.

Training prepares its texts with this code too, so that the two cannot drift apart: a change here asks for new weights.
"""

import re
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from reportedly.attribution.tagging.inside import inside_quotation

Ints: TypeAlias = npt.NDArray[np.int64]

#: The encoder's own signs, by their place in its vocabulary.
CLS, SEP = 101, 102
#: How a word is written: small, Capitalised, CAPITALS, digits.
SMALL, CAPITALISED, CAPITALS, DIGITS = range(4)
#: Feature 0 is no word at all; then two for each way of writing, outside and inside a quotation.
FEATURES = 9
#: After a piece the text may be cut at nothing, at the end of a sentence, at the end of a paragraph.
NOWHERE, SENTENCE, PARAGRAPH = range(3)

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+")
_SENTENCE_END = frozenset('.?!”"’')
_OPENING = frozenset('"“‘')


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text; a separator without extent follows every paragraph.

    Attributes:
        ids: Their places in the vocabulary.
        features: How they are written and whether a quotation holds them.
        starts: Where they start in the text.
        ends: Where they end.
        cuts: Whether the text may be cut after them.
    """

    ids: Ints
    features: Ints
    starts: Ints
    ends: Ints
    cuts: Ints

    def __len__(self) -> int:
        return len(self.ids)


def cut_into_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut a text into word pieces, paragraph by paragraph."""
    columns = [_paragraph(match.group(), match.start(), tokenizer) for match in _PARAGRAPH.finditer(text)]
    whole = np.concatenate(columns, axis=1) if columns else np.zeros((5, 0), dtype=np.int64)
    return Pieces(*whole)


def _paragraph(paragraph: str, offset: int, tokenizer: Tokenizer) -> Ints:
    """Return ids, features, starts, ends and cuts of a paragraph and of the separator after it, a row each."""
    encoding = tokenizer.encode(paragraph, add_special_tokens=False)
    offsets, length = encoding.offsets, len(paragraph)
    following = [start for start, _ in offsets[1:]] + [length]
    cuts = [_may_cut(paragraph, start, end, after) for (start, end), after in zip(offsets, following, strict=False)]
    rows = np.array(
        [
            [*encoding.ids, SEP],
            [0] * (len(offsets) + 1),
            *zip(*offsets, (length, length), strict=True),
            [*cuts, PARAGRAPH],
        ],
        dtype=np.int64,
    )
    starts = rows[2, :-1]
    rows[1, :-1] = 1 + 2 * _writing(paragraph)[starts] + inside_quotation(paragraph)[starts]
    rows[2:4] += offset
    return rows


def _writing(paragraph: str) -> Ints:
    """Return how the word is written that holds each character."""
    out = np.zeros(len(paragraph), dtype=np.int64)
    for match in _WORD.finditer(paragraph):
        out[match.start() : match.end()] = _writing_of(match.group())
    return out


def _writing_of(word: str) -> int:
    if word[0].isdigit():
        return DIGITS
    if not word[0].isupper():
        return SMALL
    return CAPITALS if len(word) > 1 and word.isupper() else CAPITALISED


def _may_cut(paragraph: str, start: int, end: int, after: int) -> int:
    """Tell whether a sentence seems to end with the piece: its mark, a blank, a capital."""
    if after <= end or paragraph[start:end] not in _SENTENCE_END:
        return NOWHERE
    following = paragraph[after : after + 1]
    return SENTENCE if following.isupper() or following in _OPENING else NOWHERE
