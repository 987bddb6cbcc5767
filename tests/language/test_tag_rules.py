"""The pipeline's rules from tags to parts of speech: remembered, they set what spaCy's own matcher sets."""

import pytest
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from reportedly.language.pipeline import load_pipeline
from reportedly.language.tag_rules import TagRules

TEXTS = [
    "There are two ferries in the port, and there's a third one outside.",
    '"Let\'s go", the skipper said; "we ain\'t gonna wait, you gotta help us."',
    "It is not what you have\u00a0done.\nThe crew didn't, y'all know that.\n\n",
    "I saw it, though the minister that had been there would deny it.",
    "Gaza 12,5 % …  \t what's  that?",
]


def ruler_of(nlp: Language) -> AttributeRuler:
    ruler = dict(nlp.components)["attribute_ruler"]
    assert isinstance(ruler, AttributeRuler)
    return ruler


def tagged(text: str) -> Doc:
    """Return a text as it stands before any rule."""
    nlp = load_pipeline()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "sentence_starts", "parser"]):
        return nlp(text)


def seen(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_remembered_rules_set_what_the_ruler_sets(text: str) -> None:
    ruler = ruler_of(load_pipeline())
    rules = TagRules(ruler)
    for _ in range(2):  # asked, then remembered
        assert seen(rules(tagged(text))) == seen(ruler(tagged(text)))


def test_later_rules_have_the_last_word_whether_they_look_at_one_word_or_two() -> None:
    ruler = AttributeRuler(load_pipeline().vocab)
    ruler.add([[{"LOWER": "boats"}]], {"POS": "VERB"})
    ruler.add([[{"LOWER": "two"}, {"LOWER": "boats"}]], {"POS": "ADJ"}, index=1)
    ruler.add([[{"LOWER": {"IN": ["boats"]}}]], {"LEMMA": "boat"})
    ruler.add([[{"LOWER": {"REGEX": "^tw"}}]], {"POS": "X"})
    doc = TagRules(ruler)(Doc(load_pipeline().vocab, words=["Two", "boats"]))
    assert [(t.pos_, t.lemma_) for t in doc] == [("X", ""), ("ADJ", "boat")]
