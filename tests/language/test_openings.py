"""Datelines in texts that are taken verbatim."""

import pytest

from reportedly import Article, Coder
from reportedly.language.openings import dateline_in, dateline_place
from reportedly.records import Dateline


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("GONAÏVES (AFP) - Gunmen freed two nuns.", "GONAÏVES", "Gunmen freed two nuns."),
        ("Nuns freed\n\nPORT-DE-PAIX, Nov 3 (Reuters) - Gunmen let go.\nMore.", "PORT-DE-PAIX", "Gunmen let go."),
        ("SUVA — Nurses walked out.", "SUVA", "Nurses walked out."),
    ],
)
def test_datelines(text: str, place: str, rest: str) -> None:
    opening = dateline_in(text)
    assert opening is not None
    assert opening.place == place
    assert text[opening.end :].startswith(rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Fiji's nurses walked out.",
        "Nurses – and there are 400 – walked out.",
        "A\nB\nSUVA — Nurses walked out.",
    ],
)
def test_texts_without_a_dateline(text: str) -> None:
    assert dateline_in(text) is None


def test_what_the_reader_found_goes_first() -> None:
    assert dateline_place(Article.verbatim("SUVA — Nurses left.", dateline=Dateline(place="Lautoka"))) == "Lautoka"
    assert dateline_place(Article.verbatim("SUVA — Nurses left.")) == "SUVA"
    assert dateline_place(Article.verbatim("Nurses left.")) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TRIPOLI (AFP) - Rebel shells killed nine students on Monday.", "TRIPOLI"),
        ("LIMA — Police arrested a former governor on Monday.", "LIMA"),
    ],
)
def test_the_place_of_a_dateline_does_nothing(coder: Coder, text: str, place: str) -> None:
    report = coder.code(text)
    assert report.article.text == text
    (event,) = report.events
    assert all(place not in actor.text for actor in event.actors)
