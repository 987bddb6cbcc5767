"""Items of agencies in JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import ReadError
from reportedly.reading import read, read_all
from reportedly.reading.ninjs import is_ninjs, read_ninjs
from reportedly.records import Article, Dateline, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."
THIRD: dict[str, Any] = {
    "uri": "urn:newsml:meridian.example:20250303:77",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "versionCreated": "2025-03-03T10:15:00+12:00",
    "firstCreated": "2025-03-03T08:00:00+12:00",
    "pubStatus": "usable",
    "copyrightHolder": "Meridian Wire",
    "headlines": [{"role": "sub", "value": "Ninety on board"}, {"role": "main", "value": "Ferry leaves <b>Suva</b>"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Plain text, second choice. " + STORY},
        {"role": "main", "contentType": "text/html", "value": f"<p>{STORY}</p><p>Nobody was hurt.</p>"},
        {"role": "caption", "contentType": "text/html", "value": "<p>A ship.</p>"},
    ],
    "by": "By Ana Sitoe",
    "infoSources": [{"name": "Fiji Broadcasting Agency", "role": "https://cv.example/origin"}],
    "located": "Suva",
}
FIRST: dict[str, Any] = {
    "uri": "https://meridian.example/items/77",
    "versioncreated": "2025-03-03T10:15:00Z",
    "headline": "Ferry leaves Suva",
    "byline": "Ana Sitoe",
    "body_text": STORY,
    "located": "Suva",
}


def article_of(item: dict[str, Any]) -> Article:
    return read_ninjs(item, raw=json.dumps(item).encode(), name="item")


def test_an_item_of_the_third_generation_is_read() -> None:
    assert is_ninjs(THIRD)
    article = article_of(THIRD)
    assert article.text == f"{STORY}\n\nNobody was hurt."
    assert (article.title, article.byline, article.url) == ("Ferry leaves Suva", ("Ana Sitoe",), None)
    assert article.publisher and article.publisher.name == "Meridian Wire"
    assert (article.credits, article.dateline) == (("Fiji Broadcasting Agency",), Dateline(place="Suva"))
    assert (article.published.value, article.published.evidence) == (
        "2025-03-03T10:15:00+12:00",
        "field versioncreated",
    )


def test_earlier_generations_write_other_names() -> None:
    assert is_ninjs(FIRST)
    article = article_of(FIRST)
    assert (article.title, article.text, article.byline) == ("Ferry leaves Suva", STORY, ("Ana Sitoe",))
    assert article.url == "https://meridian.example/items/77"
    second = {key.lower(): value for key, value in THIRD.items()} | {
        "bodies": [{"contenttype": "text/plain", "value": f"{STORY} Sea state < 2 m & calm."}]
    }
    assert article_of(second).text.endswith("Sea state < 2 m & calm.")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"pubStatus": "withheld"}, "is withheld"),
        ({"pubStatus": "canceled"}, "was canceled by its agency; `reportedly retract`"),
        ({"pubStatus": "secret"}, "publishing status 'secret', which is not known"),
        ({"type": "picture"}, "is no text but of the type picture"),
        ({"bodies": []}, "holds no body"),
        ({"bodies": "text"}, "holds no body"),
    ],
)
def test_what_may_not_or_cannot_be_read_is_told(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        article_of(THIRD | change)


@pytest.mark.parametrize(
    "record", [{"title": "A", "text": "B"}, {"uri": "https://a.example", "headline": "A", "body": "B"}, {}]
)
def test_other_records_are_none(record: dict[str, Any]) -> None:
    assert not is_ninjs(record)


@pytest.mark.parametrize("form", ["one", "array", "lines"])
def test_items_come_alone_and_in_many(tmp_path: Path, form: str) -> None:
    withheld = THIRD | {"pubStatus": "withheld"}
    match form:
        case "one":
            written = json.dumps(THIRD, indent=2)
        case "array":
            written = json.dumps([THIRD, withheld])
        case _:
            written = f"{json.dumps(THIRD)}\n{json.dumps(withheld)}\n"
    path = tmp_path / ("items.jsonl" if form == "lines" else "items.json")
    path.write_text(written)
    article, *rest = read_all([str(path)])
    assert isinstance(article, Article) and article.title == "Ferry leaves Suva"
    assert [isinstance(failure, Failure) for failure in rest] == ([] if form == "one" else [True])


def test_odd_values_do_no_harm() -> None:
    odd = {
        "uri": 3,
        "pubStatus": None,
        "type": [],
        "bodies": [None, {"value": 7}, {"value": STORY}],
        "headlines": {"value": "A"},
    }
    assert list(read(json.dumps(odd).encode()))[0].text == STORY
