"""From sets of tokens to the spans that a claim carries."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Span

#: Cut from the ends of content: a full stop, a comma or a dash belongs to the sentence around it (PolNeAR's usage).
EDGE_MARKS = ".,;:—–-…()[] \n\t\r"
QUOTES = "\"“”«»'‘’`"


def runs_of(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield the runs of neighbouring tokens, in reading order."""
    run: list[Token] = []
    for token in sorted(tokens, key=lambda token: token.i):
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def trim(text: str, span: Span) -> Span | None:
    """Cut marks and blanks off both ends of a span; None when no word is left.

    Closing marks of a quotation stay, and so does what stands inside them.
    """
    start, end = span
    while start < end and text[start] in EDGE_MARKS:
        start += 1
    while start < end and text[end - 1] in EDGE_MARKS:
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None


def content_spans(tokens: Iterable[Token], annotated: AnnotatedText, *, cue: Token) -> tuple[Span, ...]:
    """Return the spans of content, whole quotations included.

    A quotation that the content reaches into is taken whole, as the parser often cuts long ones into sentences; when
    the cue itself stands inside a quotation, the content stays inside it too.
    """
    text = annotated.article.text
    found: list[Span] = []
    for run in runs_of(token for token in tokens if not token.is_space):
        span = _with_quotations((run[0].idx, run[-1].idx + len(run[-1])), annotated, cue=cue)
        trimmed = None if span is None else trim(text, _balanced(text, span))
        if trimmed is not None:
            found.append(_with_single_marks(text, trimmed))
    return merged(found)


def _with_quotations(span: Span, annotated: AnnotatedText, *, cue: Token) -> Span | None:
    start, end = span
    for quotation in annotated.quotations_from(start):
        low, high = quotation.span
        if low >= end:
            break
        if high <= start:
            continue
        if low <= cue.idx < high:
            start, end = max(start, quotation.inner[0]), min(end, quotation.inner[1])
        elif start <= low < end or quotation.inner[0] >= start or _mostly_inside(span, quotation.span):
            start, end = min(start, low), max(end, high)
        elif start < high:
            start = high  # the tail of somebody's quotation before the narration begins
    return (start, end) if start < end else None


def _with_single_marks(text: str, span: Span) -> Span:
    """Take in the other mark of a quotation in single marks that the parser left outside: ‘We were slow’."""
    start, end = span
    if text[end - 1] == "’" and "‘" not in text[start:end] and text[start - 1 : start] == "‘":
        return start - 1, end
    if text[start] == "‘" and "’" not in text[start:end] and text[end : end + 1] == "’":
        return start, end + 1
    return span


def _mostly_inside(span: Span, quotation: Span) -> bool:
    shared = min(span[1], quotation[1]) - max(span[0], quotation[0])
    return shared * 2 > span[1] - span[0]


def _balanced(text: str, span: Span) -> Span:
    """Drop a lone quotation mark at an edge: it belongs to the words outside."""
    start, end = span
    inside = text[start:end].strip(EDGE_MARKS)
    marks = sum(inside.count(mark) for mark in '"“”«»')
    if marks % 2:
        if inside[-1:] in QUOTES:
            end = start + text[start:end].rstrip().rfind(inside[-1])
        elif inside[:1] in QUOTES:
            start = start + text[start:end].find(inside[0]) + 1
    return start, end


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join spans that overlap and return them in reading order."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def source_span(head: Token, text: str, *, without: Iterable[Token] = ()) -> Span | None:
    """Return the whole noun phrase under a source's head: appositions and relative clauses included."""
    banned = {token.i for token in without}
    kept = [token for token in head.subtree if token.i not in banned and not token.is_space]
    run = next((run for run in runs_of(kept) if any(token.i == head.i for token in run)), [])
    return trim(text, (run[0].idx, run[-1].idx + len(run[-1]))) if run else None


def cue_spans(tokens: Iterable[Token]) -> tuple[Span, ...]:
    """Return the spans of a cue's tokens."""
    return tuple((run[0].idx, run[-1].idx + len(run[-1])) for run in runs_of(tokens))
