"""From characters to tokens: spaCy searches linearly, and a long text asks thousands of times."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reportedly.records import Span


class TokenIndex:
    """Finds the tokens that stand at a place of the text.

    Args:
        doc: The text's analysis.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts: Sequence[int] = doc.to_array("IDX").tolist()

    def at(self, position: int) -> Token:
        """Return the token at a character position; at a blank, the token before it."""
        return self._doc[max(bisect_right(self._starts, position) - 1, 0)]

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that a span touches, at least one."""
        first, last = self.at(span[0]).i, self.at(max(span[1] - 1, span[0])).i
        return tuple(self._doc[i] for i in range(first, last + 1))

    def head(self, span: Span) -> Token:
        """Return the token of a span that governs the others: the one nearest the root."""
        tokens = self.tokens(span)
        inside = {token.i for token in tokens}
        return next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[0])
