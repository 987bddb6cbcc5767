"""The dateline that opens a text: texts taken verbatim still have theirs ("GAZA CITY (AFP) - Shells hit …")."""

from dataclasses import dataclass
from itertools import islice

from reportedly.reading.credits import read_lead
from reportedly.records import Article

#: A dateline opens the lead, which stands first or below the headline.
LINES = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline where it stands.

    Attributes:
        place: Where the report was sent from, as printed.
        end: Where the report's own words begin, in characters of the text.
    """

    place: str
    end: int


def dateline_in(text: str) -> Opening | None:
    """Return the dateline that still stands in a text, or None."""
    start = 0
    lines: list[tuple[int, str]] = []
    for line in islice(text.splitlines(keepends=True), 2 * LINES):
        lines.append((start, line.rstrip()))
        start += len(line)
    for start, line in [pair for pair in lines if pair[1]][:LINES]:
        lead = read_lead(line)
        if lead.credit.place is not None and line.endswith(lead.rest):
            return Opening(lead.credit.place, start + len(line) - len(lead.rest))
    return None


def dateline_place(article: Article) -> str | None:
    """Return where a report was sent from: as its reader found it, else as the text's own dateline has it."""
    if article.dateline is not None:
        return article.dateline.place
    opening = dateline_in(article.text)
    return None if opening is None else opening.place
