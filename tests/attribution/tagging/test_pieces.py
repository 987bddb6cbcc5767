import numpy as np
import pytest

from reportedly.attribution.tagging.pieces import PARAGRAPH, SENTENCE, SEP, cut_into_pieces


def words(pieces, text):
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


def test_pieces_cover_every_word_in_order(tagger):
    text = "The envoy\u2019s caf\u00e9 burned.\n\n \n\u201cWe left,\u201d he said."
    pieces = cut_into_pieces(text, tagger.tokenizer)
    assert "".join(words(pieces, text)) == "".join(text.split())
    assert np.all(np.diff(pieces.starts) >= 0)


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n "])
def test_text_without_words_has_no_pieces(text, tagger):
    assert len(cut_into_pieces(text, tagger.tokenizer)) == 0


def test_every_paragraph_ends_with_a_separator(tagger):
    pieces = cut_into_pieces("One road.\nTwo roads.", tagger.tokenizer)
    assert (pieces.ids == SEP).sum() == 2
    assert pieces.cuts[pieces.ids == SEP].tolist() == [PARAGRAPH, PARAGRAPH]


def test_sentences_may_be_cut_and_abbreviations_not(tagger):
    text = "The U.S. army left. Nobody stayed in the no. 7 camp."
    pieces = cut_into_pieces(text, tagger.tokenizer)
    assert [text[: pieces.ends[i]] for i in np.flatnonzero(pieces.cuts == SENTENCE)] == ["The U.S. army left."]


@pytest.mark.parametrize(("word", "feature"), [("dam", 1), ("Dam", 3), ("DAM", 5), ("1998", 7), ("A", 3), (",", 1)])
def test_letters_show_how_a_word_is_written(word, feature, tagger):
    assert cut_into_pieces(word, tagger.tokenizer).features[0] == feature
    assert cut_into_pieces(f'"{word}"', tagger.tokenizer).features[1] == feature + 1
