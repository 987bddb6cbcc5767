import pytest

from reportedly.coding.judging import Marks
from reportedly.coding.judging.marking import CLOSING, CLS, LONGEST, OPENING, SEP, mark

SENTENCE = "Chad accused Sudan of arming rebels."


def span(words, text=SENTENCE):
    return text.index(words), text.index(words) + len(words)


@pytest.fixture(scope="module")
def tokenizer(judge):
    return judge.tokenizer


def between(marked, role):
    start = marked.ids.index(OPENING[role]) + 1
    return marked.ids[start : marked.ids.index(CLOSING[role])]


def test_signs_stand_around_what_is_marked(tokenizer):
    marked = mark(SENTENCE, Marks(span("Chad"), span("Sudan"), span("accused")), tokenizer)
    assert (marked.ids[0], marked.ids[-1]) == (CLS, SEP)
    for role, words in enumerate(("Chad", "Sudan", "accused")):
        assert between(marked, role) == tuple(tokenizer.encode(words, add_special_tokens=False).ids)
        assert marked.ids[marked.places[role]] == OPENING[role]


def test_what_is_not_marked_has_no_place(tokenizer):
    marked = mark(SENTENCE, Marks(trigger=span("accused")), tokenizer)
    assert marked.places[:2] == (0, 0)
    assert not set(marked.ids) & {*OPENING[:2], *CLOSING[:2]}


def test_marks_may_lie_inside_one_another(tokenizer):
    marked = mark(SENTENCE, Marks(span("Chad"), None, span("Chad accused")), tokenizer)
    assert set(OPENING[:1] + OPENING[2:] + CLOSING[:1] + CLOSING[2:]) <= set(marked.ids)


@pytest.mark.parametrize("before", [0, 100, 400])
def test_of_a_long_sentence_the_marked_part_is_read(before, tokenizer):
    text = "then " * before + SENTENCE + " later" * (400 - before)
    marked = mark(text, Marks(span("Chad", text), span("Sudan", text)), tokenizer)
    assert len(marked.ids) == LONGEST + 6
    assert between(marked, 1) == tuple(tokenizer.encode("Sudan", add_special_tokens=False).ids)


def test_without_marks_a_long_sentence_is_read_from_its_start(tokenizer):
    marked = mark("one two three " * 200, Marks(), tokenizer)
    assert marked.ids[1] == tokenizer.encode("one", add_special_tokens=False).ids[0]
    assert len(marked.ids) == LONGEST + 2
