"""Attributions by a colon or a dash alone."""

import pytest

from reportedly.attribution import find_claims


def found(text, read, lexicon):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon)
    return [(c.sources[-1].name, " ".join(text[a:b] for a, b in c.content)) for c in claims]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Finance minister: No new taxes this year", [("Finance minister", "No new taxes this year")]),
        ("UNHCR: 2 million need shelter", [("UNHCR", "2 million need shelter")]),
        ("Report: Dam leaked for a decade", [("Report", "Dam leaked for a decade")]),
        ("Army chief: ‘We hold the pass’", [("Army chief", "‘We hold the pass’")]),
        ("Ferry sinks off Corfu – coastguard", [("coastguard", "Ferry sinks off Corfu")]),
        ("The governor had a short answer for the strikers: “Work.”", [("governor", "“Work.”")]),
        ("Analysis: Why the lira fell", []),
        ("The parcel held three things: a map, a knife and a rope.", []),
        ("Score: Fiji 3, Samoa 1", []),
        ("The army – tired and cold – left the town at dawn.", []),
    ],
)
def test_mark_that_stands_for_a_verb(text, claims, read, lexicon):
    assert found(text, read, lexicon) == claims
