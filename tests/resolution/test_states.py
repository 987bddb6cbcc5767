"""Which states a counted plural stands for."""

import pytest

from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article
from reportedly.resolution.actors import ActorResolver

CASES = [
    ("Kenya recalled its envoy. Uganda protested. The two countries signed a deal.", "countries", ["KEN", "UGA"]),
    ("Kenyan troops shot at Ugandan fishermen. Both governments asked for talks.", "governments", ["KEN", "UGA"]),
    ("Peru, Chile and Bolivia share the lake. The three nations will patrol it.", "nations", ["PER", "CHL", "BOL"]),
    ("India and Pakistan traded fire. It rained. The two armies blamed each other.", "armies", ["IND", "PAK"]),
    ("Qatar hosted talks. Chad and Niger sent envoys. The two states signed.", "states", ["TCD", "NER"]),
    # More states than are counted: nobody can tell which.
    ("Peru, Chile and Bolivia share the lake. The two nations will patrol it.", "nations", [None]),
    # Those that the text keeps naming.
    (
        "Chad shelled Niger. Niger blamed Chad. Qatar urged both to talk. In May the two countries signed a truce.",
        "countries",
        ["TCD", "NER"],
    ),
    # None before, or new ones.
    ("The two countries will share the lake.", "countries", [None]),
    ("Kenya and Uganda share the lake. Two countries on its shore fish in it.", "countries", [None]),
    # A body of states is no state.
    ("The United Nations warned Chad. The two countries share the lake.", "countries", [None]),
]


@pytest.mark.parametrize(("text", "noun", "codes"), CASES)
def test_counted_states(text: str, noun: str, codes: list[str | None]) -> None:
    annotated = annotate(Article.verbatim(text), nlp=load_pipeline())
    head = next(token for token in annotated.doc if token.text == noun)
    actors = ActorResolver.load().view(annotated).resolve_all(head)
    assert [actor.country for actor in actors] == codes
    assert {text[slice(*actor.span)] for actor in actors if actor.span} == {actors[0].text}
