"""Proposes attributions from the dependency parse: the grammar's way to source, cue and content."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from reportedly.attribution.labels import propose_mark
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.markers import (
    propose_adjective,
    propose_adverb,
    propose_attributive,
    propose_noun,
    propose_phrase,
    propose_preposition,
)
from reportedly.attribution.misread import propose_inverted, propose_misread
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.quoting import hand_out_quotations
from reportedly.attribution.spans import trim
from reportedly.attribution.verbs import propose_verb
from reportedly.language.annotated import AnnotatedText
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of

#: Tried in this order at every word; the first that finds an attribution there wins.
RULES = (
    propose_preposition, propose_inverted, propose_verb, propose_adverb, propose_noun, propose_adjective,
    propose_phrase, propose_attributive, propose_mark, propose_misread,
)  # fmt: skip

#: Who speaks inside somebody's own quotation is that somebody, and whom he addresses says nothing.
FILLERS = frozenset({"i", "we", "you"})
#: The longest subject before a verb that closes its sentence has so many words.
LONGEST = 9


def propose(annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> tuple[Proposal, ...]:
    """Return every attribution that the grammar finds, in reading order.

    Args:
        annotated: The text with its parse and quotations.
        lexicon: The cues.
    """
    found = apart([p for p in _candidates(annotated, lexicon) if not _is_filler(p, annotated)], annotated)
    found = _with_closing(found, annotated)
    return tuple(sorted(hand_out_quotations(found, annotated), key=lambda p: (p.start, p.cue_head.i)))


def apart(
    proposals: list[Proposal], annotated: AnnotatedText, *, parts: Callable[[Proposal, Proposal], bool] | None = None
) -> list[Proposal]:
    """Take the words of a second speaker out of the first one's content: "A said X, *and B said Y*".

    Args:
        proposals: Of one text.
        annotated: The text.
        parts: Tells of a second and a first proposal whether they are set apart; unless given, wherever a clause with
            another speaker is coordinated with the first one's content or contrasted with it.
    """
    parts = parts or _coordinates
    out = []
    coordinated: dict[Token, list[Proposal]] = {}
    for proposal in proposals:
        coordinated.setdefault(proposal.cue_head.head, []).append(proposal)
    for proposal in proposals:
        head = proposal.content_head
        beside = () if head is None else coordinated.get(head, ())
        seconds = [p for p in beside if parts(p, proposal)]
        out.append(proposal if not seconds else _cut(proposal, min(_clause_start(p) for p in seconds), annotated))
    return out


def _coordinates(second: Proposal, first: Proposal) -> bool:
    """Tell whether the second cue is coordinated with the head of the first one's content and has its own subject."""
    verb, source = second.cue_head, second.source_head
    if (
        not (verb.dep_ == "conj" or _opens_contrast(verb))
        or first.content_head is None
        or source is None
        or source.head != verb
    ):
        return False
    return verb.head == first.content_head and first.cue_head.i < verb.i and second.content_head is not None


def contrasts(second: Proposal, first: Proposal) -> bool:
    """Tell whether a second speaker is set against the first: "A said X, *while B said Y*"."""
    return _opens_contrast(second.cue_head) and _coordinates(second, first)


def _opens_contrast(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(m.lower_ in words_of("contrasting") for m in children(verb, "mark"))


def _clause_start(proposal: Proposal) -> int:
    """Return where a coordinated clause begins, the conjunction before it included."""
    verb = proposal.cue_head
    edge = min(verb.left_edge, proposal.source_head or verb, key=lambda t: t.i)
    before = edge.nbor(-1) if edge.i > 0 else edge
    return before.idx if before.dep_ == "cc" else edge.idx


def _cut(proposal: Proposal, end: int, annotated: AnnotatedText) -> Proposal:
    kept = ((a, min(b, end)) for a, b in proposal.content if a < end)
    trimmed = tuple(span for each in kept if (span := trim(annotated.article.text, each)) is not None)
    return replace(proposal, content=trimmed) if trimmed else proposal


def _with_closing(proposals: list[Proposal], annotated: AnnotatedText) -> list[Proposal]:
    """Give the whole sentence to who closes it: in "A said X, *B reported*" it is B who tells of A's saying."""
    out = list(proposals)
    beside: dict[int, list[int]] = {}
    for number, proposal in enumerate(proposals):
        beside.setdefault(proposal.cue_head.sent.start, []).append(number)
    for number, first in enumerate(proposals):
        sentence = first.cue_head.sent
        for other in beside[sentence.start]:
            second = proposals[other]
            comma = _comma_before(second) if _closes(second, first) else None
            if comma is not None:
                span = trim(annotated.article.text, (min(first.start, sentence.start_char), comma))
                out[number] = _cut(first, comma, annotated)
                out[other] = second if span is None else replace(second, content=(span,), content_head=first.cue_head)
    return out


def _closes(second: Proposal, first: Proposal) -> bool:
    """Tell whether a cue ends the sentence, which is the first one's too, inside that one's content, behind its own."""
    verb = second.cue_head
    if verb.dep_ not in ("ccomp", "parataxis", "conj", "advcl") or first.cue_head.i >= verb.i:
        return False
    below = set(verb.subtree)
    ends = all(t.is_punct or t.is_space or t in below for t in verb.doc[verb.i + 1 : verb.sent.end])
    behind = all(end <= verb.idx for _, end in second.content)
    return ends and behind and first.covers(verb.idx)


def _comma_before(second: Proposal) -> int | None:
    """Return where the comma stands before the short subject of a verb that closes its sentence."""
    before = second.cue_head.doc[max(second.cue_head.sent.start, second.cue_head.i - LONGEST) : second.cue_head.i]
    comma = next((t for t in reversed(before) if t.text == ","), None)
    if comma is None or any(t.pos_ in ("VERB", "AUX") for t in before if t.i > comma.i):
        return None
    return comma.idx


def _candidates(annotated: AnnotatedText, lexicon: AttributionLexicon) -> Iterator[Proposal]:
    for token in annotated.doc:
        # Four in five words end here: to try all rules on each cost 2 % of coding an article.
        if lexicon.openings.isdisjoint((token.text, token.lower_, lemma_of(token))):
            continue
        proposal = next((p for rule in RULES if (p := rule(token, annotated, lexicon=lexicon))), None)
        if proposal is not None:
            yield proposal


def _is_filler(proposal: Proposal, annotated: AnnotatedText) -> bool:
    """Tell "I think" and "you know" inside a quotation: they add nobody to the chain and nothing to the claim."""
    head = proposal.source_head
    if head is None or head.lower_ not in FILLERS:
        return False
    return annotated.quotation_at(proposal.cue_head.idx) is not None
