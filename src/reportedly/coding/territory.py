"""Which event a date, a place, a figure or a thing belongs to: the nearest one up the parse tree."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from spacy.tokens import Doc, Token

from reportedly.coding.proposals import Proposal
from reportedly.language.phrases import children
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
        self._roots: dict[Span, Token | None] = {}
        self._shares: dict[tuple[int, bool], dict[int, list[Any]]] = {}
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
        if span not in self._roots:
            covered = self._doc.char_span(*span, alignment_mode="expand")
            self._roots[span] = covered.root if covered is not None else None
        return self._roots[span]

    def belonging(self, things: Sequence[S], proposal: Proposal, *, past_verbs: bool = True) -> tuple[S, ...]:
        """Return the things that belong to a proposal, in their own order.

        A thing belongs to the nearest trigger above it in the tree. With none above, it belongs to the only event of
        its sentence. Dates and places do not climb past another verb ("said on Friday that …" dates the saying),
        but out of a clause of the same moment they do: "were killed when a shell hit the market *on Friday*".

        Args:
            things: One of the findings of the text; the sharing out is done once for each.
            proposal: Whose share is wanted.
            past_verbs: Whether things climb past verbs that tell no event.
        """
        key = (id(things), past_verbs)
        if key not in self._shares:
            self._shares[key] = self._shared_out(things, past_verbs=past_verbs)
        return tuple(self._shares[key].get(id(proposal), ()))

    def coordinated(self, things: Iterable[S], proposal: Proposal) -> Iterator[S]:
        """Yield what hangs on the verbs that an event's carries on: "*raided* a shop in Jos and arrested"."""
        anchor = proposal.anchor
        # "The truce expired on Monday, and *rebels* have raided …" dates the raids by nothing.
        if anchor.pos_ != "VERB" or any(children(anchor, "nsubj", "nsubjpass")):
            return
        verbs = tuple(_carrying(anchor))
        start, end = anchor.sent.start_char, anchor.sent.end_char
        for thing in things:
            span = thing.span
            if span is not None and start <= span[0] < end and any(_hangs_on(self.root(span), v) for v in verbs):
                yield thing

    def _shared_out(self, things: Sequence[S], *, past_verbs: bool) -> dict[int, list[S]]:
        shares: dict[int, list[S]] = {}
        for thing in things:
            if thing.span is not None:
                for owner in self._owners_of(thing.span, past_verbs=past_verbs):
                    shares.setdefault(id(owner), []).append(thing)
        return shares

    def _owners_of(self, span: Span, *, past_verbs: bool) -> Sequence[Proposal]:
        root = self.root(span)
        if root is None:
            return ()
        for token in (root, *root.ancestors):
            if token.i in self._owners:
                return self._owners[token.i]
            if token.pos_ == "VERB" and not past_verbs and not (_happens_at_once(token) or self._is_purpose(token)):
                return ()
        alone = self._in_sentence.get(root.sent.start, ())
        return alone if past_verbs and len(alone) == 1 else ()

    def _is_purpose(self, verb: Token) -> bool:
        """Tell for what somebody did it, which is there and then: "fired gas to *clear* a square in Sfax on Sunday".

        What is agreed, asked or refused is somewhere else, some other time.
        """
        purpose = verb.dep_ in ("advcl", "xcomp") and any(c.tag_ == "TO" for c in verb.children)
        doers = self._owners.get(verb.head.i, ())
        return purpose and bool(doers) and not any(p.candidate.frame.absorbs for p in doers)


def _carrying(verb: Token) -> Iterator[Token]:
    """Yield the verbs that a verb's clause carries on: "*raided* a shop and arrested", "*replied* by shutting"."""
    while True:
        if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
            verb = verb.head
        elif verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.head.head.pos_ == "VERB":
            verb = verb.head.head
        else:
            return
        yield verb
        if any(children(verb, "nsubj", "nsubjpass")):
            return


def _hangs_on(token: Token | None, verb: Token) -> bool:
    if token is None:
        return False
    above = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    return above is not None and above.i == verb.i


def _happens_at_once(verb: Token) -> bool:
    """Tell whether a clause is tied to the one above it by a word of the same moment."""
    return verb.dep_ == "advcl" and any(child.lower_ in SAME_MOMENT for child in verb.children)
