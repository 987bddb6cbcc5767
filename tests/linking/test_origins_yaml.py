"""Every example of the YAML files on speakers, deeds and figures shows what its entry claims."""

import re

import pytest

from reportedly.language.given_names import fold
from reportedly.linking.casualties import casualty_units
from reportedly.linking.contrasts import words_of
from reportedly.linking.deeds import loose_words, may_be_one_inside, reason_of, types_near
from reportedly.linking.figure_words import figure_words
from reportedly.linking.recalling import recalled_days
from reportedly.linking.revising import correcting_words, correction_in, is_retracting, revised_figures, revising_verb
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.unharmed import find_unharmed
from reportedly.linking.words import all_stems, stem_list, stems_of
from reportedly.records import EventType
from reportedly.resources import load_yaml

MARKED = re.compile(r"\[([^\]]+)\]")


def entries(name):
    return load_yaml(f"linking/{name}.yaml")


def marked(entry):
    (words,) = MARKED.findall(entry["example"])
    return words


@pytest.mark.parametrize("entry", entries("irregular"), ids=lambda entry: entry["verb"])
def test_irregular_forms_come_to_their_verb(entry):
    assert stem_list(marked(entry)) == stem_list(entry["verb"])
    assert {stem_list(form) for form in entry["forms"]} == {stem_list(entry["verb"])}


@pytest.mark.parametrize("entry", entries("casualties"), ids=lambda entry: entry["kind"])
def test_units_count_victims(entry):
    assert casualty_units()[stem_list(marked(entry))[-1]] == entry["kind"]


@pytest.mark.parametrize("entry", entries("speakers"), ids=lambda entry: entry["group"])
def test_words_of_speakers_stand_in_their_group(entry):
    assert fold(marked(entry)) in speaker_words(entry["group"])


@pytest.mark.parametrize("entry", entries("deeds"), ids=lambda entry: entry["type"])
def test_words_of_deeds_tell_their_type(entry):
    beside = all_stems(entry.get("beside", ()))
    assert any(words <= stems_of(marked(entry)) for words in loose_words(EventType(entry["type"]), beside))
    others = {"ASSAULT": "shoot", "COERCE": "arrest"}
    found = loose_words(EventType(entry["type"]), stems_of(others.get(entry["type"], "")))
    assert not beside or not any(words <= stems_of(marked(entry)) for words in found)


@pytest.mark.parametrize("entry", entries("corrections"), ids=lambda entry: entry["kind"])
def test_words_of_corrections_are_found(entry):
    sentence = entry["example"].replace("[", "").replace("]", "")
    assert marked(entry).casefold() in correcting_words(entry["kind"])
    if entry["kind"] == "correction":
        assert correction_in(sentence) == (0, len(sentence))
    elif entry["kind"] == "own report":
        assert correction_in(sentence, house="Delta Wire") == (0, len(sentence))
        assert correction_in(sentence, house="Lagoon Post") is None
    elif entry["kind"] == "retraction":
        assert is_retracting(sentence)
    else:
        assert sentence[revising_verb(sentence) :].startswith(marked(entry))


@pytest.mark.parametrize("entry", entries("figures"), ids=lambda entry: entry["group"])
def test_words_around_figures_stand_in_their_group(entry):
    assert marked(entry) in figure_words(entry["group"])


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("The ministry raised the figure to 23.", 23, None),
        ("The union put the march at about 900.", 900, "people"),
        ("The governor raised the number of wrecked barns to 40.", 40, "wrecked barns"),
        ("The court cut his sentence to nine years.", None, None),
        ("The bank lowered its rate to 4 per cent.", None, None),
        ("The mayor put the start at 9 am.", None, None),
    ],
)
def test_figures_that_a_sentence_changes(sentence, value, unit):
    found = [(figure.value, figure.unit) for figure in revised_figures(sentence, 0)]
    assert found == ([] if value is None else [(value, unit)])


@pytest.mark.parametrize("entry", entries("recalling"), ids=lambda entry: f"{entry['group']}-{entry.get('days', 0)}")
def test_words_of_looking_back_tell_a_day(entry):
    sentence = entry["example"].replace("[", "").replace("]", "")
    assert marked(entry) in entry["words"]
    assert len(list(recalled_days(sentence, days=("2026-05-20",)))) == 1


@pytest.mark.parametrize("entry", entries("contrasts"), ids=lambda entry: entry["group"])
def test_words_of_contrasts_stand_in_their_group(entry):
    assert marked(entry) in words_of(entry["group"])


@pytest.mark.parametrize("entry", entries("unharmed"), ids=lambda entry: "-".join(entry["kinds"]))
def test_phrases_say_that_nobody_came_to_harm(entry):
    sentence = entry["example"].replace("[", "").replace("]", "")
    found = find_unharmed(sentence, (0, len(sentence)))
    assert {(figure.kind, figure.value, figure.text) for figure in found} == {
        (kind, 0.0, marked(entry)) for kind in entry["kinds"]
    }


@pytest.mark.parametrize("entry", entries("near_types"), ids=lambda entry: "-".join(entry["types"]))
def test_near_types_are_near_both_ways(entry):
    one, other = map(EventType, entry["types"])
    assert other in types_near(one)
    assert one in types_near(other)
    assert reason_of(one, other) == reason_of(other, one) == entry["reason"]
    assert may_be_one_inside(other, one) == entry.get("inside", False)


@pytest.mark.parametrize("entry", entries("near_types"), ids=lambda entry: "-".join(entry["types"]))
def test_the_coder_sees_one_act_as_either_type(entry, coder):
    seen = [{event.type for event in coder.code(half.strip()).events} for half in entry["example"].split("|")]
    assert all(types & set(map(EventType, entry["types"])) for types in seen)


def test_types_without_an_entry_are_near_none_but_themselves():
    assert types_near(EventType.PROTEST) == {EventType.PROTEST}
    assert reason_of(EventType.PROTEST, EventType.AID) is None


@pytest.mark.parametrize("entry", entries("other_senses"), ids=lambda entry: entry["phrase"][:40])
def test_phrases_of_another_sense_leave_no_word_of_a_deed(entry):
    before, phrase, after = re.split(r"[\[\]]", entry["example"])
    assert stem_list(before + phrase + after) == stem_list(before) + stem_list(after)
