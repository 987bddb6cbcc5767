"""What the loaded pipeline adds to spaCy's: repaired lemmas, abbreviated ranks."""

import pytest

from reportedly.language.pipeline import Abbreviation, LemmaRepair, load_pipeline
from reportedly.resources import load_model


@pytest.mark.parametrize("entry", load_model("language/lemmas.yaml", list[LemmaRepair]), ids=lambda entry: entry.form)
def test_repaired_lemmas(entry: LemmaRepair) -> None:
    token = next(t for t in load_pipeline()(entry.example) if t.lower_ == entry.form)
    assert token.lemma_ == entry.lemma


@pytest.mark.parametrize(
    "entry", load_model("language/abbreviations.yaml", list[Abbreviation]), ids=lambda entry: entry.word
)
def test_an_abbreviated_rank_is_one_word_and_ends_no_sentence(entry: Abbreviation) -> None:
    doc = load_pipeline()(entry.example.replace("[", "").replace("]", ""))
    assert entry.word in [token.text for token in doc]
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize("word", ["co-operative", "co-founder", "Co-operative"])
def test_a_word_with_a_prefix_is_one_word(word: str) -> None:
    assert word in [token.text for token in load_pipeline()(f"The {word} shut a well-known mill.")]


def test_other_words_are_parted_at_their_hyphens() -> None:
    tokens = [token.text for token in load_pipeline()("The Franco-Italian firm met the vice-president.")]
    assert tokens[1:4] == ["Franco", "-", "Italian"]
    assert tokens[7:10] == ["vice", "-", "president"]
