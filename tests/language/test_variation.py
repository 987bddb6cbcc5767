"""Nouns that only vary the name before them, and those that bring in somebody else."""

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article


def read(text: str) -> AnnotatedText:
    return annotate(Article.verbatim(text), nlp=load_pipeline())


@pytest.mark.parametrize(
    ("text", "noun", "name", "label"),
    [
        ("Boeing cut 900 jobs. The planemaker blamed a strike.", "planemaker", "Boeing", "ORG"),
        ("Ryanair cut 900 flights. The airline blamed a strike.", "airline", "Ryanair", "ORG"),
        ("Daehan Heavy won an order. The shipbuilder will hire 400 welders.", "shipbuilder", "Daehan Heavy", "ORG"),
        ("Tesla shut its plant in Berlin. The carmaker blamed arson.", "carmaker", "Tesla", "ORG"),
        ("The Halvar ran aground off Bodø. The ferry carried 90 people.", "ferry", "Halvar", "PRODUCT"),
        ("Rosa Kimani left the ruling party. The lawmaker gave no reason.", "lawmaker", "Rosa Kimani", "PERSON"),
        ("Sirin Aksoy fled Izmir. In Varna the poet found a room.", "poet", "Sirin Aksoy", "PERSON"),
    ],
)
def test_noun_takes_up_the_subject_before(text, noun, name, label):
    annotated = read(text)
    entity = annotated.entity_at(next(t for t in annotated.doc if t.text == noun))
    assert entity is not None
    assert (entity.name, entity.label) == (name, label)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("Honda cut 900 jobs. The union called a strike.", "union", "Honda"),
        ("Maria Lopes was arrested on Sunday. The lawyer said he would appeal.", "lawyer", "Maria Lopes"),
        ("Villagers in Berro saw the jet. The airline named no cause.", "airline", "Berro"),
        ("Jean Mabika died in Goma on Friday. The hospital named no cause.", "hospital", "Jean Mabika"),
        ("Fatou Diop sued the port. The carrier of the flag wept.", "carrier", "Fatou Diop"),
        ("Boeing and Airbus cut jobs. The planemaker blamed a strike.", "planemaker", "Boeing"),
        ("Omar Paz was fined in Lima. The actress wept.", "actress", "Omar Paz"),
    ],
)
def test_noun_brings_in_somebody_else(text, noun, name):
    annotated = read(text)
    entity = annotated.entity_at(next(t for t in annotated.doc if t.text == noun))
    assert entity is None or entity.name != name


def test_calling_of_a_person_needs_no_entry():
    annotated = read("Ahmed Sabry, an engineer at the dam, warned of cracks. The engineer was sacked in June.")
    assert annotated.entity_at(annotated.doc[-6]).name == "Ahmed Sabry"
