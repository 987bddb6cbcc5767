import io
import json
import os
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import ReadError
from reportedly.reading import ReadingOptions, read, read_all
from reportedly.records import Article, Failure

TEXT = "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(f"Second\n\n{TEXT}")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "first.txt").write_text(f"First\n\n{TEXT}")
    (tmp_path / "c.jsonl").write_text(json.dumps({"title": "Third", "text": TEXT}) + "\n")
    (tmp_path / ".hidden").write_text("unread")
    return tmp_path


def test_read_takes_a_folder_in_sorted_order(folder):
    assert [article.title for article in read(folder)] == ["First", "Second", "Third"]
    assert [article.title for article in read(str(folder))] == ["First", "Second", "Third"]


@pytest.mark.parametrize(
    "source",
    [TEXT.encode(), io.BytesIO(TEXT.encode()), io.StringIO(TEXT), io.TextIOWrapper(io.BytesIO(TEXT.encode()))],
    ids=["bytes", "binary", "text", "wrapped"],
)
def test_read_takes_content(source):
    [article] = read(source)
    assert article.text == TEXT
    assert article.raw_sha256 == sha256(TEXT.encode()).hexdigest()


def test_read_gives_the_same_text_the_same_id(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "\n")
    assert next(read(path)).id == next(read(TEXT.encode())).id


def test_read_takes_the_publisher_from_the_options():
    [article] = read(TEXT.encode(), options=ReadingOptions(publisher="Reuters"))
    assert (article.publisher.name, article.publisher.domain) == ("Reuters", None)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("nowhere.txt", "no such file or folder"),
        ("https://a.example/b", "is an address, and the readers of files fetch nothing"),
        ("a\x00b", "is no path"),
        ("", "no such file or folder"),
        ("x" * 5000, "cannot be opened: File name too long"),
        (b"", "is empty"),
        (b"\x00\x01\x02", "looks binary: it holds bytes that no text has"),
        (b"Search\n\nAdvertisement", "holds no article text"),
    ],
)
def test_read_says_what_is_wrong(source, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ReadError) as caught:
        list(read(source))
    assert caught.value.reason == reason


def test_read_says_that_a_folder_is_empty(tmp_path):
    with pytest.raises(ReadError, match="is a folder without files"):
        list(read(tmp_path))


def test_read_says_that_permission_is_missing(tmp_path, monkeypatch):
    path = tmp_path / "secret.txt"
    path.write_text(TEXT)

    # The tests may run as root, whom no file mode stops.
    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(ReadError, match="permission denied"):
        list(read(path))


def test_read_refuses_a_huge_article(tmp_path):
    path = tmp_path / "huge.txt"
    path.write_bytes(b"word " * 1_000_001)
    with pytest.raises(ReadError, match="larger than 5 MB"):
        list(read(path))


def test_read_all_goes_on_past_bad_inputs(folder):
    (folder / "a" / "bad.txt").write_bytes(b"\x00\x01")
    (folder / "a" / "empty.txt").write_bytes(b"")
    results = list(read_all(["nowhere.txt", folder, TEXT.encode()]))
    assert [type(result) for result in results] == [Failure, Failure, Failure, *[Article] * 4]
    assert [os.path.basename(result.input) for result in results[:3]] == ["nowhere.txt", "bad.txt", "empty.txt"]


def test_read_all_survives_a_link_that_leads_in_circles(folder):
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert len(list(read_all([folder]))) == 3


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=2000))
def test_read_meets_any_bytes_with_articles_or_a_read_error(raw):
    try:
        articles = list(read(raw))
    except ReadError as error:
        assert error.reason
    else:
        assert all(article.text for article in articles)


WORDS = st.sampled_from(
    [
        *["<p>", "</p>", "<h1>", "<html>", "<script type='application/ld+json'>", "</script>", "<time datetime='x'>"],
        *['{"text":', "[", "]", "{", "}", "“", "”", '"', "\n", "\n\n", "\u202e", "\ud83d\ude00", "\x00"],
        *[
            "By ",
            "Search",
            "(AFP) - ",
            "PARIS, May 4 ",
            "©",
            "Share",
            "4 May 2025",
            "<meta property='og:title' content='x'>",
        ],
        "The minister said the port would open.",
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS, max_size=40).map("".join), st.sampled_from(["a.html", "a.txt", "a.jsonl", "a.json"]))
def test_read_meets_any_format_with_articles_or_failures(text, name):
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    stream.name = name
    for result in read_all([stream]):
        assert isinstance(result, (Article, Failure))
        assert result.text if isinstance(result, Article) else result.reason


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=500))
def test_read_is_stable(text):
    first = [result.to_json() for result in read_all([text.encode("utf-8", "replace")])]
    assert first == [result.to_json() for result in read_all([text.encode("utf-8", "replace")])]
