"""What was changed after publication: notes of correction, and the moment of the last change."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from reportedly.reading.codebook import CorrectionLine, correction_lines
from reportedly.reading.furniture import reports_speech

#: Notes run to a few sentences.
LONGEST_NOTE = 700
#: No article has more; hostile pages do.
MOST_NOTES = 20
#: A page is written a moment after it is published, and nothing has changed.
SAME_MOMENT_SECONDS = 60


def find_corrections(
    *, cut: Iterable[str], paragraphs: Iterable[str] = (), stated: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the notes on what was changed, as printed, each once, in reading order.

    Args:
        cut: What was cut from the page.
        paragraphs: The text; only the plainest notes count there.
        stated: What the page's metadata say are notes.
    """
    notes = [text[:LONGEST_NOTE] for text in stated]
    notes += [text for text in cut if is_note(text, in_text=False)]
    notes += [text for text in paragraphs if is_note(text, in_text=True)]
    return tuple(dict.fromkeys(notes))[:MOST_NOTES]


def is_note(text: str, *, in_text: bool) -> bool:
    """Whether a line says that the article was corrected, completed or updated."""
    if len(text) > LONGEST_NOTE or (in_text and reports_speech(text)):
        return False
    return any(pattern.fullmatch(text) for line, pattern in _patterns() if line.anywhere or not in_text)


def last_change(values: Iterable[str], *, published: str | None) -> str | None:
    """Return the latest of several moments of change; None where none of them lies after the publication.

    Args:
        values: ISO 8601, days or moments.
        published: The same; None when unknown.
    """
    later = [value for value in values if published is None or _is_later(value, published)]
    return max(later, key=_moment, default=None)


def _is_later(value: str, published: str) -> bool:
    # A day and a moment of it are one time: which came first, nobody can tell.
    if len(value) == len("2025-05-04") or len(published) == len("2025-05-04"):
        return value[:10] > published[:10]
    return (_moment(value) - _moment(published)).total_seconds() > SAME_MOMENT_SECONDS


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    # Without a zone a moment is taken for Greenwich's, so that all can be compared.
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def _patterns() -> tuple[tuple[CorrectionLine, re.Pattern[str]], ...]:
    return tuple((line, re.compile(line.line, re.I)) for line in correction_lines())
