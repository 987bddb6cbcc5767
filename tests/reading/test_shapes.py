"""Pages of many makes: what is read from each."""

from pathlib import Path

import pytest
import yaml

from reportedly.errors import ReadError
from reportedly.reading import read
from reportedly.records import Article

SHAPES = yaml.safe_load(Path(__file__).with_name("shapes.yaml").read_text(encoding="utf-8"))
FIELDS = ("title", "genre", "modified", "language")
LISTS = ("byline", "credits", "corrections")


def article_of(name: str) -> Article:
    [article] = read(SHAPES[name]["page"].encode())
    return article


def found(article: Article) -> dict[str, object]:
    return {
        **{name: getattr(article, name) for name in FIELDS},
        **{name: list(getattr(article, name)) for name in LISTS},
        "publisher": article.publisher.name if article.publisher else None,
        "published": article.published.value,
        "place": article.dateline.place if article.dateline else None,
    }


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "fails" not in shape])
def test_a_page_is_read_whatever_its_make(name):
    shape, article = SHAPES[name], article_of(name)
    told = found(article)
    assert {field: told[field] for field in shape if field in told} == {
        field: value for field, value in shape.items() if field in told
    }
    text = " ".join(article.text.split()).replace("’", "'")
    starts, ends = shape.get("text", ("", ""))
    assert text.startswith(starts), text[:80]
    assert text.endswith(ends), text[-120:]
    assert [words for words in shape.get("holds", ()) if words not in text] == []
    assert [words for words in shape.get("lacks", ()) if words in text] == []


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "fails" in shape])
def test_a_page_without_an_article_says_so(name):
    with pytest.raises(ReadError, match=SHAPES[name]["fails"]):
        article_of(name)


def test_every_shape_checks_something_that_exists():
    known = {*FIELDS, *LISTS, "publisher", "published", "place", "page", "text", "holds", "lacks", "fails"}
    assert all(set(shape) <= known and len(shape) > 1 for shape in SHAPES.values())
    assert len(SHAPES) >= 36
