"""Side clauses that tell what was, whatever stands above them."""

import pytest

from reportedly.language.clauses import tells_what_was
from reportedly.language.pipeline import load_pipeline

CLAUSES = [
    ("Togo will ask Ghana for help after gunmen killed nine herders.", "killed", True),
    ("The union will strike because the ministry sacked two drivers.", "sacked", True),
    ("The army would leave when the talks ended.", "ended", False),
    ("Togo will ask Ghana for help after the army leaves.", "leaves", False),
    ("The rebels said that the army killed nine herders.", "killed", False),
]


@pytest.mark.parametrize(("text", "word", "told"), CLAUSES)
def test_a_clause_of_the_past_behind_after_tells_what_was(text, word, told):
    token = next(t for t in load_pipeline()(text) if t.text == word)
    assert tells_what_was(token) is told
