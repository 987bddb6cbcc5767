"""Who speaks in a quotation, as far as the sentences around it tell."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reportedly.language.annotated import Quotation
from reportedly.language.lexicon import Lexicon


class Speakers:
    """The quotations of one text and their speakers.

    Args:
        doc: spaCy's analysis.
        quotations: Of the same text, in reading order.
        lexicon: The language room's words.
    """

    def __init__(self, doc: Doc, quotations: Sequence[Quotation], lexicon: Lexicon) -> None:
        self._doc, self._quotations, self._lexicon = doc, quotations, lexicon
        # spaCy puts the text together anew at every asking.
        self._text = doc.text
        self._starts = [q.span[0] for q in quotations]
        self._known: dict[int, Token | None] = {}

    def quotation_of(self, token: Token) -> int | None:
        """Return the number of the quotation that a token stands in."""
        number = bisect_right(self._starts, token.idx) - 1
        return number if number >= 0 and token.idx < self._quotations[number].span[1] else None

    def of_token(self, token: Token) -> Token | None:
        """Return the speaker of the quotation around a token, or of a remark without marks: "I left, he said"."""
        number = self.quotation_of(token)
        if number is None:
            return self._subject_of_speech([t for t in token.sent if t.i != token.i], (token.idx, token.idx + 1))
        return self.of_quotation(number)

    def of_quotation(self, number: int) -> Token | None:
        """Return the speaker of a quotation.

        1. The subject of the verb of speech beside it, in a sentence that it touches.
        2. Else the speaker of the quotation before, in the same paragraph or where that one was left open.
        """
        # From the first unknown one on: a text of a thousand quotations must not recurse a thousand deep.
        begin = number
        while begin > 0 and begin not in self._known:
            begin -= 1
        for at in range(begin, number + 1):
            if at not in self._known:
                self._known[at] = self._beside(at) or self._continued(at)
        return self._known[number]

    def _continued(self, number: int) -> Token | None:
        if number == 0:
            return None
        before, here = self._quotations[number - 1], self._quotations[number]
        between = self._text[before.span[1] : here.span[0]]
        goes_on = "\n" not in between or (not before.closed and not between.strip())
        return self._known[number - 1] if goes_on else None

    def _beside(self, number: int) -> Token | None:
        span = start, end = self._quotations[number].span
        near = self._doc.char_span(start, end, alignment_mode="expand")
        if near is None:
            return None
        first, last = self._doc[near.start].sent.start, self._doc[near.end - 1].sent.end
        return self._subject_of_speech([t for t in self._doc[first:last] if not start <= t.idx < end], span)

    def _subject_of_speech(self, outside: Sequence[Token], span: tuple[int, int]) -> Token | None:
        start, end = span
        verbs = [t for t in outside if t.pos_ in {"VERB", "AUX"} and t.lemma_ in self._lexicon.speech]
        verbs.sort(key=lambda t: min(abs(t.idx - end), abs(start - t.idx)))
        subjects = (c for v in verbs for c in v.children if c.dep_ == "nsubj" and not start <= c.idx < end)
        return next(subjects, None)
