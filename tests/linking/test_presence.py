"""A house is an origin where its own people were present at the deed."""

import pytest

from reportedly.linking.presence import is_sighting, was_present


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Lorries rolled into the camp, and the Reef Wire was there.", True),
        ("A reporter of the Reef Wire watched as the roof fell.", True),
        ("Our correspondents witnessed the landing.", True),
        ("The Reef Wire counted nineteen holes in the hull.", False),
        ("A reporter saw burnt trucks in the ditch the next day.", False),
        ("The Lagoon Post was there.", False),
    ],
)
def test_presence_is_told_in_words(newsroom, sentence, there):
    assert is_sighting(sentence, newsroom.report("Reef Wire", sentence)) is there


def test_only_the_sentence_itself_counts(newsroom):
    report = newsroom.report("Reef Wire", "The Reef Wire was there. A roof fell on Monday.")
    assert was_present(5, report)
    assert not was_present(report.article.text.index("roof"), report)
