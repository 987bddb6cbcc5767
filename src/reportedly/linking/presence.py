"""Whether a house's own people were there: what they saw happen needs no other source."""

import re
from functools import lru_cache

from reportedly.linking.houses import name_of
from reportedly.linking.revising import sentence_at
from reportedly.linking.speaker_words import speaker_words
from reportedly.records import Report

#: "A reporter of the Harbour Post watched": so much may stand between.
OF_HOUSE = r"(?:\s+(?:of|for|from)\s+[^,.;]{1,40}?)?"


def is_sighting(sentence: str, report: Report) -> bool:
    """Whether a sentence says that the house, or a reporter of it, was there."""
    return _says_so(sentence, name_of(report.article))


def was_present(position: int, report: Report) -> bool:
    """Whether the sentence at a position says that the house, or a reporter of it, was there."""
    text = report.article.text
    return is_sighting(text[slice(*sentence_at(text, position))], report)


# A story is told again whenever an article joins it.
@lru_cache(maxsize=32768)
def _says_so(sentence: str, house: str) -> bool:
    return _watching(house).search(sentence) is not None


@lru_cache(maxsize=4096)
def _watching(house: str) -> re.Pattern[str]:
    """Return how a house says that it was there; `re` itself remembers too few patterns for all the houses."""
    people = "|".join(sorted(map(re.escape, speaker_words("own people"))))
    signs = "|".join(sorted(map(re.escape, speaker_words("presence"))))
    return re.compile(rf"(?:\b(?:{people}){OF_HOUSE}|{re.escape(house)})\s+(?:{signs})\b", re.IGNORECASE)
