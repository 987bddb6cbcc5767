"""One set of attributions out of two: what the tagger marks, and what the grammar finds.

The tagger decides which spans are attributions, the grammar what they mean. Where both see the same attribution, the
grammar's reading stands, on the tagger's spans should theirs differ much. What the tagger alone sees gets its entry
from the cue lexicon, or a general one by the form of the content. What the grammar alone sees stands when it lies
inside another's words, which the tagger never divides, or when its cue is a sure one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Self

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from reportedly.attribution.grammar import propose
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import merged
from reportedly.attribution.tagging.entries import EntryFinder
from reportedly.attribution.tagging.tagger import Tagged, Tagger, load_tagger
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children
from reportedly.records import Act, SourceKind, Span

#: Contents that share this much (of all that they cover) are the same content.
SAME = 0.5
#: Where they share this much, the grammar's joints are kept: it knows which relative pronoun or comma stays outside.
NEARLY_EQUAL = 0.8
#: A word with one of these labels is no head of a noun phrase.
MODIFIERS = frozenset({"compound", "amod", "det", "nummod", "nmod"})
#: What is done by saying so: the tagger passes over some of it outside politics.
DEEDS = frozenset({Act.ASK, Act.DENY, Act.PROMISE, Act.ALLEGE, Act.WARN})


@dataclass(frozen=True)
class Combiner:
    """The two proposers, ready to work together; `load` it once a process.

    Attributes:
        lexicon: The grammar's cues.
        entries: Entries for the tagger's cues.
        tagger: The learned one.
    """

    lexicon: AttributionLexicon
    entries: EntryFinder
    tagger: Tagger

    @classmethod
    def load(cls, lexicon: AttributionLexicon) -> Self:
        """Load the packaged tagger beside a lexicon.

        Raises:
            ModelError: A file of the tagger is missing or damaged.
            CodebookError: The general cues are missing or have a mistake.
        """
        return cls(lexicon, EntryFinder.load(lexicon), load_tagger())

    def propose(self, annotated: AnnotatedText) -> tuple[Proposal, ...]:
        """Return the attributions of a text, in reading order."""
        grammar = propose(annotated, lexicon=self.lexicon)
        return TextCombiner(annotated, self.entries).combined(grammar, self.tagger.tag(annotated.article.text))


@dataclass(frozen=True)
class TextCombiner:
    """Combines the proposals for one text."""

    annotated: AnnotatedText
    entries: EntryFinder

    def combined(self, grammar: Sequence[Proposal], tagged: Sequence[Tagged]) -> tuple[Proposal, ...]:
        """Return the attributions of a text, in reading order.

        Args:
            grammar: What the grammar found.
            tagged: What the tagger marked.
        """
        partners = _partners(grammar, tagged)
        met = [g for g in grammar if any(g is p for p in partners)]
        found = [p for t, g in zip(tagged, partners, strict=True) if g is None and (p := self._new(t)) is not None]
        for one in met:
            marks = [t for t, g in zip(tagged, partners, strict=True) if g is one]
            found.append(self._agreed(one, marks, [g for g in grammar if g is not one]))
        found += [g for g in grammar if all(g is not m for m in met) and self._stands_alone(g, found)]
        unique = {(p.cue_spans, p.content): p for p in reversed(found)}
        return tuple(sorted(unique.values(), key=lambda p: (p.start, p.cue_head.i)))

    def _agreed(self, grammar: Proposal, tagged: Sequence[Tagged], others: Sequence[Proposal]) -> Proposal:
        """Put the grammar's reading on the tagger's spans where theirs differ much.

        An adverb's content is its whole clause, which the tagger knows only in parts; and in "quoted as saying" it does
        not tell who quotes from who says.
        """
        if grammar.cue_head.pos_ == "ADV" or grammar.cue_head.dep_ == "pcomp":
            return grammar
        proposal = self._with_content(grammar, tagged, others)
        source = next((one.source for one in tagged if one.source is not None), None)
        if source is None or (grammar.source is not None and _names(grammar.source, tagged)):
            return proposal
        return replace(proposal, source=source, source_head=self._source_head(source))

    def _with_content(self, grammar: Proposal, tagged: Sequence[Tagged], others: Sequence[Proposal]) -> Proposal:
        content = merged(s for one in tagged for s in one.content if self._belongs(s, grammar, others))
        if not content or _bounds(content) == _bounds(grammar.content):
            return grammar
        if likeness(content, grammar.content) >= NEARLY_EQUAL:
            return grammar
        head = grammar.content_head
        kept = head is not None and any(start <= head.idx < end for start, end in content)
        return replace(grammar, content=content, content_head=head if kept else self._content_head(content))

    def _belongs(self, span: Span, grammar: Proposal, others: Sequence[Proposal]) -> bool:
        """Tell whether a tagged piece is content of this attribution, not who is told nor what the next clause says."""
        told = children(grammar.cue_head, "nsubjpass", "dobj", "dative") if grammar.cue.addressee else ()
        if any(span[0] <= token.idx < span[1] for token in told):
            return _touches(span, grammar.content)
        if _touches(span, grammar.content) or self.annotated.quotation_at(span[0]) is not None:
            return True
        named = (o for o in others if o.source_head is not None and o.source_head.pos_ != "PRON")
        return not any(likeness((span,), other.content) >= NEARLY_EQUAL or _holds(span, other) for other in named)

    def _new(self, tagged: Tagged) -> Proposal | None:
        """Make a proposal of what the tagger alone sees; without a cue there is nothing to show for it."""
        words = () if tagged.cue is None else self._words(tagged.cue)
        if not words or tagged.cue is None:
            return None
        head = self._content_head(tagged.content)
        source_head = None if tagged.source is None else self._source_head(tagged.source)
        entry = self.entries.find(words, head, source_head)
        if entry is None:
            return None
        return Proposal(
            cue=entry.cue,
            cue_head=entry.token,
            cue_spans=(tagged.cue,),
            content=tagged.content,
            content_head=head,
            source_head=source_head,
            source=tagged.source,
        )

    def _stands_alone(self, proposal: Proposal, found: Sequence[Proposal]) -> bool:
        """Tell whether what only the grammar sees stands all the same: inside another's words, or when it is sure.

        Sure are adverbs, papers ("letters requesting arms"), and deeds done by saying so ("begged both to stop"); of
        the rest, which the tagger passes over, two in five are right on dev.
        """
        if proposal.cue_head.pos_ == "ADV" or any(p.covers(proposal.cue_head.idx) for p in found):
            return True
        if proposal.source_head is None or proposal.content_head is None:
            return False
        entry = self.entries.lexicon.kinds.noun_of(proposal.source_head)
        is_paper = entry is not None and entry.kind is SourceKind.DOCUMENT
        return is_paper or (proposal.cue.act in DEEDS and proposal.content_head.pos_ in ("VERB", "AUX"))

    def _words(self, span: Span) -> tuple[Token, ...]:
        found = self._tokens(span)
        return tuple(token for token in found if not token.is_space) if found is not None else ()

    def _tokens(self, span: Span) -> DocSpan | None:
        found: DocSpan | None = self.annotated.doc.char_span(*span, alignment_mode="expand")
        return found

    def _source_head(self, span: Span) -> Token | None:
        """Return the noun at the head of a source, of which the tagger may have only a modifier."""
        found = self._tokens(span)
        head = None if found is None else found.root
        while head is not None and head.dep_ in MODIFIERS and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        return head

    def _content_head(self, content: Sequence[Span]) -> Token | None:
        """Return the word on which the content hangs; None when it is several sentences."""
        pieces = [found for span in content if (found := self._tokens(span)) is not None]
        sentences = {token.sent.start for piece in pieces for token in piece if not (token.is_punct or token.is_space)}
        if len(sentences) != 1:
            return None
        return max(pieces, key=lambda piece: (piece.root.pos_ in ("VERB", "AUX"), len(piece))).root


def _partners(grammar: Sequence[Proposal], tagged: Sequence[Tagged]) -> list[Proposal | None]:
    """Return for each tagged attribution what the grammar made of it: by the same cue, or else by the same content.

    Several may have one partner: the tagger cuts in two what stands on both sides of "reportedly".
    """
    by_cue = [_likest(one, [g for g in grammar if _same_cue(one, g)]) for one in tagged]
    free = [g for g in grammar if all(g is not p for p in by_cue)]
    return [
        p or _likest(one, [g for g in free if likeness(one.content, g.content) >= SAME])
        for one, p in zip(tagged, by_cue, strict=True)
    ]


def _likest(tagged: Tagged, grammar: Sequence[Proposal]) -> Proposal | None:
    return max(grammar, key=lambda g: likeness(tagged.content, g.content), default=None)


def _same_cue(tagged: Tagged, grammar: Proposal) -> bool:
    head = grammar.cue_head
    return tagged.cue is not None and _touch(tagged.cue, (head.idx, head.idx + len(head)))


def likeness(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return which share of what two contents cover both cover."""
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    return shared / (_length(one) + _length(other) - shared)


def _bounds(spans: Sequence[Span]) -> Span:
    return spans[0][0], spans[-1][1]


def _holds(span: Span, proposal: Proposal) -> bool:
    """Tell whether a span holds a whole attribution: who says, and that he does."""
    low, high = span
    source = proposal.source
    return low <= proposal.cue_head.idx < high and source is not None and low <= source[0] and source[1] <= high


def _names(source: Span, tagged: Iterable[Tagged]) -> bool:
    """Tell whether the grammar's source stands: in the tagger's too, or in its cue ("heard *the colonel* say").

    Where the two name different people, the tagger is right three times in four on dev.
    """
    return any(_touches(source, [span for span in (one.source, one.cue) if span is not None]) for one in tagged)


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(_touch(span, other) for other in others)


def _length(spans: Iterable[Span]) -> int:
    return sum(end - start for start, end in spans)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
