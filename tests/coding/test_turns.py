import pytest

from reportedly.coding.turns import conditions, is_refusal, is_willed
from reportedly.language.pipeline import load_pipeline

VERBS = [
    ("The union will block the pass unless the governor resigns.", "block", True, False, ["resigns"]),
    ("Peru said it would expel the envoy if he stayed.", "expel", True, False, ["stayed"]),
    ("Chad won't lift the ban.", "lift", True, True, []),
    ("Chad did not lift the ban.", "lift", False, False, []),
    ("Chad lifted the ban when the rains came.", "lifted", False, False, []),
]


@pytest.mark.parametrize(("sentence", "verb", "willed", "refused", "hangs_on"), VERBS)
def test_verbs_tell_will_refusal_and_conditions(sentence, verb, willed, refused, hangs_on):
    token = next(t for t in load_pipeline()(sentence) if t.text == verb)
    assert (is_willed(token), is_refusal(token)) == (willed, refused)
    assert [t.text for t in conditions(token)] == hangs_on


THREATS = [
    ("Kenya said it will close its border with Somalia unless the crew is freed.", "THREATEN", "restrict"),
    ("The Bolivian miners will block the road to Oruro unless the minister resigns.", "THREATEN", "restrict"),
    ("Kenya closed its border with Somalia.", "COERCE", "restrict"),
    ("The Afghan rebels said they would meet the envoy if the raids stopped.", "AGREE", None),
]


@pytest.mark.parametrize(("text", "kind", "mode"), THREATS)
def test_what_is_announced_on_a_condition_is_a_threat_or_an_offer(coder, text, kind, mode):
    events = coder.code(text).events
    assert [(e.type, e.mode) for e in events] == [(kind, mode)]


NO_EVENTS_OF_THEIR_OWN = [
    # what talks are about
    ("Chad and Cameroon held talks on the withdrawal of patrols from the lake.", ["CONSULT"]),
    # until when
    ("The Albanian rebels swore to fight until they gained control of the town.", ["THREATEN"]),
    # what somebody binds themselves not to do
    ("The Slovak government promised not to send shells to Ukraine.", ["REJECT"]),
    # who blockades tells what it is
    ("Polish farmers blockaded the port of Gdansk on Monday.", ["PROTEST"]),
]


@pytest.mark.parametrize(("text", "kinds"), NO_EVENTS_OF_THEIR_OWN)
def test_topics_and_bounds_are_no_events(coder, text, kinds):
    assert [e.type for e in coder.code(text).events] == kinds
