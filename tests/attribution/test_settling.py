"""Which attributions become claims, and which sentences go on with them."""

import pytest

from reportedly.attribution import find_claims


def contents(text, read, lexicon):
    annotated, actors = read(text)
    return [
        (" ".join(text[a:b] for a, b in c.cue), " | ".join(text[a:b] for a, b in c.content))
        for c in find_claims(annotated, actors=actors, lexicon=lexicon)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan recalled its consul from Juba.",
        "Fiji thanked Tonga.",
        "The strikers asked for water.",
        "The colonel ordered a retreat.",
        "The ministers discussed the price of fish.",
        "The king named a banker as regent.",
        "The harbour has not commented.",
        "The bank declined to comment on the loan.",
        "The envoy refused to leave.",
        "Nobody confirmed the toll.",
        "The editor stopped short of accusing the judge of theft.",
        "The bridge is expected to open in June.",
        "The crew seems to have left.",
        "The ministers should warn that rates may rise.",
        "The trial went according to plan.",
        "His first novel, “The General Denies It”, sold badly.",
        "The envoy asked not to be named.",
    ],
)
def test_no_claim_is_made(text, read, lexicon):
    assert contents(text, read, lexicon) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("In a letter to parliament, the bank asked for a pardon.", [("asked for", "a pardon")]),
        ("The bank declined to say whether the vault was full.", [("to say", "whether the vault was full")]),
        (
            "The mayor said the dike had broken, and the engineer added that a pump had failed.",
            [("said", "the dike had broken"), ("added", "that a pump had failed")],
        ),
        (
            "The mayor rejected the allegation that he sold the pier.",
            [("rejected", "the allegation that he sold the pier")],
        ),
        ("The palace would neither confirm nor deny that the queen was ill.",
         [("would confirm nor deny", "that the queen was ill")]),
    ],
)  # fmt: skip
def test_claims_of_a_text(text, claims, read, lexicon):
    assert contents(text, read, lexicon) == claims


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The audit says clerks forged the lists. They met in a barn. Nine of them kept the money.",
            "clerks forged the lists | They met in a barn | Nine of them kept the money",
        ),
        (
            "The cook described the fire. A pan fell. Smoke filled the hall. The mayor said the hotel would reopen.",
            "the fire | A pan fell | Smoke filled the hall",
        ),
        ("The audit says clerks forged the lists. The premier resigned on Monday.", "clerks forged the lists"),
        ("The audit says clerks forged the lists. Kenya will vote in May.", "clerks forged the lists"),
        ("The mayor said the road was shut. Cars turned back.", "the road was shut"),
        ("The audit says clerks forged the lists.\n\nThey met in a barn.", "clerks forged the lists"),
    ],
)
def test_sentences_that_go_on_with_a_report(text, content, read, lexicon):
    assert contents(text, read, lexicon)[0][1] == content


def test_semicolon_before_another_voice_ends_a_content(read, lexicon):
    text = "Drivers say the toll is unlawful; the ministry says it is fair."
    assert contents(text, read, lexicon) == [("say", "the toll is unlawful"), ("says", "it is fair")]
