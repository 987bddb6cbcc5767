"""Which sentences of a story an earlier article had printed: what is printed again rests on nobody anew."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from reportedly.linking.drafts import CopyLink
from reportedly.linking.words import plain_words
from reportedly.records import Report, Span

SENTENCE = re.compile(r"[^\s].*?(?:[.!?…][”’\"']?(?=\s)|$)", re.MULTILINE)
#: Shorter sentences may meet by chance: "He gave no details."
LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a sentence stood first."""

    article: str
    span: Span


class Repeats:
    """Tells whether a passage is its article's own."""

    def __init__(self, reports: Sequence[Report], *, copies: Mapping[str, CopyLink]) -> None:
        """Note what each article prints first.

        Args:
            reports: Of one story, in order of publication.
            copies: The links of copies, by article id.
        """
        self._copies = copies
        self._again: dict[str, tuple[tuple[Span, Printed], ...]] = {}
        printed: dict[bytes, Printed] = {}
        for report in reports:
            sentences = _sentences(report.article.text)
            self._again[report.article.id] = tuple((span, printed[key]) for span, key in sentences if key in printed)
            for span, key in sentences:
                printed.setdefault(key, Printed(report.article.id, span))

    def first(self, article: str, span: Span) -> Printed | None:
        """Return where an earlier article printed a passage; None where this one was the first."""
        return next((first for (start, end), first in self._again[article] if start <= span[0] < end), None)

    def is_own(self, article: str, span: Span) -> bool:
        """Whether the article was the first to print a passage: of a copy only what it adds to its root."""
        if self.first(article, span) is not None:
            return False
        link = self._copies.get(article)
        return link is None or any(start <= span[0] < end for start, end in link.additions)


# A story is told again whenever an article joins it.
@lru_cache(maxsize=2048)
def _sentences(text: str) -> tuple[tuple[Span, bytes], ...]:
    found = []
    for match in SENTENCE.finditer(text):
        words = plain_words(match.group())
        if len(words.split()) >= LEAST_WORDS:
            found.append((match.span(), blake2b(words.encode(), digest_size=8).digest()))
    return tuple(found)
