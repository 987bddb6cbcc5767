import io
import json

import pytest

from reportedly.errors import ReadError
from reportedly.reading import ReadingOptions, read, read_all
from reportedly.reading.jsonl import find_field
from reportedly.records import Article, Failure

TEXT = "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said."


def record(**fields: object) -> bytes:
    return json.dumps({"title": "Dockers walk out", "text": TEXT, **fields}).encode()


def named(data: bytes, name: str) -> io.BytesIO:
    stream = io.BytesIO(data)
    stream.name = name
    return stream


def test_jsonl_reads_every_line_under_many_names():
    other = {"headline": "Ferry sinks", "body": TEXT, "link": "https://a.example/1", "source": {"name": "Suva Mirror"}}
    raw = record(published="2025-06-09", author="By Ana Sitoe, Reuters") + b"\n\n" + json.dumps(other).encode() + b"\n"
    first, second = read(raw)
    assert (first.title, first.published.value) == ("Dockers walk out", "2025-06-09")
    assert (first.byline, first.credits) == (("Ana Sitoe",), ("Reuters",))
    assert (second.title, second.url, second.publisher.name) == ("Ferry sinks", "https://a.example/1", "Suva Mirror")


def test_jsonl_cleans_the_text_as_any_other():
    [article] = read(record(text=f"BEIRA, June 9 (Savanna Press) - {TEXT}\n\nShareFacebook Viber Print"))
    assert (article.text, article.credits) == (TEXT, ("Savanna Press",))


def test_jsonl_names_file_and_line_of_every_failure_and_reads_on():
    lines = [record(), b'{"text": "cut off', b'["no record"]', b'{"title": "no text"}', b"{}", record()]
    results = list(read_all([named(b"\n".join(lines), "wire.jsonl")]))
    assert [type(result) for result in results] == [Article, Failure, Failure, Failure, Failure, Article]
    assert [result.input for result in results[1:5]] == [f"wire.jsonl:{number}" for number in (2, 3, 4, 5)]
    assert results[1].reason.startswith("is no JSON: Unterminated string")
    assert results[2].reason == "is JSON, but no record with fields"
    assert results[3].reason.startswith("holds no text")


def test_jsonl_skips_a_line_that_is_too_large():
    raw = b"\n".join([record(), record(extra="x" * 5000), record()])
    first, failure, last = read_all([named(raw, "wire.jsonl")], options=ReadingOptions(max_bytes=1000))
    assert (failure.input, first.text, last.text) == ("wire.jsonl:2", TEXT, TEXT)


def test_jsonl_streams_its_input():
    def endless():
        while True:
            yield record() + b"\n"

    class Endless(io.RawIOBase):
        name = "endless.jsonl"
        lines = endless()

        def read(self, size: int = -1) -> bytes:
            return next(self.lines)

    articles = read(Endless())
    assert [next(articles).text for _ in range(100)] == [TEXT] * 100


@pytest.mark.parametrize(
    "document", [{"title": "A strike", "text": TEXT}, [{"title": "A strike", "text": TEXT}, {"text": TEXT}]]
)
def test_jsonl_reads_a_whole_json_file(document):
    articles = list(read(named(json.dumps(document, indent=1).encode(), "wire.json")))
    assert articles[0].title == "A strike"
    assert {article.text for article in articles} == {TEXT}


def test_jsonl_reads_html_inside_a_record():
    body = "".join(f"<p>{TEXT} It was day {day} of the strike.</p>" for day in ("one", "two", "three"))
    page = f"<html><body><article><h1>Dockers walk out</h1>{body}</article></body></html>"
    [article] = read(named(json.dumps({"html": page, "url": "https://a.example/1"}).encode(), "a.jsonl"))
    assert article.text.startswith(TEXT)
    assert article.url == "https://a.example/1"


@pytest.mark.parametrize(("data", "reason"), [(b"", "is empty"), (b"\x00\x01\x02", "looks binary")])
def test_jsonl_refuses_what_holds_no_lines(data, reason):
    with pytest.raises(ReadError, match=reason):
        list(read(named(data, "wire.jsonl")))


@pytest.mark.parametrize(
    ("fields", "value"),
    [({"Text": "a"}, "a"), ({"text": ["a", "b"]}, "a, b"), ({"text": 7}, "7"), ({"text": True}, None), ({}, None)],
)
def test_find_field_takes_text_however_it_is_kept(fields, value):
    assert find_field(fields, "text") == value


def test_jsonl_takes_the_headline_out_of_the_text_that_repeats_it():
    [article] = read(record(title="Dockers’ strike", text=f"DOCKERS' STRIKE\n\n{TEXT}"))
    assert (article.title, article.text) == ("Dockers’ strike", TEXT)
