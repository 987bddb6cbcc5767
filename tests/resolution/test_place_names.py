import re
from typing import Any

import pytest

from reportedly.resolution.place_names import BareName, bare_name, fold_name, without_article
from reportedly.resources import load_yaml

RULES: dict[str, list[dict[str, Any]]] = load_yaml("gazetteer.yaml")
FORMS = {"letters": "letter", "abbreviations": "short", "articles": "article", "kind_words": "word", "links": "link"}


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Saint-Denis", "saint denis"),
        ("St. Denis", "saint denis"),
        ("ST DENIS", "saint denis"),
        ("Main St.", "main st"),
        ("Łódź", "lodz"),
        ("İzmir", "izmir"),
        ("Diyarbakır", "diyarbakir"),
        ("Þorlákshöfn", "thorlakshofn"),
        ("Cox’s Bazar", "coxs bazar"),
        ("Ḩaḑramawt", "hadramawt"),
        ("The Hague", "hague"),
        ("the", "the"),
        ("Washington, D.C.", "washington d c"),
        ("北京", "北京"),
        ("…", ""),
    ],
)
def test_fold_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded
    assert fold_name(folded) == folded


@pytest.mark.parametrize(
    ("folded", "bare"),
    [
        ("idlib province", BareName("idlib", "region")),
        ("province of isfahan", BareName("isfahan", "region")),
        ("departamento de huila", BareName("huila", "region")),
        ("kano city", BareName("kano", "city")),
        ("province", None),
        ("of isfahan", None),
        ("isfahan", None),
        ("", None),
    ],
)
def test_bare_name(folded: str, bare: BareName | None) -> None:
    assert bare_name(folded) == bare


@pytest.mark.parametrize(
    ("folded", "rest"), [("al hasakah", "hasakah"), ("el fasher", "fasher"), ("al", None), ("alma ata", None)]
)
def test_without_article(folded: str, rest: str | None) -> None:
    assert without_article(folded) == rest


@pytest.mark.parametrize(
    ("form", "example"),
    [(entry[FORMS[section]], entry["example"]) for section, entries in RULES.items() for entry in entries],
)
def test_example_uses_its_entry(form: str, example: str) -> None:
    ends = ("", "") if len(form) == 1 else (r"\b", r"\b")
    assert re.search(ends[0] + re.escape(form) + ends[1], example.casefold())
