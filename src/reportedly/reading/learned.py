"""Lines that a publisher repeats on page after page: an explicit file, made by `reportedly furniture learn` or by hand.

What is learned cuts whole paragraphs, of that publisher alone, and where it was seen: above the text, below it, or
anywhere. It is applied last, to articles of any format.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reportedly.errors import ReadError
from reportedly.reading.changes import find_corrections
from reportedly.reading.credits import Lead, read_close, read_lead
from reportedly.reading.detect import detect_language
from reportedly.reading.outlets import house_key
from reportedly.reading.published import resolve_dateline
from reportedly.records import Article, Furniture, FurnitureKind, Publisher, article_id

Place: TypeAlias = Literal["head", "tail", "any"]
PARAGRAPH_BREAK = "\n\n"
#: So many paragraphs from either end are head and tail; what was learned at an edge is looked for a little beyond it.
NEAR_EDGE = 12
WORDS = re.compile(r"[^\W\d_]+|\d+")
NUMBER = re.compile(r"\d+")


class LearnedLine(BaseModel):
    """One line that a publisher repeats.

    Attributes:
        publisher: Its domain, or its name where it has none.
        where: In the first or last paragraphs of a text, or anywhere.
        kind: What the line is cut as.
        text: Its words; capitals, punctuation and the digits of numbers do not count.
        articles: On how many articles it was seen; a line written by hand counts as one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    publisher: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    where: Place
    kind: FurnitureKind = "other"
    text: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2)]
    articles: Annotated[int, Field(ge=1)] = 1


class FurnitureMemory:
    """Learned lines, asked for by publisher.

    Args:
        lines: In any order.

    Attributes:
        lines: Sorted, so that the same knowledge is written as the same bytes.
    """

    def __init__(self, lines: Iterable[LearnedLine] = ()) -> None:
        self.lines = tuple(sorted(lines, key=_order))
        self._by_publisher: dict[str, dict[str, list[LearnedLine]]] = defaultdict(lambda: defaultdict(list))
        for line in self.lines:
            self._by_publisher[house_key(line.publisher)][line_key(line.text)].append(line)

    def of(self, publisher: Publisher | None) -> Mapping[str, list[LearnedLine]]:
        """Return what is known of a publisher, by `line_key`."""
        names = () if publisher is None else (publisher.domain, publisher.name)
        known = [self._by_publisher[key] for name in names if name and (key := house_key(name)) in self._by_publisher]
        return {} if not known else {key: lines for each in reversed(known) for key, lines in each.items()}

    def cut(self, article: Article) -> Article:
        """Cut what is known of an article's publisher from its text.

        Raises:
            ReadError: Nothing would be left.
        """
        known = self.of(article.publisher)
        paragraphs = article.text.split(PARAGRAPH_BREAK)
        found = [_found(text, at, of=len(paragraphs), known=known) for at, text in enumerate(paragraphs)]
        if not known or not any(found):
            return article
        kept = [text for text, line in zip(paragraphs, found, strict=True) if line is None]
        if not kept:
            raise ReadError(article.url or article.title or article.id, "holds nothing but its publisher's own lines")
        pieces = [
            Furniture(kind=line.kind, text=text, learned=line.articles)
            for text, line in zip(paragraphs, found, strict=True)
            if line is not None
        ]
        return _again(article, kept, pieces, is_opened=found[0] is not None, is_closed=found[-1] is not None)


@dataclass(frozen=True, slots=True)
class _Ends:
    """What stands before the first word of a text, and behind its last."""

    lead: Lead
    close: Lead


def line_key(text: str) -> str:
    """Return what two printings of one line share.

    >>> line_key("© 2024 Delta Mail.") == line_key("© 2025 DELTA MAIL")
    True
    """
    return " ".join(NUMBER.sub("0", word) for word in WORDS.findall(text.casefold())) or text


def _order(line: LearnedLine) -> tuple[str, ...]:
    return line.publisher, line.where, line.text, line.kind, str(line.articles)


def _found(text: str, at: int, *, of: int, known: Mapping[str, list[LearnedLine]]) -> LearnedLine | None:
    """Return the line that a paragraph is, seen where it stands."""
    places: set[Place] = {"any"}
    places |= {"head"} if at < NEAR_EDGE else set()
    places |= {"tail"} if at >= of - NEAR_EDGE else set()
    return next((line for line in known.get(line_key(text), ()) if line.where in places), None)


def _again(article: Article, kept: list[str], pieces: list[Furniture], *, is_opened: bool, is_closed: bool) -> Article:
    """Read the ends of a text that were not its ends before: dateline and credits may stand there."""
    ends = _Ends(
        lead=read_lead(kept[0]) if is_opened and article.dateline is None else Lead(rest=kept[0]),
        close=read_close(kept[-1], known=article.credits) if is_closed else Lead(rest=kept[-1]),
    )
    if ends.lead.cut:
        kept[0] = ends.lead.rest
    if ends.close.cut:
        kept[-1] = kept[-1][: len(kept[-1]) - len(ends.close.cut)].rstrip()
    marks = [Furniture(kind="credit", text=each.cut) for each in (ends.lead, ends.close) if each.cut]
    text = PARAGRAPH_BREAK.join(kept)
    return replace(
        _credited(article, ends),
        id=article_id(text, publisher=article.publisher),
        text=text,
        language=detect_language(text),
        furniture=(*article.furniture, *pieces, *marks),
        corrections=find_corrections(stated=article.corrections, cut=(piece.text for piece in pieces)),
    )


def _credited(article: Article, ends: _Ends) -> Article:
    own = house_key(article.publisher.name) if article.publisher else ""
    known = {own, *map(house_key, article.credits)}
    told = (*ends.lead.credit.agencies, *ends.close.credit.agencies)
    new = {house_key(name): name for name in reversed(told) if house_key(name) not in known}
    credit = ends.lead.credit
    dateline = article.dateline
    if credit.place or credit.date:
        dateline = resolve_dateline(credit.place, credit.date, article.published.candidates)
    authors = article.byline or (*credit.authors, *ends.close.credit.authors)
    return replace(article, credits=(*article.credits, *reversed(new.values())), dateline=dateline, byline=authors)
