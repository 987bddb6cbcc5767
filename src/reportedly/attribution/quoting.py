"""Which quotations a verb of saying takes, and whose a quotation without a verb is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from spacy.tokens import Token

from reportedly.attribution.lexicon import Complement
from reportedly.attribution.nearby import Nearby
from reportedly.attribution.proposals import Proposal
from reportedly.language.annotated import AnnotatedText, Quotation
from reportedly.language.phrases import sentence_span
from reportedly.records import Act, Span

#: After one of these marks, or at the head of a paragraph, a quotation is speech and not a borrowed word.
OPENERS = ',.:;?!—–…"”»'
#: How many characters may lie between a quotation and the sentence that introduces or closes it.
NEAR = 4
GAP = " \t,.:;—–-\n\r"
#: Behind a verb inside a quotation: whom it addresses, and a single mark that opens; then one that closes.
OPENED = re.compile(r"[^'‘’\"“”.?!;]{0,40}[,:\s]\s*['‘](?=\w)")
CLOSED = re.compile(r"(?<=[,.?!])['’](?!\w)")


def quotations_said(
    verb: Token, annotated: AnnotatedText, *, content: tuple[Span, ...], source: Span | None
) -> Iterator[Span]:
    """Yield the quotations that a verb of saying introduces, closes or interrupts."""
    low, high = sentence_span(verb)
    for quotation in annotated.quotations_in((low - NEAR - 1, high + NEAR + 1)):
        start, end = quotation.span
        if start <= verb.idx < end or _overlaps(quotation.span, content) or _within(quotation.span, source):
            continue
        inside = low <= start < high or low < end <= high
        if (inside and is_speech(annotated.article.text, quotation)) or (
            not content and _adjoins(annotated.article.text, quotation, (low, high))
        ):
            yield quotation.span


def quotation_within(verb: Token, annotated: AnnotatedText) -> Span | None:
    """Return what somebody quotes inside a quotation, as in “He told me, ‘Sign it,’ and left”.

    Only single marks inside double ones are read so; a mark inside a word is an apostrophe.
    """
    outer = annotated.quotation_at(verb.idx)
    if outer is None:
        return None
    begun = OPENED.match(annotated.article.text, verb.idx + len(verb), outer.inner[1])
    if begun is None:
        return None
    closed = CLOSED.search(annotated.article.text, begun.end(), outer.inner[1])
    return None if closed is None else (begun.end() - 1, closed.end())


def is_speech(text: str, quotation: Quotation) -> bool:
    """Tell speech from a borrowed word or a title by the mark before it and the number of its words."""
    before = _last_before(text, quotation.span[0])
    if before and before not in OPENERS + "\n\r":
        return False
    return len(text[slice(*quotation.inner)].split()) > 2 or text[quotation.inner[1] - 1] in ",.?!"


def _last_before(text: str, position: int) -> str:
    """Return the character before a position that is no blank; "" at the head of the text."""
    while position > 0 and text[position - 1] in " \t":
        position -= 1
    return text[position - 1 : position]


def _adjoins(text: str, quotation: Quotation, sentence: Span) -> bool:
    """Tell whether a quotation ends right before the verb's sentence, or begins after its colon."""
    start, end = quotation.span
    low, high = sentence
    if 0 <= low - end <= NEAR:
        return not text[end:low].strip(" ") and text[quotation.inner[1] - 1] in ",.?!"
    return 0 <= start - high <= NEAR and text[low:high].endswith(":") and not text[high:start].strip(GAP)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _within(span: Span, other: Span | None) -> bool:
    return other is not None and other[0] <= span[0] and span[1] <= other[1]


def hand_out_quotations(proposals: list[Proposal], annotated: AnnotatedText) -> list[Proposal]:
    """Give every free-standing quotation to the speaker who is running.

    A quotation that fills its sentences and that nobody introduces belongs to whoever spoke last: in the same
    paragraph, or in the paragraph before when that one ended in his words. Any other voice in between ends it.
    """
    out = sorted(proposals, key=lambda p: p.start)
    last_before = _last_speaker(out, annotated)
    # What is handed out below can claim no other quotation, as none overlaps another.
    near = Nearby(out, lambda p: p.content)
    for quotation in annotated.quotations:
        if _claimed(quotation, near.around(quotation.span)) or not _stands_free(quotation, annotated):
            continue
        speaker = _running(quotation, out, last_before(quotation.span[0]), annotated.article.text)
        if speaker is not None:
            out[speaker] = out[speaker].with_content(quotation.span)
    return out


def _last_speaker(proposals: list[Proposal], annotated: AnnotatedText) -> Callable[[int], int | None]:
    """Return what tells the index of the last proposal that speaks and has its cue before a position."""
    speaking = sorted((p.cue_head.idx, i) for i, p in enumerate(proposals) if _speaks(p, annotated))
    cues = [cue for cue, _ in speaking]
    last = list(accumulate((index for _, index in speaking), max))

    def before(position: int) -> int | None:
        count = bisect_left(cues, position)
        return last[count - 1] if count else None

    return before


def _claimed(quotation: Quotation, proposals: Iterable[Proposal]) -> bool:
    return any(_overlaps(quotation.span, p.content) and not _inside_quotation(p, quotation) for p in proposals)


def _inside_quotation(proposal: Proposal, quotation: Quotation) -> bool:
    return quotation.span[0] <= proposal.cue_head.idx < quotation.span[1]


def _stands_free(quotation: Quotation, annotated: AnnotatedText) -> bool:
    """Tell whether a quotation begins a sentence and ends one."""
    text = annotated.article.text
    before = _last_before(text, quotation.span[0])
    begins = not before or before in '\n\r.?!:"”»'
    return begins and (text[quotation.inner[1] - 1] in ".?!…" or not quotation.closed)


def _running(quotation: Quotation, proposals: list[Proposal], best: int | None, text: str) -> int | None:
    """Return the index of the last speaker before a quotation if his voice has not been broken off."""
    if best is None:
        return None
    end = max(e for _, e in (*proposals[best].content, *proposals[best].cue_spans))
    between = text[end : quotation.span[0]]
    paragraphs = between.count("\n\n") if "\n\n" in between else between.count("\n")
    if paragraphs == 0:
        return best
    return best if paragraphs == 1 and not between.strip(GAP + '"”»') else None


def _speaks(proposal: Proposal, annotated: AnnotatedText) -> bool:
    """Tell whether somebody is speaking in a proposal, and not inside a quotation of somebody else."""
    if Complement.QUOTATION not in proposal.cue.takes or proposal.cue.act is Act.THINK or proposal.source is None:
        return False
    return annotated.quotation_at(proposal.cue_head.idx) is None
