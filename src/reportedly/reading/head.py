"""The head of a page: headline told from clock lines, section labels, bylines and outlets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.reading.credits import Credit
from reportedly.reading.furniture import Where, find_cut
from reportedly.reading.lines import Line, same_words
from reportedly.reading.names import is_name_and_outlet, is_name_line, is_signed_in_capitals, split_names
from reportedly.reading.outlets import is_outlet_name
from reportedly.reading.published import from_line
from reportedly.reading.signatures import read_signature
from reportedly.records import DateCandidate, FurnitureKind

#: Labels above the headline are shorter; headlines of two words are rare and still win when they stand alone.
SHORTEST_HEADLINE = 3


@dataclass(slots=True)
class Head:
    """What stands above the prose.

    Attributes:
        title: The headline.
        kinds: For each line, what it was cut as; None for what stays in the body.
        outlets: Names of outlets that stand alone.
        credits: Bylines without "By".
        dates: Date lines.
    """

    title: str | None = None
    kinds: list[FurnitureKind | None] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)


def read_head(lines: Sequence[Line], *, title: str | None) -> Head:
    """Tell what the lines above the prose are.

    Args:
        lines: Those that nothing else has claimed.
        title: The headline, if it is known.
    """
    head = Head(title=title)
    at = _headline_index(lines, title)
    if at is not None:
        head.title = lines[at].text
    for index, line in enumerate(lines):
        if index == at:
            # The headline is no furniture, and no paragraph either: the layout leaves out the line that equals it.
            head.kinds.append(None)
        else:
            head.kinds.append(_read_line(line.text, head, above_title=at is not None and index < at, known=title))
    return head


def _headline_index(lines: Sequence[Line], title: str | None) -> int | None:
    """Find the headline: the first line of three words or more that is nothing else, or the only line."""
    if title is not None:
        return next((index for index, line in enumerate(lines) if same_words(line.text, title)), None)
    open_lines = [index for index, line in enumerate(lines) if not _is_apparatus(line.text)]
    long_enough = [index for index in open_lines if len(lines[index].text.split()) >= SHORTEST_HEADLINE]
    return next(iter([*long_enough, *open_lines]), None)


def _is_apparatus(text: str) -> bool:
    known = from_line(text, above_title=True) or find_cut(text, Where.HEAD) or read_signature(text)
    return bool(known) or is_outlet_name(text) or is_signed_in_capitals(text)


def _read_line(text: str, head: Head, *, above_title: bool, known: str | None) -> FurnitureKind | None:
    if signature := read_signature(text, below_title=not above_title):
        head.dates += signature.dates
        head.credits.append(signature.credit)
        return "byline" if signature.credit.authors else "credit"
    if date := from_line(text, above_title=above_title):
        head.dates.append(date)
        return "clock"
    if is_outlet_name(text):
        head.outlets.append(text)
        return "credit"
    if is_name_line(text) or is_name_and_outlet(text):
        named = split_names(text)
        # Behind a writer's name stands whose copy it is, not who carries it.
        head.credits.append(Credit(authors=named.authors, agencies=named.agencies))
        return "byline"
    if cut := find_cut(text, Where.HEAD):
        return cut.kind
    if above_title or len(text.split()) < SHORTEST_HEADLINE:
        return "section label"
    # A standfirst repeats the lead; on a page with metadata it may be the article's own first paragraph.
    return "other" if known is None else None
