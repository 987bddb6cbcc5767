"""The preparation of the judge's training rows, of which nothing needs the training's own environment."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

from reportedly.coding.judging.labels import LABELS, NOTHING

FOLDER = Path(__file__).resolve().parents[2] / "training" / "events"


def load(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # the folder's modules import one another by name
    spec.loader.exec_module(module)
    return module


ROWS, GENERATE, LOCKED = load("rows"), load("generate"), load("locked")
MARKED = list(ROWS.sentence_rows())


def words(row):
    return tuple(None if span is None else row.text[slice(*span)] for span in row.marks)


@pytest.mark.parametrize("row", MARKED, ids=lambda row: row.text[:60])
def test_marked_sentence_is_whole(row):
    assert not set(row.text) & set("[]{}")
    assert any(row.marks)
    assert all(text is None or text.strip() == text != "" for text in words(row))


def test_a_third_of_the_marked_sentences_are_hard():
    """Sentences without an event, near misses, and sentences in which only the marks decide between several acts."""
    hard = [row for row in MARKED if LABELS[row.label] == NOTHING]
    texts = [row.text for row in MARKED]
    several = [row for row in MARKED if texts.count(row.text) > 1 and LABELS[row.label] != NOTHING]
    near = ROWS.yaml.safe_load((FOLDER / "near_misses.yaml").read_text(encoding="utf-8"))
    others = sum(len(sentences) for label, sentences in near.items() if label != NOTHING)
    assert len(hard) + len(several) + others >= len(MARKED) / 3


def test_marks_become_spans():
    row = ROWS.read_marked("A[Chad] E[accused] R[Sudan] before X[Mali].", LABELS.index("ACCUSE"))
    assert words(row) == ("Chad", "Sudan", "accused")
    assert [row.text[slice(*span)] for span in row.others] == ["Mali"]


def test_codebook_examples_all_become_rows():
    rows = list(ROWS.codebook_rows())
    assert len(rows) > 1000
    assert {LABELS[row.label] for row in rows} == set(LABELS)
    tempted = [words(row)[2] for row in rows if LABELS[row.label] == NOTHING and row.marks.trigger]
    assert tempted


def test_generated_rows_are_marked_where_their_people_stand():
    generator = GENERATE.Generator(np.random.default_rng(2))
    rows = generator.rows(5 * len(LABELS))
    assert {LABELS[row.label] for row in rows} == set(LABELS)
    for row in rows:
        assert not set(row.text) & set("[]{}")
        assert all(text is None or text.strip() == text != "" for text in words(row))


def test_the_same_chance_makes_the_same_rows():
    first, second = (GENERATE.Generator(np.random.default_rng(5)).rows(40) for _ in range(2))
    assert first == second


def test_a_replaced_party_moves_the_other_marks():
    generator = GENERATE.Generator(np.random.default_rng(1))
    row = ROWS.read_marked("A[Chad] E[accused] R[Sudan] of arming rebels.", 0)
    for _ in range(20):
        replaced = generator.replaced(row, 1.0)
        assert words(replaced)[2] == "accused"
        assert replaced.text.endswith(f"{words(replaced)[1]} of arming rebels.")


def test_every_locked_row_is_still_there():
    """The shipped judge can be made again from this tree."""
    rows = [*ROWS.codebook_rows(), *MARKED]
    assert len(LOCKED.locked(rows, LOCKED.locked_names())) > 2000


def test_locked_rows_do_not_depend_on_the_order_of_the_files():
    names = [LOCKED.name_of(row) for row in MARKED[:40]]
    assert LOCKED.locked(MARKED, names) == LOCKED.locked(reversed(MARKED), reversed(names))


def test_rows_that_were_not_locked_stay_out():
    names = [LOCKED.name_of(row) for row in MARKED[:3]]
    assert len(LOCKED.locked(MARKED, names)) == 3


def test_a_locked_row_that_is_gone_is_told():
    with pytest.raises(ValueError, match=r"1 rows of rows\.lock are no longer in the codebook"):
        LOCKED.locked(MARKED[1:], [LOCKED.name_of(MARKED[0])])
