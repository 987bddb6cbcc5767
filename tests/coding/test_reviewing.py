from dataclasses import replace
from types import MappingProxyType

import pytest

from reportedly.coding.judging import Judgement
from reportedly.coding.reviewing import AGREES, UNSURE, marks_of, reviewed
from reportedly.records import EventType, Modality


@pytest.fixture
def event(build):
    return build.an_event()


@pytest.fixture
def text(build):
    return build.TEXT


class SetJudge:
    """Answers every question alike, and keeps what it was asked."""

    def __init__(self, kind, share):
        others = dict.fromkeys((k for k in EventType if k is not kind), (1 - share) / 16)
        self.judgement = Judgement(MappingProxyType({kind: share, **others}), (1 - share) / 16)
        self.asked = []

    def judge(self, sentence, marks):
        self.asked.append((sentence, marks))
        return self.judgement


@pytest.mark.parametrize(
    ("share", "reason"),
    [
        (0.99, "judge-agrees"),
        (AGREES, "judge-agrees"),
        (AGREES - 0.01, "judge-unsure"),
        (UNSURE, "judge-unsure"),
        (UNSURE - 0.01, "judge-disagrees"),
        (0.0, "judge-disagrees"),
    ],
)
def test_the_judge_adds_what_it_thinks_to_the_reasons(share, reason, event, text):
    assert list(reviewed([event], text=text, judge=SetJudge(event.type, share))) == [
        replace(event, why=(*event.why, reason))
    ]


def test_what_did_not_happen_is_not_asked_about(event, text):
    event, judge = replace(event, modality=Modality.NEGATED), SetJudge(EventType.AID, 0.0)
    assert list(reviewed([event], text=text, judge=judge)) == [event]
    assert judge.asked == []


def test_the_question_is_the_sentence_with_those_who_stand_in_it(event, text):
    judge = SetJudge(event.type, 1.0)
    list(reviewed([event], text=text, judge=judge))
    ((sentence, marks),) = judge.asked
    assert sentence == text[slice(*event.evidence)]
    assert sentence[slice(*marks.trigger)] == text[slice(*event.trigger)]
    assert marks == marks_of(event)


def test_whoever_stands_in_another_sentence_is_not_marked(event):
    here, elsewhere = event.evidence[0], event.evidence[1] + 5
    for start, is_marked in ((here, True), (elsewhere, False)):
        actor = replace(event.actors[0], span=(start, start + len(event.actors[0].text)))
        assert (marks_of(replace(event, actors=(actor,))).actor is not None) is is_marked
