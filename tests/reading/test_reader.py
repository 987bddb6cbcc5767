import io

import pytest

from reportedly.reading.html import HtmlReader
from reportedly.reading.jsonl import JsonLinesReader
from reportedly.reading.options import ReadingOptions
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import choose_reader
from reportedly.reading.text import TextReader


@pytest.mark.parametrize(
    ("name", "data", "chosen"),
    [
        ("a.txt", b"Two men died.", TextReader),
        ("a.txt", b"  <!doctype HTML><html>", HtmlReader),
        ("a.html", b"Two men died.", HtmlReader),
        ("page", b"<div><p>one</p><p>two</p></div>", HtmlReader),
        ("page", b"if a < b and b > c", TextReader),
        ("a.jsonl", b"anything", JsonLinesReader),
        ("stdin", b'{"text": "a"}\n', JsonLinesReader),
        ("stdin", b'[{"text": "a"}]', JsonLinesReader),
        ("stdin", b"{curly} braces", TextReader),
        ("unknown", b"", TextReader),
    ],
)
def test_choose_reader_takes_the_best_bid(name, data, chosen):
    readers = [kind(ReadingOptions()) for kind in (JsonLinesReader, HtmlReader, TextReader)]
    assert type(choose_reader(readers, RawInput(name, io.BytesIO(data)))) is chosen
