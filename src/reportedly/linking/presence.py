"""Whether a house's own people were there: what they saw happen needs no other source."""

import re

from reportedly.linking.houses import name_of
from reportedly.linking.revising import sentence_at
from reportedly.linking.speakers import speaker_words
from reportedly.records import Report

#: "A reporter of the Harbour Post watched": so much may stand between.
OF_HOUSE = r"(?:\s+(?:of|for|from)\s+[^,.;]{1,40}?)?"


def is_sighting(sentence: str, report: Report) -> bool:
    """Whether a sentence says that the house, or a reporter of it, was there."""
    people = "|".join(sorted(map(re.escape, speaker_words("own people"))))
    house = re.escape(name_of(report.article))
    signs = "|".join(sorted(map(re.escape, speaker_words("presence"))))
    return re.search(rf"(?:\b(?:{people}){OF_HOUSE}|{house})\s+(?:{signs})\b", sentence, re.IGNORECASE) is not None


def was_present(position: int, report: Report) -> bool:
    """Whether the sentence at a position says that the house, or a reporter of it, was there."""
    text = report.article.text
    return is_sighting(text[slice(*sentence_at(text, position))], report)
