"""Every entry of doubts.yaml makes the claim of its own example unverified; what was checked stays as it is."""

import pytest

from reportedly.attribution import find_claims
from reportedly.attribution.doubts import DoubtWords


def unverified(text, read, lexicon):
    annotated, actors = read(text)
    return [claim.unverified for claim in find_claims(annotated, actors=actors, lexicon=lexicon)]


@pytest.mark.parametrize("entry", DoubtWords.load().entries, ids=lambda entry: entry.word)
def test_doubt_marks_the_claim_of_its_example(entry, read, lexicon):
    assert unverified(entry.example, read, lexicon) == [True]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("The army said it had sunk two boats. Lusa confirmed the report.", [False, False]),
        ("The army said it had sunk two boats. It could not leave the port.", [False]),
        ("The army said it had sunk two boats. The market opened late. AFP could not verify the claim.", [True]),
        ("The mayor said it rained. The rebels said they held the pass, which AFP could not verify.", [False, True]),
        (
            "The navy said a ferry had sunk. AP was unable to verify that claim. The mayor wept.",
            [True],
        ),
    ],
)
def test_which_claims_a_doubt_speaks_of(text, flags, read, lexicon):
    assert unverified(text, read, lexicon) == flags
