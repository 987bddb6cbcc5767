"""What the lines of a page are: headline, dateline, credits, paragraphs, furniture.

The order: 1. lines that are furniture wherever they stand; 2. the prose, from its first line to its last; 3. the
opening of its lead; 4. the head above it; 5. the tail below it; 6. what ends the last paragraph. What is cut is kept
with its kind.
"""

import re
from collections.abc import Collection, Sequence

from reportedly.reading.calendar import find_date
from reportedly.reading.credits import Credit, Lead, read_close, read_credit_line, read_lead
from reportedly.reading.found import Layout
from reportedly.reading.furniture import Cut, Where, find_cut
from reportedly.reading.head import read_head
from reportedly.reading.lines import LONGEST_HEADLINE, Line, is_headline_shaped, is_prose, same_words
from reportedly.reading.marks import read_mark
from reportedly.reading.names import is_name_and_outlet, is_name_line, is_signed_in_capitals, signed_name, split_names
from reportedly.reading.notes import read_note
from reportedly.reading.outlets import is_outlet_name
from reportedly.reading.published import candidate, from_line, from_number
from reportedly.reading.signatures import Signature, read_signature
from reportedly.reading.tail import leftover_kind
from reportedly.records import Furniture, FurnitureKind

#: A heading that opens "everything to the end" counts only in the last third, unless no prose follows.
LATE = 2 / 3
#: Titles of linked articles are shorter than paragraphs.
LONGEST_LINK = 20
#: So many lines from either end are looked at: no report has more, and 100,000 lines cost no more than 2,000.
MOST_LINES = 1000
PUBLISHED = "published"
#: A town in capitals with its country, on a line of its own.
TOWN_ALONE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’' -]{2,30}, [A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ][a-zà-ÿ]+){0,2}")
#: Lines from the end among which a name alone may stand above a note on its bearer.
NEAR_END = 6


def lay_out(
    lines: Sequence[Line],
    *,
    title: str | None = None,
    authors: Collection[str] = (),
    other_titles: Collection[str] = (),
) -> Layout:
    """Tell what the lines of a page are.

    Args:
        lines: Its lines, repaired.
        title: The headline, where the page's metadata give it; else it is looked for above the prose.
        authors: Whom the page's metadata name.
        other_titles: Headlines that the metadata give besides: above the text they are no paragraphs either.
    """
    return _Reading(lines, title, authors, other_titles).layout()


class _Reading:
    """One pass over the lines of one page: `kinds` holds what each was cut as, or None."""

    def __init__(
        self, lines: Sequence[Line], title: str | None, authors: Collection[str], other_titles: Collection[str]
    ) -> None:
        self.lines = lines
        self.other_titles = other_titles
        self.known_title = title
        self.known_authors = authors
        self.kinds: list[FurnitureKind | None] = [None] * len(lines)
        self.lead: Lead | None = None
        self.close: Lead | None = None
        self.first = -1
        self.result = Layout(title=title)

    def layout(self) -> Layout:
        self._cut_everywhere()
        first, last = self._prose()
        self._read_lead(first, last)
        self._read_head(first)
        self._read_tail(last)
        self._read_close()
        self._collect()
        return self.result

    def _cut_everywhere(self) -> None:
        """Step 1: furniture, credit lines and article numbers, wherever they stand."""
        prose = [index for index, line in enumerate(self.lines) if is_prose(line.text)]
        first, last = (prose[0], prose[-1]) if prose else (0, -1)
        for index, line in enumerate(self.lines):
            if self.kinds[index] is not None or MOST_LINES <= index < len(self.lines) - MOST_LINES:
                continue
            signature = read_signature(line.text)
            if signature and signature.dates:
                self._take_signature(index, signature)
                continue
            find = find_cut if index < last else _find_cut
            cut, credit = find(line.text, Where.BODY), read_credit_line(line.text)
            # "AFP, Paris" above the text says whose copy it is, below a picture whose picture.
            # "By Ana Sitoe, photos by Rui Macamo" is a byline all the same.
            if cut and cut.kind == "caption" and 0 < index < first and not (credit and credit.authors):
                signature = read_signature(line.text, below_title=True)
                credit = signature.credit if signature else credit
            named = credit is not None and (credit.agencies or credit.authors)
            # "Source: Xinhua" looks like a caption's source too: the line that names whose copy it is says more.
            if credit and (named or not cut):
                self._take_credit(index, credit, kind=cut.kind if cut and cut.kind != "caption" else None)
            elif cut:
                self._cut_with_followers(index, cut.kind, cut.opens)
            elif number := from_number(line.text):
                self.result.dates.append(number)
                self.kinds[index] = "article number"

    def _cut_with_followers(self, index: int, kind: FurnitureKind, opens: str) -> None:
        self.kinds[index] = kind
        for after in range(index + 1, len(self.lines)):
            text = self.lines[after].text
            one_paragraph = opens == "next" and after == index + 1
            link = opens == "links" and len(text.split()) <= LONGEST_LINK and not text.endswith((".", ".”", '."'))
            if not (one_paragraph or link or (opens == "rest" and index >= LATE * len(self.lines))):
                break
            # A link list that runs into a box of another kind, an article number or a credit ends there.
            ended = link and (find_cut(text, Where.TAIL) or from_number(text) or read_credit_line(text))
            if self.kinds[after] is None and not ended:
                self.kinds[after] = kind

    def _take_credit(self, index: int, credit: Credit, *, kind: FurnitureKind | None = None) -> None:
        self.result.credits.append(credit)
        # "First published in Karst Weekly, May 3rd, 2025" dates the copy too.
        if PUBLISHED in (text := self.lines[index].text).lower() and (day := find_date(text)):
            self.result.dates.append(candidate(day.value, kind="published line", detail=f"“{text}”"))
        self.kinds[index] = kind or ("byline" if credit.authors and not credit.agencies else "credit")

    def _take_signature(self, index: int, signature: Signature) -> None:
        self.result.dates += signature.dates
        self.result.credits.append(signature.credit)
        self.kinds[index] = "byline" if signature.credit.authors else "credit"

    def _prose(self) -> tuple[int, int]:
        """Step 2: where the prose begins and ends; a page without any is prose as a whole, but for its headline."""
        left = [index for index, kind in enumerate(self.kinds) if kind is None]
        prose = [index for index in left if is_prose(self.lines[index].text)]
        if prose and prose[0] == left[0] and self._opens_with_headline(left, prose):
            prose = prose[1:]
        while len(prose) > 1 and self._closes(prose[-1]):
            prose.pop()
        while len(prose) > 1 and (
            find_cut(self.lines[prose[0]].text, Where.HEAD) or self._is_dateline(prose[0], prose[1])
        ):
            prose.pop(0)
        if prose:
            return prose[0], prose[-1]
        if len(left) > 1 and self.known_title is None and is_headline_shaped(self.lines[left[0]].text):
            left = left[1:]
        return (left[0], left[-1]) if left else (0, -1)

    def _closes(self, index: int) -> bool:
        """Whether a line that reads like prose closes the article instead: a notice, a note, a mark, a signature."""
        text = self.lines[index].text
        cut = _find_cut(text, Where.TAIL) or self._note(index)
        return bool(cut or self._signer(index)) or read_mark(text, known=self.result.agencies) is not None

    def _opens_with_headline(self, left: list[int], prose: list[int]) -> bool:
        """Whether the first line reads like prose and still is the headline: "Who shot at the ferry near Mwanza?"."""
        alone = len(left) > 1 and self.lines[left[0]].block != self.lines[left[1]].block
        if len(prose) < 2 or not alone:
            return False
        first, second = self.lines[prose[0]].text, self.lines[prose[1]].text
        # A dateline below it leaves no doubt, even where the headline ends in a full stop.
        return is_headline_shaped(first) or (len(first.split()) <= LONGEST_HEADLINE and bool(read_lead(second).cut))

    def _read_lead(self, first: int, last: int) -> None:
        """Step 3: dateline and credits that open the first paragraph; they stand nearest the reader."""
        if first > last:
            return
        self.first, self.lead = first, read_lead(self.lines[first].text)
        self._join_dateline(first)
        credit = self.lead.credit
        # "AFP Bamako" may stand on a line of its own, above.
        lines = (line for line in self.result.credits if line.place)
        sent = credit if credit.place or credit.date else next(lines, credit)
        self.result.credits.insert(0, credit)
        self.result.place, self.result.date = sent.place, sent.date

    def _join_dateline(self, first: int) -> None:
        """Read a dateline that stands on a line of its own above the lead: "BAKU, Azerbaijan, May 3. Trend:"."""
        if first > 0 and self.kinds[first - 1] is None and self._is_dateline(first - 1, first):
            self.kinds[first - 1] = "credit"
            lead = self.lines[first].text
            self.lead = Lead(rest=lead, credit=self._joined(first - 1, first).credit)

    def _is_dateline(self, above: int, first: int) -> bool:
        joined = self._joined(above, first)
        return bool(joined.cut) and joined.rest == self.lines[first].text

    def _joined(self, above: int, first: int) -> Lead:
        """Read the lead with the line above it put before it; "BURSA, Türkiye" needs the dash that it lacks there."""
        line, lead = self.lines[above].text, self.lines[first].text
        mark = " —" if TOWN_ALONE.fullmatch(line) and not is_signed_in_capitals(line) else ""
        joined = read_lead(f"{line}{mark} {lead}")
        return joined if joined.cut == line + mark else Lead(rest=lead)

    def _read_head(self, first: int) -> None:
        """Step 4: the headline, bylines, outlets and date lines above the prose."""
        above = [index for index in range(first) if self.kinds[index] is None]
        head = read_head([self.lines[index] for index in above], title=self.known_title)
        self.result.title = self.known_title or head.title
        self.result.outlets += head.outlets
        self.result.dates += head.dates
        self.result.credits += head.credits
        for index, kind in zip(above, head.kinds, strict=True):
            self.kinds[index] = kind

    def _read_tail(self, last: int) -> None:
        """Step 5: what stands below the prose: date lines, links without a heading, the names of those credited."""
        for index in range(last + 1, len(self.lines)):
            text = self.lines[index].text
            if self.kinds[index] is not None:
                continue
            if cut := _find_cut(text, Where.TAIL):
                self._cut_with_followers(index, cut.kind, cut.opens)
            elif (agencies := read_mark(text, known=self.result.agencies)) is not None:
                self._take_credit(index, Credit(agencies=agencies))
            elif signature := read_signature(text, known=self.result.agencies):
                self._take_signature(index, signature)
            elif date := from_line(text, above_title=False):
                self.result.dates.append(date)
                self.kinds[index] = "clock"
            elif credit := read_credit_line(text, known=self.result.agencies):
                self._take_credit(index, credit)
            else:
                self._read_leftover(index)

    def _read_close(self) -> None:
        """Step 6: credits and end marks behind the last full stop."""
        last = max((index for index, kind in enumerate(self.kinds) if kind is None), default=None)
        if last is not None:
            close = read_close(self.lines[last].text, known=self.result.agencies)
            self.result.credits.append(close.credit)
            self.close = close if close.cut else None

    def _read_leftover(self, index: int) -> None:
        text, above = self.lines[index].text, self.lines[index - 1].text
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        if text in self.result.agencies or text in self.result.authors:
            self.kinds[index] = "credit"
        elif is_outlet_name(text):
            self._take_credit(index, Credit(agencies=(text,)))
        elif is_name_and_outlet(text):
            named = split_names(text)
            self._take_credit(index, Credit(authors=named.authors, agencies=named.agencies))
        elif name := self._signer(index):
            self._take_credit(index, Credit(authors=(name,)))
        else:
            self.kinds[index] = self._note(index) or leftover_kind(above, text, below)

    def _signer(self, index: int) -> str | None:
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        return signed_name(self.lines[index - 1].text if index else "", self.lines[index].text, below)

    def _note(self, index: int) -> FurnitureKind | None:
        """Tell a note on one of those who made the article; a name on a line of its own near the end is a writer's."""
        near = (line.text for line in self.lines[max(len(self.lines) - NEAR_END, 1) :])
        writers = (*self.result.authors, *self.known_authors, *filter(is_name_line, near))
        return read_note(self.lines[index].text, authors=writers, houses=self.result.agencies)

    def _collect(self) -> None:
        """Gather the paragraphs and the furniture in reading order."""
        kept = [index for index, kind in enumerate(self.kinds) if kind is None]
        for index, (line, kind) in enumerate(zip(self.lines, self.kinds, strict=True)):
            if kind is not None:
                self.result.furniture.append(Furniture(kind=kind, text=line.text))
            elif index == self.first or self.result.paragraphs or not self._is_title(line.text):
                self._collect_paragraph(line.text, is_lead=index == self.first, is_last=index == kept[-1])

    def _collect_paragraph(self, text: str, *, is_lead: bool, is_last: bool) -> None:
        if is_lead and self.lead and self.lead.cut:
            self.result.furniture.append(Furniture(kind="credit", text=self.lead.cut))
            text = self.lead.rest
        if not self.result.paragraphs:
            self.result.above = len(self.result.furniture)
        close = self.close if is_last and self.close else Lead(rest=text)
        self.result.paragraphs.append(text[: len(text) - len(close.cut)].rstrip() if close.cut else text)
        if close.cut:
            self.result.furniture.append(Furniture(kind="credit", text=close.cut))

    def _is_title(self, text: str) -> bool:
        return any(title is not None and same_words(text, title) for title in (self.result.title, *self.other_titles))


def _find_cut(text: str, where: Where) -> Cut | None:
    """Find a cut; "They reopen in May. (Reuters/AFP)" ends a report, "A dam at Tete. (Ana Sitoe/AFP)" is a caption."""
    cut = find_cut(text, where)
    return None if cut and cut.kind == "caption" and "/" in read_close(text).cut else cut
