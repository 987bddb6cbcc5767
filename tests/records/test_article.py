"""Articles given by hand are taken as they are."""

from hashlib import sha256

import pytest

from reportedly.errors import RecordError
from reportedly.records import Article, Publisher


@pytest.mark.parametrize("text", ["", " ", "two  spaces\r\n\u00a0", "“quotes”\x00", "👩\u200d⚕️"])
def test_a_verbatim_text_is_not_touched(text: str) -> None:
    article = Article.verbatim(text)
    assert article.text == text
    assert article.raw_sha256 == sha256(text.encode()).hexdigest()


def test_a_date_given_is_its_own_evidence() -> None:
    published = Article.verbatim("Words.", published="2025-11").published
    assert (published.value, published.precision, published.evidence) == ("2025-11", "month", "given by the caller")
    assert [candidate.value for candidate in published.candidates] == ["2025-11"]


def test_no_date_is_unknown() -> None:
    published = Article.verbatim("Words.").published
    assert (published.value, published.precision, published.evidence, published.conflict) == (None, None, None, False)


def test_a_wrong_date_is_a_record_error() -> None:
    with pytest.raises(RecordError, match="'soon' is not an ISO 8601 date"):
        Article.verbatim("Words.", published="soon")


def test_a_publisher_may_be_a_name_or_a_record() -> None:
    assert Article.verbatim("Words.", publisher="Post").publisher == Publisher(name="Post")
    record = Publisher(name="Post", domain="post.example")
    assert Article.verbatim("Words.", publisher=record).publisher == record


def test_raw_bytes_are_hashed_as_read() -> None:
    assert Article.verbatim("ü", raw=b"\xfc").raw_sha256 == sha256(b"\xfc").hexdigest()
