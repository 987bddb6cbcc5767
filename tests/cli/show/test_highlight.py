"""Marks stand where the words are, with and without colour."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from reportedly.cli.show.highlight import CONTENT, CUE, INNER, SOURCE, Mark, claim_marks, marked_text, sentence_text

TEXT = "Before. Police shelled \x1b[2Jthe camp. After."
SENTENCE = (8, 36)


def test_a_trigger_is_bracketed_without_colour() -> None:
    shown = sentence_text(TEXT, SENTENCE, (15, 22), colour=False)
    assert shown.plain == "Police «shelled» ␛[2Jthe camp."


def test_a_trigger_is_styled_with_colour() -> None:
    shown = sentence_text(TEXT, SENTENCE, (15, 22), colour=True)
    assert shown.plain == "Police shelled ␛[2Jthe camp."
    assert [(span.start, span.end) for span in shown.spans] == [(7, 14)]


@pytest.mark.parametrize(
    ("trigger", "plain"),
    [
        ((0, 6), "Police shelled"),
        ((0, 14), "«Police» shelled"),
        ((15, 99), "Police «shelled»"),
        ((40, 45), "Police shelled"),
    ],
)
def test_a_trigger_that_leaves_the_sentence_is_clipped(trigger: tuple[int, int], plain: str) -> None:
    assert sentence_text(TEXT, (8, 22), trigger, colour=False).plain == plain


def test_signs_nest() -> None:
    marks = [Mark((0, 9), CONTENT), Mark((0, 3), SOURCE), Mark((4, 9), CUE)]
    assert marked_text("Ana  said", (0, 9), marks, colour=False).plain == "«[Ana] < said>»"


def test_claims_are_marked_with_source_cue_and_content(build: SimpleNamespace) -> None:
    text = build.TEXT
    shown = marked_text(text, (0, len(text)), claim_marks([build.a_claim()]), colour=False, keep_lines=True)
    assert shown.plain.endswith("\n\n«“We condemn the attack,”» Governor [Ana Quispe] <told> Radio Amazonas.")


def test_what_is_said_inside_a_claim_has_its_own_pen(build: SimpleNamespace) -> None:
    inner = replace(build.a_claim(), parent="claim0", content=((10, 20),))
    pens = {mark.span: mark.pen for mark in claim_marks([build.a_claim(), inner])}
    assert pens[(10, 20)] == INNER
    assert CONTENT in pens.values()
