"""Records of news services, under the names that each uses."""

import json
from pathlib import Path

import pytest

from reportedly.errors import SettingsError
from reportedly.reading import ReadingOptions, read
from reportedly.reading.fieldmaps import field_map, preset_book
from reportedly.reading.jsonl import find_field


@pytest.mark.parametrize("name", sorted(preset_book()))
def test_an_example_gives_every_field_of_its_preset(name: str) -> None:
    preset = preset_book()[name]
    record = json.loads(preset.example)
    assert all(find_field(record, field, names=names) for field, names in preset.fields.items())
    (article,) = read(preset.example.encode(), options=ReadingOptions(fields=name))
    assert (article.title, article.text) == ("Ferry leaves Suva", "The ferry left on Monday.")
    assert (article.url, (article.published.value or "")[:10]) == ("https://coral.example/a", "2025-03-03")
    assert article.publisher and article.publisher.domain == "coral.example"
    assert article.byline == (("Ana Sitoe",) if "byline" in preset.fields else ())


def test_own_names_are_tried_before_the_usual_ones(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"text": "A teaser.", "story": {"long": "The ferry left on Monday."}, "title": "Ferry leaves"}\n')
    (article,) = read(str(path), options=ReadingOptions(fields="text=story.long"))
    assert (article.title, article.text) == ("Ferry leaves", "The ferry left on Monday.")


def test_a_field_may_have_several_names() -> None:
    assert field_map("text=a, text = b.c ,title=d") == {"text": ("a", "b.c"), "title": ("d",)}


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ("nosuch", "there are cc-news, eventregistry"),
        ("body=text", "no field 'body=text'"),
        ("text=", "no field 'text='"),
        ("", "no fields of the name"),
    ],
)
def test_a_mistake_is_told(told: str, reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        ReadingOptions(fields=told)


def test_the_manual_names_every_preset() -> None:
    manual = (Path(__file__).resolve().parent.parent.parent / "docs" / "web.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in manual for name in preset_book())
