"""Texts with stretches marked in them: spans may nest and cross, so a text is cut at every end of one."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.records import Claim, Event, Report, Span, Standing


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked in a text.

    Attributes:
        id: Of the record, and what part of it this is.
        part: "content", "cue", "source", "trigger", "found".
        span: Where.
        standing: Of an event.
        record: The claim or event; None for a plain mark.
    """

    part: str
    span: Span
    id: str = ""
    standing: Standing | None = None
    record: Claim | Event | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that no mark begins or ends in.

    Attributes:
        text: The words.
        marks: What they are marked as, the longest first.
        begun: Those marks whose record shows here for the first time.
    """

    text: str
    marks: tuple[Mark, ...]
    begun: tuple[Mark, ...]

    @property
    def classes(self) -> str:
        """Return the names by which the style sheet knows the marks."""
        names = [name for mark in self.marks for name in (mark.part, mark.standing) if name is not None]
        return " ".join(dict.fromkeys(str(name) for name in names))


def mark_text(text: str, marks: Iterable[Mark], *, start: int = 0, end: int | None = None) -> list[Stretch]:
    """Return a part of a text, cut where marks begin and end; what of a mark lies outside is left out."""
    last = len(text) if end is None else min(end, len(text))
    inside = [mark for mark in marks if max(mark.span[0], start) < min(mark.span[1], last)]
    inside.sort(key=lambda mark: (mark.span[0], -mark.span[1], mark.id))
    ends = sorted({start, last, *(min(max(at, start), last) for mark in inside for at in mark.span)})
    shown: set[str] = set()
    stretches = []
    for first, behind in zip(ends, ends[1:], strict=False):
        over = tuple(mark for mark in inside if mark.span[0] < behind and first < mark.span[1])
        begun = tuple({mark.id: mark for mark in over if mark.id and mark.id not in shown}.values())
        shown |= {mark.id for mark in begun}
        stretches.append(Stretch(text[first:behind], over, begun))
    return stretches


def mark_sentence(text: str, *marked: Span) -> list[Stretch]:
    """Return a sentence with some stretches marked."""
    return mark_text(text, [Mark("trigger", span) for span in marked])


def report_marks(report: Report) -> list[Mark]:
    """Return all that a report marks in its article: what is claimed, by whom, and the words that name events."""
    marks = []
    for claim in report.claims:
        marks += [Mark("content", span, claim.id, record=claim) for span in claim.content]
        marks += [Mark("cue", span, claim.id, record=claim) for span in claim.cue]
        marks += [Mark("source", hop.span, claim.id, record=claim) for hop in claim.sources if hop.span is not None]
    for event in report.events:
        tellings = event.mentions or (event,)
        marks += [Mark("trigger", told.trigger, event.id, told.standing, event) for told in tellings]
    return marks
