import pytest

from reportedly.language.phrases import conjuncts, phrase_span, sentence_span, span_of
from reportedly.language.pipeline import load_pipeline

PHRASES = [
    ("The foreign minister of Chile, who resigned, left.", "minister", "The foreign minister of Chile"),
    ("Venezuela's transport minister travelled home.", "minister", "Venezuela's transport minister"),
    ("Talks with Peru and Chile began.", "Peru", "Peru"),
    ("A Kenyan court in Nairobi ruled.", "court", "A Kenyan court"),
    # The parser hangs what they are accused of on those who are accused.
    ("The premier accused the rebels of moving bodies after the raid.", "rebels", "the rebels"),
    ("Sudan's army accused the militia of staging the attack.", "militia", "the militia"),
]


def token(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(("sentence", "head", "phrase"), PHRASES)
def test_phrase_span_keeps_the_name_and_leaves_the_rest(sentence, head, phrase):
    start, end = phrase_span(token(load_pipeline()(sentence), head))
    assert sentence[start:end] == phrase


def test_conjuncts_are_in_reading_order():
    doc = load_pipeline()("Chad met envoys from Russia, China, and Iran.")
    assert [t.text for t in conjuncts(token(doc, "Iran"))] == ["Russia", "China", "Iran"]


def test_sentences_end_with_the_paragraph():
    text = "Troops enter border town\n\nThe army entered a town on Friday."
    start, end = sentence_span(token(load_pipeline()(text), "entered"))
    assert text[start:end] == "The army entered a town on Friday."


def test_span_of_nothing_is_an_error():
    with pytest.raises(ValueError):
        span_of([])
