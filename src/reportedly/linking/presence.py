"""Whether a house's own people were there: what they saw happen needs no other source."""

import re

from reportedly.linking.houses import name_of
from reportedly.linking.speakers import speaker_words
from reportedly.linking.tellings import Telling
from reportedly.records import Report


def was_present(telling: Telling, report: Report) -> bool:
    """Whether the sentence that tells an act says that the house, or a reporter, was there."""
    sentence = _sentence_at(report.article.text, telling.span[0])
    people = "|".join(sorted(map(re.escape, speaker_words("own people"))))
    house = re.escape(name_of(report.article))
    signs = "|".join(sorted(map(re.escape, speaker_words("presence"))))
    return re.search(rf"(?:\b(?:{people})|{house})\s+(?:{signs})\b", sentence, re.IGNORECASE) is not None


def _sentence_at(text: str, position: int) -> str:
    start = max(text.rfind(mark, 0, position) for mark in (". ", "\n", "! ", "? "))
    ends = [end for mark in (". ", ".\n", "\n") if (end := text.find(mark, position)) >= 0]
    return text[start + 1 : min(ends, default=len(text)) + 1]
