"""Every cue of the codebook finds the source, cue and content of its own example."""

import re

import pytest

from reportedly.attribution import AttributionLexicon, propose

LEXICON = AttributionLexicon.load()
CUES = tuple(LEXICON.all_cues())
ROLES = {"[": "source", "<": "cue", "{": "content"}


def read_marked(sentence):
    """Take the marks out of "[source] <cue> {content}" and return the text with the words that stood between them."""
    text, parts, role, start = "", {"source": [], "cue": [], "content": []}, "", 0
    for character in sentence:
        if character in ROLES:
            role, start = ROLES[character], len(text)
        elif character in "]>}":
            parts[role].append(text[start:])
        else:
            text += character
    return text, {role: bare_words(" ".join(words)) for role, words in parts.items()}


def bare_words(text):
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: f"{cue.cue} {cue.act}")
def test_cue_finds_its_example(cue, read):
    text, expected = read_marked(cue.example)
    annotated, _ = read(text)
    (found,) = [p for p in propose(annotated, lexicon=LEXICON) if p.cue == cue]
    spans = {"source": [found.source] if found.source else [], "cue": found.cue_spans, "content": found.content}
    assert {role: bare_words(" ".join(text[a:b] for a, b in s)) for role, s in spans.items()} == expected


def test_lexicon_has_at_least_400_cues():
    assert len(CUES) >= 400


def test_cues_are_unique_in_their_section():
    for section in ("verbs", "prepositions", "adverbs", "adjectives", "nouns"):
        cues = [entry.cue for entry in getattr(LEXICON.cues, section)]
        assert sorted(set(cues)) == sorted(cues)


def test_longest_phrase_comes_first():
    assert [entry.cue for entry in LEXICON.verbs["warn"]][-1] == "warn"
