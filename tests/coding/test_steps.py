import pytest

from reportedly.coding.steps import compile_path, follow
from reportedly.errors import CodebookError
from reportedly.language.pipeline import load_pipeline

PATHS = [
    ("Israel's strikes on Hamas and Hezbollah continued.", "strikes", "prep:on|against", ["Hamas", "Hezbollah"]),
    ("Israel's strikes on a depot continued.", "strikes", "poss", ["Israel"]),
    ("U.S. strikes killed nine.", "strikes", "nationality", ["U.S."]),
    ("Japan agreed to hold talks with China.", "agreed", "complement.object.prep:with", ["China"]),
    ("Norway gave Sudan a loan.", "gave", "dative", ["Sudan"]),
    ("A U.S. Reaper strike killed nine.", "strike", "nationality", ["U.S."]),
    ("Rebel attacks on the town continued.", "attacks", "band", ["Rebel"]),
    ("School attacks continued.", "attacks", "band", []),
    ("Judges studied crimes committed by the militia.", "crimes", "participle.subject", ["militia"]),
    ("The camp was shelled by rebels, killing nine people.", "killing", "outcome.subject", ["rebels"]),
    ("The rebels have sworn to fight.", "sworn", "complement", ["fight"]),
    ("The junta is opposed to Kenyan mediation.", "opposed", "bearer", ["junta"]),
    ("Nurses working in Mali said that troops must leave.", "said", "subject", ["Nurses"]),
    ("Police fired.", "fired", "self", ["fired"]),
    ("Police fired.", "fired", "object", []),
]


def no_support(noun):
    return None


@pytest.mark.parametrize(("sentence", "trigger", "path", "heads"), PATHS)
def test_paths_lead_to_the_heads(sentence, trigger, path, heads):
    token = next(t for t in load_pipeline()(sentence) if t.text == trigger)
    assert [t.text for t in follow(compile_path(path, support=no_support), token)] == heads


@pytest.mark.parametrize("path", ["sideways", "prep", "prep:", "subject:who", "object..poss", ""])
def test_an_unknown_step_is_an_error(path):
    with pytest.raises(CodebookError, match="no such step"):
        compile_path(path, support=no_support)
