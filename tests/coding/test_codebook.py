import pytest
import yaml

from reportedly.coding.codebook import Codebook, Frame
from reportedly.errors import CodebookError
from reportedly.records import EventType, Quad

FRAME = {
    "verbs": ["ambuscade"],
    "roles": "transitive",
    "example": {"text": "Rebels ambuscaded a convoy.", "trigger": "ambuscaded", "actors": ["Rebels"]},
}


def overlay(folder, name, data):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(yaml.safe_dump(data), encoding="utf-8")
    return folder


def test_all_sixteen_types_are_there_in_the_manual_order():
    assert list(Codebook.load().types) == list(EventType)


@pytest.mark.parametrize("kind", EventType)
def test_every_type_has_eight_examples_of_its_own_and_some_that_must_not_match(kind):
    entry = Codebook.load().types[kind]
    own = [e for e in entry.all_examples() if e.trigger is not None and e.type in (None, kind)]
    hard = [e for e in entry.examples if e.trigger is None or e.type not in (None, kind)]
    assert len(own) >= 8
    assert len(hard) >= 3


def test_quads_and_signs_agree():
    for entry in Codebook.load().types.values():
        cooperative = entry.quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
        levels = [entry.intensity] + [m.intensity for m in entry.modes.values() if m.intensity is not None]
        assert all(-10 <= level <= 10 for level in levels)
        assert (entry.intensity > 0) is cooperative


def test_there_are_thirty_seven_contexts():
    assert len(Codebook.load().contexts) == 37


def test_an_overlay_adds_frames_that_come_first(tmp_path):
    book = Codebook.load(overlay(tmp_path, "events/ASSAULT.yaml", {"frames": [FRAME]}))
    assert book.types[EventType.ASSAULT].frames[0].verbs == ("ambuscade",)
    assert len(book.types[EventType.ASSAULT].frames) == len(Codebook.load().types[EventType.ASSAULT].frames) + 1


BROKEN = [
    ({"frames": [FRAME | {"colour": "red"}]}, "colour"),
    ({"frames": [FRAME | {"roles": "nowhere"}]}, "nowhere"),
    ({"frames": [FRAME | {"mode": "tickle"}]}, "tickle"),
    ({"frames": [FRAME | {"contexts": ["gossip"]}]}, "gossip"),
    ({"frames": [FRAME | {"nouns": ["ambuscade"]}]}, "exactly one"),
    ({"frames": [FRAME | {"example": {"text": "Nothing.", "trigger": "fired"}}]}, "fired"),
]


@pytest.mark.parametrize(("data", "words"), BROKEN)
def test_a_mistake_in_an_overlay_names_the_file_and_the_reason(tmp_path, data, words):
    with pytest.raises(CodebookError, match="ASSAULT.yaml") as caught:
        Codebook.load(overlay(tmp_path, "events/ASSAULT.yaml", data))
    assert words in str(caught.value)


def test_an_overlay_named_after_no_type_is_an_error(tmp_path):
    with pytest.raises(CodebookError, match="GOSSIP"):
        Codebook.load(overlay(tmp_path, "events/GOSSIP.yaml", {"frames": [FRAME]}))


def test_an_overlay_that_is_no_folder_is_an_error(tmp_path):
    with pytest.raises(CodebookError, match="not a folder"):
        Codebook.load(tmp_path / "nowhere")


def test_a_frame_that_asks_for_more_is_more_specific():
    bare = Frame.model_validate(FRAME)
    assert Frame.model_validate(FRAME | {"objects": ["convoy"]}).specificity > bare.specificity
