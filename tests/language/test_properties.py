"""Whatever the text, annotating it ends, and its entities are sound."""

import time
from pathlib import Path
from random import Random  # noqa: TID251 - mutations need chance; the seed is fixed

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article

SAMPLES = sorted((Path(__file__).parents[2] / "src" / "reportedly" / "samples").glob("*.txt"))
MUTATIONS = 5_000
#: Words that name, stand for somebody, or upset a rule; hypothesis strings them together.
PIECES = (
    "Omar Sy",
    "Sy",
    "the minister",
    "The company",
    "its neighbour",
    "her husband",
    "he",
    "They",
    "it",
    "I",
    "said",
    "(RUF)",
    "Front",
    "(",
    ")",
    '"',
    "“",
    "”",
    ",",
    ".",
    "-",
    "—",
    "\n\n",
    "known as",
    "the ferry",
    "President",
    "of",
    "Kenya's",
    "محمد قال",
    "השר אמר",
    "王毅",
    "\u202e",
    "\u0000",
    "😀",
    "al-",
)
EXTREMES = {
    "a sentence of 400 words": f"The minister of Chad said that {'the envoy who met rebels near the river ' * 50}left.",
    "right to left": "השר אמר ביום שני כי הוא יחזור. " * 60 + "Israel's minister said he left.",
    "mixed scripts": "王毅 met محمد in Цхинвали; Omar Sy said he left. " * 60,
    "unbalanced quotes": "“I left, " * 300 + "Sy said.",
    "brackets": "The Front (" * 300 + "RUF)" * 300,
    "one name again and again": "Omar Sy met Omar Sy. He left. " * 150,
    "capitals": "KENYA SAID IT LEFT. " * 150,
    "hyphens": "Kim-" * 500 + "Sun",
}


def check(text):
    """Annotate a text; its mentions must not overlap, and each must hold its head."""
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    taken = set()
    for entity in annotated.entities:
        assert entity.name
        assert entity.mentions
        for mention in entity.mentions:
            tokens = range(mention.start, mention.end)
            assert 0 <= mention.start <= mention.head < mention.end <= len(annotated.doc)
            assert taken.isdisjoint(tokens)
            taken.update(tokens)
    firsts = [entity.mentions[0].start for entity in annotated.entities]
    assert firsts == sorted(firsts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_entities_are_sound_whatever_words_follow_each_other(text):
    check(text)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_entities_are_sound_whatever_the_characters(text):
    check(text)


@pytest.mark.parametrize("text", EXTREMES.values(), ids=EXTREMES.keys())
def test_extreme_texts_are_annotated_in_bounded_time(text):
    begun = time.monotonic()
    check(text)
    assert time.monotonic() - begun < 20


def mutate(text, chance):
    """Cut, double, reverse or splice pieces of a text, a few times."""
    for _ in range(chance.randint(1, 10)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randint(0, 150))
        middle = chance.choice(["", text[start:end] * 2, text[start:end][::-1], chance.choice(PIECES)])
        text = text[:start] + middle + text[end:]
    return text


@pytest.mark.soak
def test_five_thousand_mutated_samples_are_annotated():
    originals, chance = [path.read_text(encoding="utf-8") for path in SAMPLES], Random(3)
    assert originals
    for number in range(MUTATIONS):
        begun = time.monotonic()
        check(mutate(originals[number % len(originals)], chance))
        assert time.monotonic() - begun < 20


@pytest.mark.soak
def test_two_hundred_thousand_characters_are_annotated_in_bounded_time():
    names = ("Omar Sy", "Awa Diop", "Karin Holm", "Jan Wilk", "Rosa Paz", "Ivo Ek")
    lines = [
        f"{name} met minister number {n}. The minister said he left. “I saw it,” {name} said."
        for n in range(400)
        for name in names
    ]
    text = "\n\n".join(lines)[:200_000]
    assert len(text) == 200_000
    begun = time.monotonic()
    check(text)
    assert time.monotonic() - begun < 120
