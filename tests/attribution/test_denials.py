"""A denial is tied to the claim that it denies, where that stands in the text."""

from pathlib import Path

import pytest
import yaml

from reportedly.attribution import find_claims

CASES = yaml.safe_load((Path(__file__).parent / "denials.yaml").read_text(encoding="utf-8"))


def denied(text, read, lexicon, combiner=None):
    """Return, by cue, the cue of the claim that each claim denies."""
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    cues = {c.id: text[slice(*c.cue[0])] for c in claims}
    return {cues[c.id]: cues[c.denies] for c in claims if c.denies is not None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union said the boiler had cracked. The owners denied it.", {"denied": "said"}),
        ("The union alleged that guards beat a driver. The mine rejected the accusation.", {"rejected": "alleged"}),
        ("Chad accused Niger of arming bandits. Niger denied arming anybody.", {"denied": "accused"}),
        ("Rebels claim that the army shelled the clinic; the army denies shelling it.", {"denies": "claim"}),
        ("Villagers claimed the dam leaks. The market opened late. The engineer denied that the dam leaks.",
         {"denied": "claimed"}),
        ("Two drivers accused the guards of theft. \"The guards stole nothing,\" the mine's lawyer said.",
         {"said": "accused"}),
    ],
)  # fmt: skip
def test_denial_finds_its_claim(text, expected, read, lexicon):
    assert denied(text, read, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The owners denied that the boiler had cracked.",
        "The union said wages fell. The palace denied that the queen was ill.",
        "The union said the boiler had cracked. It denied that the boiler was old.",
        "The owners denied the accusation. Later the union said the boiler had cracked.",
    ],
)
def test_no_claim_is_denied(text, read, lexicon):
    assert denied(text, read, lexicon) == {}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_denials_in_the_news(case, read, lexicon, combiner):
    assert denied(case["text"], read, lexicon, combiner) == case["ties"]
