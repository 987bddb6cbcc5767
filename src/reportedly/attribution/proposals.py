"""What a proposer of claims hands on: the spans of source, cue and content, and the words at their heads.

The grammar over the parse is one proposer; a tagger may be another. What follows (chains, kind, act, standing) asks for
nothing else.
"""

from dataclasses import dataclass, replace
from typing import Self

from spacy.tokens import Token

from reportedly.attribution.lexicon import Cue
from reportedly.records import Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution in the text, not yet a claim.

    Attributes:
        cue: Its entry in the lexicon.
        cue_head: The word that leads the cue: the verb, noun, adverb, preposition.
        cue_spans: The cue's words, auxiliaries included.
        content: What is attributed, in reading order; never empty.
        content_head: The word on which the content hangs; None when the content is a free-standing quotation.
        source_head: The word on which the source hangs; None when the text names none.
        source: The whole noun phrase of the source; None when the text names none.
    """

    cue: Cue
    cue_head: Token
    cue_spans: tuple[Span, ...]
    content: tuple[Span, ...]
    content_head: Token | None
    source_head: Token | None
    source: Span | None

    def covers(self, position: int) -> bool:
        """Tell whether the content covers a character position."""
        return any(start <= position < end for start, end in self.content)

    def with_content(self, *spans: Span) -> Self:
        """Return the proposal with more content, in reading order."""
        return replace(self, content=tuple(sorted({*self.content, *spans})))

    @property
    def start(self) -> int:
        """Where the first of its words stands."""
        parts = [*self.content, *self.cue_spans]
        return min(start for start, _ in parts)
