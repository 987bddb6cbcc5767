"""The pipeline's lemmatizer: remembered, it answers what spaCy's own does."""

import pytest
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc

from reportedly.language import known_lemmas
from reportedly.language.known_lemmas import KnownLemmas, looks_at_words_alone
from reportedly.language.pipeline import load_pipeline

TEXTS = [
    "Two ferries left the port; the third one, older and slower, was leaving.",
    "They left. The left won the left-wing seats that its rivals had left, Ms. Leaves said.",
    "He saws wood; he saw the saws. \n\n The WHO's doses didn't reach us…",
    "1,204 men, £3m and a 5% share:  better than ever.",
]


def lemmatizer_of_pipeline() -> EnglishLemmatizer:
    found = dict(load_pipeline().components)["lemmatizer"]
    assert isinstance(found, EnglishLemmatizer)
    return found


def unlemmatized(text: str) -> Doc:
    nlp = load_pipeline()
    with nlp.select_pipes(disable=["lemmatizer", "known_lemmas", "lemma_repairs", "ner"]):
        return nlp(text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("overwrite", [False, True])
def test_remembered_lemmas_are_those_of_the_lemmatizer(text: str, overwrite: bool) -> None:
    own = lemmatizer_of_pipeline()
    lemmatizer = EnglishLemmatizer(own.vocab, own.model, mode="rule", overwrite=overwrite)
    lemmatizer.lookups = own.lookups
    known = KnownLemmas(lemmatizer)
    for _ in range(2):  # asked, then remembered
        given, expected = unlemmatized(text), unlemmatized(text)
        given[0].lemma_ = expected[0].lemma_ = "kept"
        assert [t.lemma_ for t in known(given)] == [t.lemma_ for t in lemmatizer(expected)]


def test_no_more_words_are_remembered_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_lemmas, "MOST", 3)
    known, expected = KnownLemmas(lemmatizer_of_pipeline()), load_pipeline()(TEXTS[0])
    assert [t.lemma_ for t in known(unlemmatized(TEXTS[0]))] == [t.lemma_ for t in expected]
    assert len(known._answers) <= 3


def test_only_a_lemmatizer_by_rules_is_remembered() -> None:
    own = lemmatizer_of_pipeline()
    assert looks_at_words_alone(own)
    assert not looks_at_words_alone(EnglishLemmatizer(own.vocab, own.model, mode="lookup"))
    assert not looks_at_words_alone(lambda doc: doc)
