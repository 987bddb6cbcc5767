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
