"""Marks words within a text: by style where there is colour, by signs where there is none."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.text import Text

from reportedly.records import Claim, Span
from reportedly.wording.printable import printable


@dataclass(frozen=True, slots=True)
class Pen:
    """One way to mark words.

    Attributes:
        style: With colour.
        opening: Without: the sign before the words.
        closing: And the one after them.
    """

    style: str
    opening: str
    closing: str


TRIGGER = Pen("bold reverse", "«", "»")
CONTENT = Pen("green", "«", "»")
INNER = Pen("green underline", "«", "»")
SOURCE = Pen("bold cyan", "[", "]")
CUE = Pen("bold yellow", "<", ">")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark: a span of the article and the pen for it."""

    span: Span
    pen: Pen


def sentence_text(text: str, sentence: Span, trigger: Span, *, colour: bool, pen: Pen = TRIGGER) -> Text:
    """Return a sentence of the article with its trigger marked.

    Args:
        text: The article's text.
        sentence: The span to show.
        trigger: The span to mark; what lies outside the sentence is not shown.
        colour: Whether to mark by style or by signs.
        pen: How to mark.
    """
    return marked_text(text, sentence, [Mark(trigger, pen)], colour=colour)


def claim_marks(claims: Iterable[Claim]) -> list[Mark]:
    """Return the marks of a reading view: contents first, so that sources and cues inside them stay visible."""
    gathered = list(claims)
    outer = [Mark(span, CONTENT) for claim in gathered if claim.parent is None for span in claim.content]
    inner = [Mark(span, INNER) for claim in gathered if claim.parent is not None for span in claim.content]
    contents = [*outer, *inner]
    sources = [Mark(hop.span, SOURCE) for claim in gathered for hop in claim.sources if hop.span is not None]
    cues = [Mark(span, CUE) for claim in gathered for span in claim.cue]
    return list(dict.fromkeys([*contents, *sources, *cues]))


def marked_text(text: str, shown: Span, marks: list[Mark], *, colour: bool, keep_lines: bool = False) -> Text:
    """Return a stretch of the article with marks in it.

    Args:
        text: The article's text.
        shown: The stretch to show.
        marks: Later ones lie over earlier ones.
        colour: Whether to mark by style or by signs.
        keep_lines: Whether line breaks stay.
    """
    start, end = shown
    stretch = printable(text[start:end], keep_lines=keep_lines)
    inside = [clipped for mark in marks if (clipped := _clip(mark, shown)) is not None]
    if not colour:
        return Text(_with_signs(stretch, inside))
    result = Text(stretch)
    for mark in inside:
        result.stylize(mark.pen.style, *mark.span)
    return result


def _clip(mark: Mark, shown: Span) -> Mark | None:
    start, end = max(mark.span[0], shown[0]) - shown[0], min(mark.span[1], shown[1]) - shown[0]
    return Mark((start, end), mark.pen) if start < end else None


def _with_signs(stretch: str, marks: list[Mark]) -> str:
    # A wide span opens before a narrow one at the same place and closes after it, so that signs nest.
    ordered = sorted(marks, key=lambda mark: (mark.span[0], -mark.span[1]))
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for mark in ordered:
        opened[mark.span[0]] = opened.get(mark.span[0], "") + mark.pen.opening
        closed[mark.span[1]] = mark.pen.closing + closed.get(mark.span[1], "")
    places = sorted({0, len(stretch), *opened, *closed})
    pieces = [stretch[here:there] for here, there in zip(places, [*places[1:], len(stretch)], strict=True)]
    return "".join(
        closed.get(place, "") + opened.get(place, "") + piece for place, piece in zip(places, pieces, strict=True)
    )
