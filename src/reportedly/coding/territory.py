"""Which event a date, a place, a figure or a thing belongs to: the nearest one up the parse tree."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from spacy.tokens import Doc, Token

from reportedly.coding.proposals import Proposal
from reportedly.records import Span


class Spanned(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def span(self) -> Span | None:
        """Where it stands."""


SAME_MOMENT = frozenset({"when", "as", "while"})

S = TypeVar("S", bound=Spanned)


class Territory:
    """Divides each sentence among the events that it tells."""

    def __init__(self, doc: Doc, proposals: Sequence[Proposal]) -> None:
        self._doc = doc
        self._owners: dict[int, list[Proposal]] = {}
        self._in_sentence: dict[int, list[Proposal]] = {}
        for proposal in proposals:
            for word in {proposal.trigger.i, proposal.anchor.i}:
                self._owners.setdefault(word, []).append(proposal)
            self._in_sentence.setdefault(proposal.trigger.sent.start, []).append(proposal)
        for proposal in proposals:
            verb = proposal.trigger.head
            if proposal.trigger.dep_ in ("nsubj", "nsubjpass") and verb.i not in self._owners:
                # "The shelling continued on Friday near the dam": what hangs on the verb tells of its subject.
                self._owners[verb.i] = [proposal]

    def root(self, span: Span) -> Token | None:
        """Return the syntactic head of a span; None when it holds no token."""
        covered = self._doc.char_span(*span, alignment_mode="expand")
        return covered.root if covered is not None else None

    def belonging(self, things: Iterable[S], proposal: Proposal, *, past_verbs: bool = True) -> tuple[S, ...]:
        """Return the things that belong to a proposal, in their own order.

        A thing belongs to the nearest trigger above it in the tree. With none above, it belongs to the only event of
        its sentence. Dates and places do not climb past another verb ("said on Friday that …" dates the saying),
        but out of a clause of the same moment they do: "were killed when a shell hit the market *on Friday*".
        """
        return tuple(t for t in things if t.span is not None and self._owns(t.span, proposal, past_verbs=past_verbs))

    def _owns(self, span: Span, proposal: Proposal, *, past_verbs: bool) -> bool:
        root = self.root(span)
        if root is None or root.sent.start != proposal.trigger.sent.start:
            return False
        for token in (root, *root.ancestors):
            if token.i in self._owners:
                return proposal in self._owners[token.i]
            if token.pos_ == "VERB" and not past_verbs and not _happens_at_once(token):
                return False
        alone = self._in_sentence[proposal.trigger.sent.start]
        return past_verbs and len(alone) == 1


def _happens_at_once(verb: Token) -> bool:
    """Tell whether a clause is tied to the one above it by a word of the same moment."""
    return verb.dep_ == "advcl" and any(child.lower_ in SAME_MOMENT for child in verb.children)
