"""Who is taken up by what he did: every entry of doings.yaml on its own example, and what tells nothing."""

import re

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.doings import Doing
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article
from reportedly.resources import load_model

DOINGS = load_model("language/doings.yaml", list[Doing])


def entities_of(example: str):
    """Return the entities at the two brackets of an example."""
    spans = [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer(r"\[.+?\]", example))]
    annotated = annotate(Article.verbatim(re.sub(r"[\[\]]", "", example)), nlp=load_pipeline())
    roots = (annotated.doc.char_span(*span, alignment_mode="expand").root for span in spans)
    return [annotated.entity_at(root) for root in roots]


@pytest.mark.parametrize("doing", DOINGS, ids=lambda doing: f"{doing.verb} {doing.suffers}")
def test_noun_takes_up_who_its_example_says(doing):
    named, taken = entities_of(doing.example)
    assert taken is not None
    assert taken is named


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested [Omar Paz] and Luis Sol in Lima. [The suspect] said nothing.",
        "[Omar Paz] drove to Lima in May. It rained for days. [The driver] of the tram slept.",
        "[Rosa Paz], who edits a weekly, was fined. [The union] will appeal.",
    ],
)
def test_noun_that_no_doing_tells_of_one_name_stands_apart(text):
    named, taken = entities_of(text)
    assert taken is None or taken is not named


def test_no_doing_has_two_entries():
    assert len({(doing.verb, doing.suffers) for doing in DOINGS}) == len(DOINGS)
