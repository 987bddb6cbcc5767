"""Every example of the language room's word lists holds."""

import re

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.given_names import Region, given_names
from reportedly.language.lexicon import ActingVerbs, Honorific, Relation, RoleNoun, SpeechVerb, Vessel
from reportedly.language.pipeline import load_pipeline
from reportedly.language.word_groups import WordGroup, words_of
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


@pytest.mark.parametrize("entry", load_model("language/relations.yaml", list[Relation]), ids=lambda entry: entry.noun)
def test_relation_stands_for_whom_its_example_says(entry: Relation) -> None:
    annotated, spans = _marked(entry.example)
    named, noun = (annotated.doc.char_span(*span, alignment_mode="expand").root for span in spans)
    assert annotated.entity_at(noun) is not None
    assert annotated.entity_at(noun) is annotated.entity_at(named)


@pytest.mark.parametrize("entry", load_model("language/given_names.yaml", list[Region]), ids=lambda entry: entry.region)
def test_given_name_tells_whom_the_pronoun_stands_for(entry: Region) -> None:
    annotated, spans = _marked(entry.example)
    named, pronoun = (annotated.doc.char_span(*span, alignment_mode="expand").root for span in spans)
    assert annotated.entity_at(pronoun) is not None
    assert annotated.entity_at(pronoun) is annotated.entity_at(named)


@pytest.mark.parametrize(
    "entry", load_model("language/acting_verbs.yaml", list[ActingVerbs]), ids=lambda entry: entry.sense
)
def test_subject_of_an_acting_verb_is_found(entry: ActingVerbs) -> None:
    annotated, [span] = _marked(entry.example)
    subject = annotated.doc.char_span(*span, alignment_mode="expand").root
    assert subject.dep_ == "nsubj"
    assert subject.head.lemma_ in entry.verbs


@pytest.mark.parametrize(
    "entry", load_model("language/function_words.yaml", list[WordGroup]), ids=lambda entry: entry.group
)
def test_example_marks_a_word_of_its_group(entry: WordGroup) -> None:
    annotated, [span] = _marked(entry.example)
    token = annotated.doc.char_span(*span, alignment_mode="expand").root
    assert {token.lower_, token.lemma_} & words_of(entry.group)


def test_given_names_are_single_words_of_one_gender() -> None:
    genders = given_names()
    assert len(genders) > 1500
    assert all(" " not in name for name in genders)
    assert None not in genders.values()


def test_no_role_noun_has_two_entries() -> None:
    entries = load_model("language/roles.yaml", list[RoleNoun])
    words = [(word, role.plural) for role in entries for word in (role.word, *role.also)]
    assert len(set(words)) == len(words)
