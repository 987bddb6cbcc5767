"""Who speaks in a quotation, as far as the sentence around it tells."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reportedly.language.annotated import Quotation
from reportedly.language.lexicon import Lexicon


def quotation_of(token: Token, quotations: Sequence[Quotation]) -> Quotation | None:
    """Return the quotation that a token stands in."""
    return next((q for q in quotations if q.span[0] <= token.idx < q.span[1]), None)


def speaker_of(quotation: Quotation, doc: Doc, *, lexicon: Lexicon) -> Token | None:
    """Return the subject of the verb of speech beside a quotation, or None.

    The verb stands outside the quotation in a sentence that the quotation touches.
    """
    start, end = quotation.span
    near = doc.char_span(start, end, alignment_mode="expand")
    if near is None:
        return None
    first, last = doc[near.start].sent.start, doc[near.end - 1].sent.end
    outside = [t for t in doc[first:last] if not start <= t.idx < end]
    verbs = [t for t in outside if t.pos_ == "VERB" and t.lemma_ in lexicon.speech]
    verbs.sort(key=lambda t: min(abs(t.idx - end), abs(start - t.idx)))
    subjects = (c for verb in verbs for c in verb.children if c.dep_ == "nsubj" and not start <= c.idx < end)
    return next(subjects, None)
