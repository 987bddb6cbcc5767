"""Every example of the language room's word lists holds."""

import re

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.lexicon import Honorific, RoleNoun, SpeechVerb, Vessel
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article
from reportedly.resources import load_model

BRACKETS = re.compile(r"[\[\]]")


def _marked(example: str) -> tuple[AnnotatedText, list[tuple[int, int]]]:
    """Return the example without brackets, annotated, and where the brackets stood."""
    spans = [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer(r"\[.+?\]", example))]
    return annotate(Article.verbatim(BRACKETS.sub("", example)), nlp=load_pipeline()), spans


@pytest.mark.parametrize(
    "example", [entry.example for entry in load_model("language/honorifics.yaml", list[Honorific])]
)
def test_honorific_stands_outside_the_name(example: str) -> None:
    annotated, [span] = _marked(example)
    names = {entity.name: entity.label for entity in annotated.entities}
    assert names.get(annotated.words(span)) == "PERSON"


@pytest.mark.parametrize("example", [entry.example for entry in load_model("language/vessels.yaml", list[Vessel])])
def test_vessel_is_a_product(example: str) -> None:
    annotated, [span] = _marked(example)
    names = {entity.name: entity.label for entity in annotated.entities}
    assert names.get(annotated.words(span)) == "PRODUCT"


@pytest.mark.parametrize("entry", load_model("language/speech.yaml", list[SpeechVerb]), ids=lambda entry: entry.lemma)
def test_subject_of_a_verb_of_speech_is_found(entry: SpeechVerb) -> None:
    annotated, [span] = _marked(entry.example)
    subject = annotated.doc.char_span(*span, alignment_mode="expand").root
    assert subject.dep_ == "nsubj"
    assert subject.head.lemma_ == entry.lemma


@pytest.mark.parametrize("entry", load_model("language/roles.yaml", list[RoleNoun]), ids=lambda entry: entry.word)
def test_role_noun_stands_for_whom_its_example_says(entry: RoleNoun) -> None:
    annotated, spans = _marked(entry.example)
    named, role = (annotated.doc.char_span(*span, alignment_mode="expand").root for span in spans)
    assert annotated.entity_at(role) is not None
    assert annotated.entity_at(role) is annotated.entity_at(named)
