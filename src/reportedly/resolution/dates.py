"""Finds the times that a text names and resolves them against the article's date.

Order of work: (1) phrases by pattern; (2) each to an interval by its rule, left to right, so that "two years earlier"
can lean on the date before it; (3) "since" and "until" open one side; (4) "from … to …" joins two; (5) times of day
join the day beside them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import partial

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Date, Precision, Span
from reportedly.resolution.date_lexicon import DateLexicon, Pattern, date_lexicon
from reportedly.resolution.date_rules import Outlook, Setting, Words
from reportedly.resolution.intervals import EARLIEST, LATEST, Interval
from reportedly.resolution.plain_text import plain
from reportedly.resolution.quantity_lexicon import quantity_lexicon
from reportedly.resolution.tense import outlook_of
from reportedly.resolution.token_index import TokenIndex

#: Groups of a pattern that find the phrase and do not belong to it.
LEADS = ("lead", "lead2")
#: How much text before a phrase is looked at for "ahead of", "since", "from".
LEAD_LENGTH = 60
OPENER = re.compile(r"\b(since|until|till)(?: at least| about| around)?(?: the)? $", re.IGNORECASE)
RANGE_LEAD = re.compile(r"\b(?P<word>from|between) (?:the )?$", re.IGNORECASE)
#: What joins two times, by the word before the first; None when there is no such word.
RANGE_LINKS: dict[str | None, re.Pattern[str]] = {
    "from": re.compile(r",? (?:to|until|till|through|up to) (?:the )?\Z|\s?[-–]\s?\Z", re.IGNORECASE),
    "between": re.compile(r" and (?:the )?\Z", re.IGNORECASE),
    None: re.compile(r" (?:to|through) \Z|\s?[-–]\s?\Z", re.IGNORECASE),
}
ONWARDS = re.compile(r" (?:onwards?|to the present)\b|,? and (?:beyond|onwards?)\b", re.IGNORECASE)
#: Rules whose phrases mean another day when read from another one.
OPEN = frozenset({"day", "day_of_month", "month", "season", "weekday"})
TIME_LINK = re.compile(r",? (?:on )?(?:the )?\Z|,? at \Z|, \Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A time phrase by its pattern, before it is resolved."""

    span: Span
    pattern: Pattern
    words: Words


@dataclass(frozen=True, slots=True)
class _Placed:
    """A time on the calendar; a moment has its time of day as ISO 8601 with minutes."""

    span: Span
    interval: Interval
    phrase: _Phrase
    moment: datetime | None = None


def find_dates(annotated: AnnotatedText) -> tuple[Date, ...]:
    """Return the times that a text names, in reading order.

    A bare weekday is the latest such day up to the article's, unless the verb that governs it points ahead; then it is
    the next one. Without a publication date only absolute times are placed, the others keep their words.

    Args:
        annotated: The text; `article.published.value` is the day that relative phrases start from.
    """
    finder = _Finder(annotated)
    placed = finder.with_times(finder.joined(tuple(finder.placed())))
    return tuple(_record(found, annotated.article.text) for found in placed)


class _Finder:
    """One text being searched: what every step needs."""

    def __init__(self, annotated: AnnotatedText) -> None:
        self._text = plain(annotated.article.text)
        self._lexicon: DateLexicon = date_lexicon()
        self._tokens = TokenIndex(annotated.doc)
        self._today = _day_of(annotated.article.published.value)
        self._times = tuple(self._lexicon.times.finditer(self._text))
        no_dates = (*self._times, *self._lexicon.names.finditer(self._text))
        self._taken = {position for match in no_dates for position in range(*match.span())}

    def placed(self) -> Iterator[_Placed]:
        """Resolve the phrases left to right."""
        anchor: date | None = None
        anchor_day: date | None = None
        for phrase in self._phrases():
            outlook = partial(self._outlook, phrase.span)
            interval = phrase.pattern.rule(phrase.words, Setting(self._today, anchor, outlook, anchor_day))
            if interval is not None:
                if interval.start is not None:
                    anchor, anchor_day = interval.start, interval.start if interval.precision is Precision.DAY else None
                yield self._opened(_Placed(phrase.span, interval, phrase))

    def _phrases(self) -> Iterator[_Phrase]:
        position = 0
        while (match := self._lexicon.scan.search(self._text, position)) is not None:
            position = match.end()
            pattern = self._lexicon.patterns[int((match.lastgroup or "r0")[1:])]
            inner = pattern.regex.match(self._text, match.start())
            if inner is None or match.end() - 1 in self._taken:
                continue
            start = next((inner.end(lead) + 1 for lead in LEADS if inner.groupdict().get(lead)), inner.start())
            if not self._is_something_else((start, inner.end()), pattern):
                yield _Phrase((start, inner.end()), pattern, self._lexicon.words_of(inner))

    def _is_something_else(self, span: Span, pattern: Pattern) -> bool:
        if self._text[span[0] : span[1]].isdigit():
            return self._counts_something(span)
        return pattern.before != "noun" and self._is_part_of_name(span, pattern)

    def _is_part_of_name(self, span: Span, pattern: Pattern) -> bool:
        """Tell "April Jones", "the Good Friday Agreement" and "the Christmas market" from times."""
        token = self._tokens.at(span[1] - 1)
        if token.dep_ not in ("compound", "nmod", "amod") or token.head.i <= token.i:
            return False
        return pattern.before == "no noun" or token.nbor(1).is_title

    def _counts_something(self, span: Span) -> bool:
        """Tell "2000 protesters", "Resolution 1973" from "the 2019 protests" and "in 2019 protests"."""
        if quantity_lexicon().numbered_before.search(self._text[max(0, span[0] - LEAD_LENGTH) : span[0]]):
            return True
        token = self._tokens.at(span[0])
        if token.i > 0 and token.nbor(-1).dep_ == "prep":
            return False
        if token.dep_ != "nummod" or token.head.tag_ not in ("NNS", "NNPS"):
            return False
        return not any(child.dep_ in ("det", "poss") for child in token.head.children)

    def _outlook(self, span: Span) -> Outlook | None:
        before = self._text[max(0, span[0] - LEAD_LENGTH) : span[0]]
        opener = OPENER.search(before)
        if opener is not None and opener.group(1).lower() == "since":
            return "past"
        if self._lexicon.leads.search(before):
            return "ahead"
        if self._text[span[0] : span[1]].lower().startswith("in ") and self._lexicon.ranks.search(before):
            return None
        return outlook_of(self._tokens.head(span), self._lexicon.tense)

    def _opened(self, placed: _Placed) -> _Placed:
        """Let "since" and "until" before a time, or "onwards" behind it, open one side."""
        start = placed.span[0]
        if (behind := ONWARDS.match(self._text, placed.span[1])) is not None:
            interval = Interval(placed.interval.start, None, Precision.RANGE)
            return replace(placed, span=(start, behind.end()), interval=interval)
        lead = OPENER.search(self._text, max(0, start - LEAD_LENGTH), start)
        if lead is None:
            return placed
        interval = placed.interval
        if lead.group(1).lower() == "since":
            opened = Interval(interval.start, None, Precision.RANGE)
        else:
            opened = Interval(None, interval.end, Precision.RANGE)
        return replace(placed, span=(lead.start(), placed.span[1]), interval=opened)

    def joined(self, placed: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        """Join "from March to May 2024" into one time."""
        result: list[_Placed] = []
        for current in placed:
            joined = self._joined(result[-1], current) if result else None
            if joined is None:
                result.append(current)
            else:
                result[-1] = joined
        return tuple(result)

    def _joined(self, first: _Placed, second: _Placed) -> _Placed | None:
        before = self._text[max(0, first.span[0] - LEAD_LENGTH) : first.span[0]]
        lead = RANGE_LEAD.search(before)
        link = RANGE_LINKS[lead and lead.group("word").lower()]
        between = link.match(self._text[first.span[1] : second.phrase.span[0]])
        if between is None or second.interval.end is None or self._lexicon.moves.search(before):
            return None
        start = self._start_before(second.interval.end, first)
        if start is None:
            return None
        interval = Interval(start, second.interval.end, Precision.RANGE)
        span = first.span[0] - (len(before) - lead.start() if lead else 0), second.span[1]
        return replace(second, span=span, interval=interval)

    def _start_before(self, end: date, first: _Placed) -> date | None:
        """Return where a range begins that ends on a day: "from 28 December to 3 January" spans two years.

        A phrase that names its own year, or counts from today, stays where it is.
        """
        last_day = end - timedelta(days=1)
        setting = Setting(last_day, None, lambda: "past")
        again = (
            first.phrase.pattern.rule(first.phrase.words, setting)
            if first.phrase.pattern.rule.__name__ in OPEN
            else None
        )
        start = first.interval.start if again is None else again.start
        return start if start is not None and start < end else None

    def with_times(self, placed: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        """Give each time of day its day: the one beside it, else the article's."""
        starts = [p.span[0] for p in placed]
        taken: set[int] = set()
        moments: list[_Placed] = []
        for match in self._times:
            at = bisect_right(starts, match.start())
            near = (i for i in (at - 1, at) if 0 <= i < len(placed) and i not in taken)
            partner = next((i for i in near if self._beside(match.span(), placed[i])), None)
            moments.append(self._timed(match, None if partner is None else placed[partner]))
            taken |= set() if partner is None else {partner}
        days = (p for i, p in enumerate(placed) if i not in taken)
        return tuple(sorted((*days, *moments), key=lambda p: p.span))

    def _beside(self, span: Span, placed: _Placed) -> bool:
        gap = self._text[span[1] : placed.span[0]] if span[0] < placed.span[0] else self._text[placed.span[1] : span[0]]
        return len(gap) < 12 and placed.interval.precision is Precision.DAY and TIME_LINK.match(gap) is not None

    def _timed(self, match: re.Match[str], partner: _Placed | None) -> _Placed:
        words = self._lexicon.words_of(match)
        day = self._today if partner is None else partner.interval.start
        spans = [match.span()] if partner is None else sorted((match.span(), partner.span))
        phrase = _Phrase(match.span(), self._lexicon.patterns[0], words)
        moment = None if day is None else _moment(day, words)
        return _Placed((spans[0][0], spans[-1][1]), Interval(day, None, Precision.MINUTE), phrase, moment)


def _moment(day: date, words: Words) -> datetime:
    """Return the moment; a zone only where the words give one, for the article's own is the web site's."""
    hour = int(words.get("hour2") or words.get("hour3") or words.get("noon") or 0)
    if "hour" in words:
        hour = int(words["hour"] or 0) % 12 + int(words.get("meridiem") or 0)
    minute = int(words.get("minute") or words.get("minute2") or words.get("minute3") or 0)
    offset = words.get("zone")
    zone = timezone(timedelta(minutes=offset)) if isinstance(offset, int) else None
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def _day_of(published: str | None) -> date | None:
    """Return the article's day as printed; a month or a year alone places no weekday."""
    if published is None or len(published) < 10:
        return None
    day = date.fromisoformat(published[:10])
    return day if EARLIEST <= day < LATEST else None


def _record(placed: _Placed, text: str) -> Date:
    words, span = text[placed.span[0] : placed.span[1]], placed.span
    interval = placed.interval
    if placed.moment is not None:
        after = placed.moment + timedelta(minutes=1)
        start, end = (moment.isoformat(timespec="minutes") for moment in (placed.moment, after))
        return Date(start=start, end=end, precision=Precision.MINUTE, text=words, span=span)
    start_day, end_day = (None if day is None else day.isoformat() for day in (interval.start, interval.end))
    return Date(start=start_day, end=end_day, precision=interval.precision, text=words, span=span)
