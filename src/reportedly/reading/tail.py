"""What stands below the prose and no rule of wording names: ends of lists, lost full stops, signatures, links."""

import re
from collections.abc import Sequence

from reportedly.reading.credits import read_close
from reportedly.reading.furniture import reports_speech
from reportedly.reading.lines import OPENING_QUOTES, SENTENCE_END, is_prose
from reportedly.records import FurnitureKind

#: Trailing lines longer than this are kept: a last paragraph may have lost its full stop.
LONGEST_LEFTOVER = 14
SHORTEST_LINK = 4
BULLETS = "-–—•*·▪►"
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ")
#: "Frelimo: 44 seats", "Ana Sitoe, 34", "May 3: the road is cut": one such line is a label, two below each other are
#: a table.
ENTRY = re.compile(r"[^:]{1,40}: \S.*|[^\W\d_][^.!?:]{1,40}[ ,]\d[\d,.]*%?")
#: "Two wards stay shut. More soon": a sentence, and behind it what no rule knows.
SENTENCE_BEFORE = re.compile(r"(?:\S+ ){2,}\S*\w{2}[.!]['’\"”»)]* \S.{0,60}\Z")


def leftover_kind(above: str, line: str, below: str) -> FurnitureKind | None:
    """Tell what a line below the prose is cut as; None for text that belongs to the article.

    Args:
        above: The line above it, whatever that is.
        line: The line, claimed by no rule.
        below: The line below it; empty at the end.
    """
    if _is_text(line, below) or _is_listed(above, line, below):
        return None
    words = len(line.split())
    if words > LONGEST_LEFTOVER or is_prose(read_close(line).rest) or SENTENCE_BEFORE.match(line):
        return None
    return "related links" if words >= SHORTEST_LINK else "navigation"


def _is_text(line: str, below: str) -> bool:
    # "“We will rebuild,” she said" lost its full stop; "Rand slips, bank says" is the title of a link.
    quotes = line.startswith(OPENING_QUOTES) and reports_speech(line)
    opens_list = line.endswith(":") and below.startswith(tuple(BULLETS))
    return quotes or opens_list or SENTENCE_END.search(line) is not None


def _is_listed(above: str, line: str, below: str) -> bool:
    if line[0] in BULLETS or NUMBERED.match(line):
        return True
    neighbours: Sequence[str] = [each for each in (above, below) if each and not is_prose(each)]
    return ENTRY.fullmatch(line) is not None and any(ENTRY.fullmatch(each) for each in neighbours)
