"""What the loaded pipeline adds to spaCy's: repaired lemmas."""

import pytest

from reportedly.language.pipeline import LemmaRepair, load_pipeline
from reportedly.resources import load_model


@pytest.mark.parametrize("entry", load_model("language/lemmas.yaml", list[LemmaRepair]), ids=lambda entry: entry.form)
def test_repaired_lemmas(entry: LemmaRepair) -> None:
    token = next(t for t in load_pipeline()(entry.example) if t.lower_ == entry.form)
    assert token.lemma_ == entry.lemma
