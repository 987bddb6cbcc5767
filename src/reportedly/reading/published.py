"""When an article was published: candidates with evidence and score, the best chosen, conflicts told.

The scores stand in `codebook/reading/dates.yaml`. Nothing here asks what day it is.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache

from reportedly.reading.calendar import (
    date_in_address,
    date_in_number,
    day_of,
    find_date,
    nearest_day,
    parse_date,
    with_parts,
)
from reportedly.reading.codebook import date_book
from reportedly.records import DateCandidate, Dateline, Precision, Published

#: Candidates further apart contradict each other; zones and night work explain a single day.
TOLERANCE = timedelta(days=1)
UPDATE_LINE = "update line"
#: Longest line that can be a date line: its own shapes allow few words beside the date.
LONGEST_DATE_LINE = 160
SHOWN = 80


def candidate(value: str, *, kind: str, detail: str = "") -> DateCandidate:
    """Make a candidate with the score of its kind of evidence.

    Args:
        value: ISO 8601.
        kind: A key of `scores` in dates.yaml.
        detail: What distinguishes the evidence: a tag's name, the line as printed.
    """
    shown = detail if len(detail) <= SHOWN else detail[: SHOWN - 1] + "…"
    return DateCandidate(value=value, evidence=f"{kind} {shown}".strip(), score=date_book().scores[kind])


def from_text(text: str, *, kind: str, detail: str = "") -> DateCandidate | None:
    """Make a candidate from a field or tag; None when it holds no date."""
    value = parse_date(text)
    return None if value is None else candidate(value, kind=kind, detail=detail)


def from_address(url: str) -> DateCandidate | None:
    """Make a candidate from the date in an address."""
    found = date_in_address(url)
    return None if found is None else candidate(found.value, kind="address", detail=found.match[0].strip("/_-"))


def from_number(line: str) -> DateCandidate | None:
    """Make a candidate from an article number that holds a date."""
    found = date_in_number(line)
    return None if found is None else candidate(found.value, kind="article number", detail=line.strip())


def from_line(line: str, *, above_title: bool) -> DateCandidate | None:
    """Make a candidate from a line that holds a date and little else.

    Args:
        line: The whole line.
        above_title: Whether it stands above the headline: such a line may be the page's clock.
    """
    if len(line) > LONGEST_DATE_LINE:
        return None
    found = find_date(line)
    if found is None:
        return None
    start, end = found.match.span()
    for evidence, pattern in _line_patterns():
        if pattern.fullmatch(line[:start] + MARK + line[end:]):
            kind = ("page clock" if above_title else "published line") if evidence == "date line" else evidence
            return candidate(found.value, kind=kind, detail=f"“{line.strip()}”")
    return None


#: Stands for the date in a line while the line's shape is told: no text holds it.
MARK = "\x1a"


@cache
def _line_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    lines = date_book().lines
    return tuple((each.evidence, re.compile(with_parts(each.shape, {"DATE": MARK}), re.I)) for each in lines)


def resolve_dateline(place: str | None, words: str | None, candidates: Iterable[DateCandidate]) -> Dateline:
    """Make the dateline's record; a day without a year takes it from the best candidate, or stays unknown."""
    if not words:
        return Dateline(place=place)
    if full := parse_date(words.strip()):
        return Dateline(place=place, date=full[:10])
    best = max(candidates, key=lambda each: each.score, default=None)
    day = None if best is None else nearest_day(words, to=day_of(best.value))
    return Dateline(place=place, date=day.isoformat() if day else None)


def choose_date(candidates: Iterable[DateCandidate]) -> Published:
    """Choose the publication date.

    Args:
        candidates: In order of appearance; of equal scores, the first wins.
    """
    ranked = sorted(dict.fromkeys(candidates), key=lambda each: -each.score)
    if not ranked:
        return Published()
    days = [day_of(each.value) for each in ranked if not each.evidence.startswith(UPDATE_LINE)]
    best = ranked[0]
    return Published(
        value=best.value,
        precision=Precision.of_iso(best.value),
        evidence=best.evidence,
        conflict=bool(days) and max(days) - min(days) > TOLERANCE,
        candidates=tuple(ranked),
    )
