import importlib.util
from pathlib import Path

import pytest

from reportedly.coding.confidence import MOST, START, Rubric

ROOT = Path(__file__).resolve().parent.parent.parent


def test_confidence_is_the_product_of_the_factors():
    rubric = Rubric()
    assert rubric.confidence([]) == START
    assert rubric.confidence(["no-actor"]) == round(START * rubric.reasons["no-actor"].factor, 2)
    assert rubric.confidence(["told-again"] * 9) == MOST


def test_an_unknown_reason_is_a_mistake():
    with pytest.raises(KeyError):
        Rubric().confidence(["gut-feeling"])


def test_the_page_of_reasons_is_up_to_date():
    spec = importlib.util.spec_from_file_location("reasons", ROOT / "genscripts" / "reasons.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.PAGE.read_text(encoding="utf-8") == module.page(Rubric().reasons), "run `make docs`"
