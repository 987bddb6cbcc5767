import json

import pytest

from reportedly.errors import SettingsError
from reportedly.reading import ReadingOptions, read

WIRE = "MAPUTO, Nov 3 - Dockers in Maputo went back to work after a week.\n\nTheir union had asked for gloves.\n"
GIVEN = ReadingOptions(publisher="Lagoon Mail", published="2025-11-04")


@pytest.mark.parametrize("wrong", [{"max_bytes": 0}, {"encoding": "utf-99"}, {"published": "3 May"}])
def test_reading_options_refuse_nonsense(wrong):
    with pytest.raises(SettingsError):
        ReadingOptions(**wrong)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(WIRE, id="text"),
        pytest.param(f"<html><body><article><p>{WIRE}</p><p>They loaded sugar.</p></article></body></html>", id="page"),
        pytest.param(json.dumps({"text": WIRE}), id="record"),
    ],
)
def test_what_the_caller_gives_fills_what_an_article_lacks(source):
    (article,) = read(source.encode(), options=GIVEN)
    assert article.publisher is not None and article.publisher.name == "Lagoon Mail"
    assert article.dateline is not None and article.dateline.date == "2025-11-03"
    assert ("2025-11-04", "given") in [(each.value, each.evidence) for each in article.published.candidates]


def test_what_an_article_shows_comes_before_what_the_caller_gives():
    (article,) = read(f"Published: 5 March 2025\n\n{WIRE}".encode(), options=GIVEN)
    assert article.published.value == "2025-03-05"
    assert all(each.evidence != "given" for each in article.published.candidates)
