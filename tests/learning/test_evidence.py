"""Which words about a name are believed, and which are not."""

import re

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.lexicon import Title
from reportedly.language.pipeline import load_pipeline
from reportedly.learning.descriptions import describe
from reportedly.learning.evidence import UnsureOffice, Untimely
from reportedly.records import Article
from reportedly.resolution.actors import ActorResolver
from reportedly.resources import load_model

UNTIMELY = load_model("actors/untimely.yaml", list[Untimely])
UNSURE = load_model("actors/unsure_offices.yaml", list[UnsureOffice])


def learned(text):
    """Return name, country, sectors and title of everything that a text teaches."""
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    found = describe(annotated, ActorResolver.load().view(annotated))
    return [(d.name, d.country, d.sectors, d.title) for d in found]


# Text, name, country, sectors, title.
BELIEVED = [
    ("Venezuelan Foreign Minister Pilar Rojas flew home.", "Pilar Rojas", "VEN", ("GOV",), "foreign minister"),
    ("Luis Arana, the president of Chile, signed it.", "Luis Arana", "CHL", ("GOV",), "president"),
    ("Chile's president, Luis Arana, signed it.", "Luis Arana", "CHL", ("GOV",), "president"),
    ("Chilean President Luis Arana signed it.", "Luis Arana", "CHL", ("GOV",), "president"),
    ("The law was signed by President Luis Arana on Monday.", "Luis Arana", None, ("GOV",), "president"),
    ("Diego Paz, the commander of the Colombian army, resigned.", "Diego Paz", "COL", ("MIL",), None),
    ("Ghanaian police spokesman Kofi Asante denied it.", "Kofi Asante", "GHA", ("COP",), "police spokesman"),
    ("Former Gambian President Amina Jallow flew home.", "Amina Jallow", "GMB", ("ELI",), "former president"),
    ("Mayor Rosa Quispe closed the bridge.", "Rosa Quispe", None, ("GOV",), "mayor"),
    ("Its foreign minister, Boubacar Kanté, denied it.", "Boubacar Kanté", None, ("GOV",), "foreign minister"),
    ("Kenyan journalist Amos Kiprono was freed.", "Amos Kiprono", "KEN", ("JRN",), None),
    ("General Bram de Wit ordered the retreat.", "Bram de Wit", None, ("MIL",), "general"),
]


@pytest.mark.parametrize(("text", "name", "country", "sectors", "title"), BELIEVED, ids=[row[0] for row in BELIEVED])
def test_what_is_believed(text, name, country, sectors, title):
    found = [row for row in learned(text) if row[0] == name]
    assert [row[1:3] for row in found] == [(country, sectors)]
    assert title is None or found[0][3] == title


NOT_BELIEVED = {
    "one word is no name": "Chilean Foreign Minister Solís flew home.",
    "said of somebody, not beside the name": "Marta Solís flew home. The foreign minister was tired.",
    "a predicate": "Marta Solís is no minister of Chile.",
    "another's spokesman": "Its spokesman, Salim Harthy, denied it.",
    "a firm's president": "David Ek, its president, denied it.",
    "a body that the codebook does not know": "Ilze Ozola, secretary of the Skylark Circle, denied it.",
    "a person's adviser": "Arana's adviser, Ivo Ek, denied it.",
    "a stranger before the title": "Skylark official Ivo Ek denied it.",
    "behind several names": "Ek, Sy and Marta Solís, the senator from Arica, danced.",
    "behind another name": "Marta Solís, who dismissed Paz, the Lima police chief, is in no danger.",
    "a committee of whatever": "Ana Ruiz, chair of the costume committee, was cheered.",
    "a suspect": "The alleged spy Pavel Orlov was arrested.",
    "a criminal": "Colombian trafficker Diego Paz was shot.",
    "a civilian": "Chilean farmer's widow Marta Solís wept.",
    "somebody's equal": "His counterpart, Emre Aksoy, waved.",
    "no role at all": "American Rose Tyler won the race.",
    "a role without a nationality": "The rebel Omar Sy fled.",
    "a title for a name": "Deputy Defence Minister resigned.",
}


@pytest.mark.parametrize("text", NOT_BELIEVED.values(), ids=NOT_BELIEVED.keys())
def test_what_is_not_believed(text):
    assert learned(text) == []


@pytest.mark.parametrize("entry", [*UNTIMELY, *UNSURE], ids=lambda entry: entry.example)
def test_an_example_of_the_codebook_teaches_nothing_of_its_name(entry):
    marked = re.search(r"\[(.+?)\]", entry.example)
    assert marked is not None
    names = {row[0] for row in learned(re.sub(r"[\[\]]", "", entry.example))}
    assert marked[1] not in names


@pytest.mark.parametrize("entry", UNTIMELY, ids=lambda entry: entry.word)
def test_without_its_untimely_word_an_example_would_teach(entry):
    sentence = re.sub(r"[\[\]]", "", entry.example)
    word = re.compile(rf"(the )?\b{re.escape(entry.word)}[ -]", re.I)
    assert word.search(sentence)
    assert learned(word.sub("", sentence))


def test_unsure_offices_are_titles_of_the_codebook_that_do_not_yield():
    titles = {t: title for title in load_model("actors/titles.yaml", list[Title]) for t in (title.title, *title.also)}
    assert all(not titles[entry.title].yields for entry in UNSURE)


def test_hostile_texts_teach_nothing_and_break_nothing():
    long = "Chilean Foreign Minister " + "Ana" * 4_000 + " Ruiz resigned."
    assert learned(long) == []
    assert learned("Chilean Foreign Minister Ana\x00 Ruiz\x1b[2J resigned.") == []
    assert learned("") == []


def test_sentences_and_titles_are_kept_on_one_line_and_short():
    text = "Chilean Foreign Minister Marta Solís" + ", tired and wet and cold," * 40 + " went\u2028home.\x07"
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    (found,) = describe(annotated, ActorResolver.load().view(annotated))
    assert len(found.sentence) <= 240
    assert found.sentence.isprintable()
