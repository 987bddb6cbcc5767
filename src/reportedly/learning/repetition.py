"""Which lines of many pages are repeated, at which edge of the text, and on how many different stories."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from pydantic import BaseModel, ConfigDict

from reportedly.reading.furniture import reports_speech
from reportedly.reading.learned import Place
from reportedly.reading.lines import is_prose
from reportedly.resources import load_model

#: Of a line's places, so many must lie at one edge of the text.
AT_EDGE = 0.8
#: Two pages that share so much of their middle tell one story.
SAME_STORY = 0.6
#: A sentence that shares so many of its longer words with the text around it belongs to it.
SHARED = 0.25
#: Words of fewer letters are everywhere.
LONG_WORD = 5
#: So many pages that hold a sentence are looked at for that.
LOOKED_AT = 20
#: A line amid the text is learned where it stands on so many times more pages; a crosshead recurs too.
AMID = 3
WORD = re.compile(rf"[^\W\d_]{{{LONG_WORD},}}")
WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Page:
    """The paragraphs of one article."""

    lines: tuple[str, ...]

    @property
    def middle(self) -> frozenset[str]:
        """The half of the lines that is furthest from both ends: what stands there is the article's own."""
        quarter = max(len(self.lines) // 4, 1)
        return frozenset(self.lines[quarter : len(self.lines) - quarter])


@dataclass(frozen=True, slots=True)
class Repeated:
    """A line, where it recurs, and on how many stories."""

    text: str
    where: Place
    articles: int


class TyingWord(BaseModel):
    """One word of learning.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    example: str


@cache
def tying_words() -> frozenset[str]:
    """Return the words by which a sentence leans on the text before it."""
    return frozenset(entry.word for entry in load_model("reading/learning.yaml", tuple[TyingWord, ...]))


def repeated_lines(pages: Sequence[Page], *, least: int) -> Iterator[Repeated]:
    """Yield the lines that are furniture.

    1. Lines on `least` different stories. 2. Of these, lines in an unbroken run of repeated lines at one edge of the
    text, nearly wherever they stand; labels on three times as many stories count anywhere. 3. But for sentences that
    belong to the articles they stand in.

    Args:
        pages: Of one publisher, in an order that does not depend on how they were read.
        least: On how many stories a line must stand.
    """
    stories = story_numbers(pages)
    holders: dict[str, dict[int, Page]] = defaultdict(dict)
    for page, story in zip(pages, stories, strict=True):
        for line in page.lines:
            holders[line].setdefault(story, page)
    counts = {line: len(found) for line, found in holders.items() if len(found) >= least}
    heads, tails, all_places = _tally(pages, counts)
    for line, articles in sorted(counts.items()):
        where = _place(line, heads[line], tails[line], all_places[line], is_common=articles >= AMID * least)
        if where is not None and not belongs_to_text(line, list(holders[line].values())):
            yield Repeated(line, where, articles)


def story_numbers(pages: Sequence[Page]) -> list[int]:
    """Return for each page the number of its story: versions of one text share their middle."""
    numbers: list[int] = []
    by_line: dict[str, int] = {}
    for number, page in enumerate(pages):
        met = Counter(by_line[line] for line in page.middle if line in by_line)
        story, shared = min(met.items(), key=lambda item: (-item[1], item[0]), default=(number, 0))
        story = story if shared >= SAME_STORY * len(page.middle) else number
        numbers.append(story)
        for line in page.middle:
            by_line.setdefault(line, story)
    return numbers


def belongs_to_text(line: str, pages: Sequence[Page]) -> bool:
    """Whether a repeated line is a sentence of the articles that it stands in, and none of the publisher's own.

    Args:
        line: The line.
        pages: Those that hold it, one of each story.
    """
    if not is_prose(line):
        return False
    words = set(WORDS.findall(line.casefold()))
    if reports_speech(line) or not tying_words().isdisjoint(words):
        return True
    long_words = set(WORD.findall(line.casefold()))
    shares = [_share(long_words, page, line) for page in pages[:LOOKED_AT]]
    return bool(long_words) and sum(shares) / len(shares) >= SHARED


def _share(words: set[str], page: Page, line: str) -> float:
    around = {word for other in page.lines if other != line for word in WORD.findall(other.casefold())}
    return len(words & around) / len(words) if words else 0.0


def _tally(pages: Sequence[Page], counts: Mapping[str, int]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count for each repeated line its places in the head, in the tail, and anywhere."""
    heads, tails, places = Counter[str](), Counter[str](), Counter[str]()
    for page in pages:
        head = set(takewhile(counts.__contains__, page.lines))
        # A page of nothing but repeated lines tells neither edge.
        if len(head) == len(set(page.lines)):
            continue
        tail = set(takewhile(counts.__contains__, reversed(page.lines)))
        heads.update(head)
        tails.update(tail)
        places.update(line for line in set(page.lines) if line in counts)
    return heads, tails, places


def _place(line: str, head: int, tail: int, places: int, *, is_common: bool) -> Place | None:
    if places and head >= AT_EDGE * places:
        return "head"
    if places and tail >= AT_EDGE * places:
        return "tail"
    edges = places and head + tail >= AT_EDGE * places
    return "any" if edges or (is_common and not is_prose(line)) else None
