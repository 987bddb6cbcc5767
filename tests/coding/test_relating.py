from dataclasses import replace
from types import MappingProxyType

import pytest

from reportedly.coding.judging import Judgement
from reportedly.coding.relating import by_frames, relate
from reportedly.records import EventType, Relation

CASES = [
    ("Chad accused Sudan of arming rebels.", "Chad", "Sudan", "ACCUSE"),
    ("Kenyan police arrested two Ugandan traders in Mombasa.", "Kenyan police", "two Ugandan traders", "COERCE"),
    ("Norway and Peru signed a fisheries treaty.", "Norway", "Peru", "SUPPORT"),
    ("Chad shares a border with Sudan.", "Chad", "Sudan", None),
]


@pytest.mark.parametrize(("sentence", "actor", "recipient", "kind"), CASES)
def test_relate_finds_what_links_two_phrases(coder, sentence, actor, recipient, kind):
    def span(words):
        start = sentence.index(words)
        return start, start + len(words)

    relation = coder.relate(sentence, actor=span(actor), recipient=span(recipient))
    assert relation.type == kind
    assert 0 <= relation.confidence <= 1


ACTOR, RECIPIENT, STRANGER = (0, 4), (13, 18), (40, 44)


@pytest.fixture
def event(build):
    """What the frames coded between the two."""
    told = build.an_event()
    actors = tuple(replace(actor, span=ACTOR) for actor in told.actors)
    return replace(told, actors=actors, recipients=tuple(replace(r, span=RECIPIENT) for r in told.recipients))


def test_one_party_alone_gives_half_the_confidence(event):
    both = by_frames([event], actor=ACTOR, recipient=RECIPIENT)
    one = by_frames([event], actor=ACTOR, recipient=STRANGER)
    assert one.type == both.type == event.type
    assert one.confidence == pytest.approx(both.confidence / 2, abs=0.01)
    assert by_frames([event], actor=STRANGER, recipient=STRANGER) == Relation(confidence=0.0)


def judged(**shares):
    """Return a judgement with some shares, and the rest for nothing."""
    by_type = {kind: shares.get(kind.value, 0.0) for kind in EventType}
    return Judgement(MappingProxyType(by_type), 1 - sum(shares.values()))


@pytest.mark.parametrize(
    ("judgement", "kind"),
    [
        (judged(ASSAULT=0.9), "ASSAULT"),
        (judged(ASSAULT=0.3, COERCE=0.6), "ASSAULT"),
        (judged(ASSAULT=0.0001, COERCE=0.99), "COERCE"),
    ],
)
def test_frames_and_judge_are_weighed_against_one_another(judgement, kind, event):
    relation = relate([event], judgement=judgement, actor=ACTOR, recipient=RECIPIENT)
    assert relation.type == kind
    assert relation.mode == (event.mode if kind == event.type else None)


def test_without_frames_the_judge_decides():
    assert relate([], judgement=judged(AID=0.9), actor=(0, 1), recipient=(2, 3)).type == "AID"
    nothing = relate([], judgement=judged(AID=0.01), actor=(0, 1), recipient=(2, 3))
    assert nothing.type is None
    assert nothing.confidence > 0.5


def test_without_frames_the_judge_must_be_sure():
    unsure = relate([], judgement=judged(MOBILIZE=0.5, COOPERATE=0.4), actor=(0, 1), recipient=(2, 3))
    assert unsure.type is None
    assert unsure.confidence < 0.5
