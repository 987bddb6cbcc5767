"""Sentences that go on with a report: no source of their own, told as the report's or the witness's story."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.nearby import Nearby
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import trim
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children
from reportedly.records import SourceKind, Span

#: Kinds whose appearance as a subject says that the article speaks again.
VOICES = frozenset(
    {SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.EXPERT, SourceKind.OUTLET, SourceKind.WIRE}
)


def with_followers(
    proposals: Sequence[Proposal], annotated: AnnotatedText, *, lexicon: AttributionLexicon
) -> tuple[Proposal, ...]:
    """Give the sentences after a report to it, within its paragraph and until another voice is heard.

    Only a report rules: a paper speaks, or the cue tells a story ("described", "recounted"). What an official says
    ends with his sentence. A sentence goes on with it when it tells the past without a source, a name or an office as
    its subject.
    """
    out = list(proposals)
    cued = {p.cue_head.sent.start for p in proposals}
    near = Nearby(proposals, lambda p: p.content)
    for index, proposal in enumerate(out):
        start = proposal.start
        around = (p for p in near.around((start, start + 1)) if p is not proposal)
        if _rules(proposal, lexicon) and not any(p.covers(start) for p in around):
            tail = tuple(_tail(proposal, annotated, cued, lexicon))
            if tail:
                out[index] = proposal.with_content(*tail)
    return tuple(out)


def _rules(proposal: Proposal, lexicon: AttributionLexicon) -> bool:
    if proposal.cue.story:
        return True
    papers = [
        proposal.source_head,
        *(t for link in children(proposal.cue_head, "prep") for t in children(link, "pobj")),
    ]
    return any(t is not None and _is_report(t, lexicon) for t in papers)


def _is_report(token: Token, lexicon: AttributionLexicon) -> bool:
    entry = lexicon.kinds.noun_of(token)
    return entry is not None and entry.kind is SourceKind.DOCUMENT and entry.voice != "author"


def _tail(proposal: Proposal, annotated: AnnotatedText, cued: set[int], lexicon: AttributionLexicon) -> Iterator[Span]:
    """Yield the sentences that go on with a report."""
    text, doc = annotated.article.text, annotated.doc
    last = doc[max(proposal.cue_head.sent.end, _end_of_content(proposal, annotated)) - 1]
    while last.i + 1 < len(doc):
        following = doc[last.i + 1].sent
        if "\n" in text[last.idx : following.start_char] or not _goes_on(following, annotated, cued, lexicon):
            return
        span = trim(text, (following.start_char, following.end_char))
        if span is not None:
            yield span
        last = following[-1]


def _end_of_content(proposal: Proposal, annotated: AnnotatedText) -> int:
    span = annotated.doc.char_span(*proposal.content[-1], alignment_mode="expand")
    return 0 if span is None else span.end


def _goes_on(sentence: DocSpan, annotated: AnnotatedText, cued: set[int], lexicon: AttributionLexicon) -> bool:
    root = sentence.root
    if sentence.start in cued or annotated.quotation_at(sentence.start_char) is not None:
        return False
    subject = next(children(root, "nsubj", "nsubjpass"), None)
    if subject is None or root.pos_ not in ("VERB", "AUX") or not _tells_past(root):
        return False
    if subject.pos_ == "PROPN" or subject.ent_type_ in ("PERSON", "ORG", "GPE"):
        return False
    entry = lexicon.kinds.noun_of(subject)
    return entry is None or entry.kind not in VOICES or (entry.human and subject.tag_ == "NNS")


def _tells_past(root: Token) -> bool:
    verbs = (root, *children(root, "aux", "auxpass"))
    return any(v.tag_ == "VBD" for v in verbs)
