"""Every entry of modality.yaml reads its own example; and how readings combine."""

import pytest

from reportedly.attribution.modality import ModalityWords, Reading, Role, read_modality
from reportedly.records import Factuality, Modality

WORDS = ModalityWords.load()


def trigger_of(example, read):
    start, end = example.index("{"), example.index("}") - 1
    annotated, _ = read(example.replace("{", "").replace("}", ""))
    return annotated.doc.char_span(start, end).root


@pytest.mark.parametrize("entry", WORDS.entries, ids=lambda entry: entry.example)
def test_entry_reads_its_example(entry, read):
    reading = read_modality(trigger_of(entry.example, read), WORDS)
    assert reading.factuality is entry.factuality
    if entry.modality is not None:
        assert reading.modality is entry.modality


@pytest.mark.parametrize(
    ("sentence", "modality", "factuality"),
    [
        ("The army {attacked} the port.", Modality.ACTUAL, Factuality.CT_PLUS),
        ("The army did not plan to {attack} the port.", Modality.NEGATED, Factuality.UU),
        ("The army did not fail to {capture} the port.", Modality.NEGATED, Factuality.CT_PLUS),
        ("The army will condemn the {attack}.", Modality.ACTUAL, Factuality.CT_PLUS),
        ("The army will launch an {attack}.", Modality.FUTURE, Factuality.UU),
        ("The guards did not carry out the {attack}.", Modality.NEGATED, Factuality.CT_MINUS),
        ("The {attack} did not kill anyone.", Modality.ACTUAL, Factuality.CT_PLUS),
        ("Nobody knows whether the army {attacked} the port.", Modality.HYPOTHETICAL, Factuality.UU),
        ("The {attack} may happen in May.", Modality.HYPOTHETICAL, Factuality.PS_PLUS),
    ],
)
def test_reading_of_a_sentence(sentence, modality, factuality, read):
    reading = read_modality(trigger_of(sentence, read), WORDS)
    assert (reading.modality, reading.factuality) == (modality, factuality)


def test_lesser_certainty_and_earlier_modality_win():
    reading = Reading().combined(Modality.FUTURE, "PS").combined(Modality.HYPOTHETICAL, "PR", flips=True)
    assert reading == Reading(Modality.HYPOTHETICAL, "PS", positive=False)
    assert reading.factuality is Factuality.PS_MINUS


def test_unknown_word_has_no_entry():
    assert WORDS.find(Role.AUXILIARY, "windmill") is None
