import pytest

from reportedly.linking.citing import citing_cues, find_outlets


@pytest.mark.parametrize("entry", citing_cues(), ids=lambda one: one.cue)
def test_cues_find_the_outlet_of_their_example(entry):
    name = entry.example[entry.example.index("[") + 1 : entry.example.index("]")]
    assert f"{entry.cue} " in entry.example
    assert name in find_outlets(entry.example.replace("[", "").replace("]", ""))


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The Zambezi Herald saw the boat.", ("Zambezi Herald",)),
        ("The Zambezi Herald’s reporter saw the boat.", ("Zambezi Herald",)),
        ("She told Canal del Valle and the Andes Telegraph.", ("Canal del Valle", "Andes Telegraph")),
        ("The Zambezi Herald came back to the Zambezi Herald.", ("Zambezi Herald",)),
        ("She told her son that Lake Kariba was low.", ()),
        ("Kariba fell silent.", ()),
        ("", ()),
    ],
)
def test_outlets_are_found_by_name_or_cue(text, outlets):
    assert find_outlets(text) == outlets
