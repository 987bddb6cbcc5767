"""The way in: from any input to articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from reportedly.errors import ReadError
from reportedly.reading.feed_articles import FeedReader
from reportedly.reading.html import HtmlReader
from reportedly.reading.inputs import Input, files_of, is_path, label_of, open_content, open_file
from reportedly.reading.jsonl import JsonLinesReader
from reportedly.reading.learned import FurnitureMemory
from reportedly.reading.newsml import NewsmlReader
from reportedly.reading.options import ReadingOptions
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import choose_reader
from reportedly.reading.text import TextReader
from reportedly.reading.wacz import WaczReader
from reportedly.reading.warc import WarcReader
from reportedly.records import Article, Failure


def read(source: Input, *, options: ReadingOptions | None = None) -> Iterator[Article]:
    """Read the articles of one input.

    Args:
        source: A path, bytes, or a file object. Of a folder, the files below it that may hold news are read in sorted
            order: text, HTML, JSON Lines and text with an unknown suffix; no hidden files, documentation, code or
            tables. Text, HTML and JSON Lines are told apart by their content and name.
        options: How to read.

    Yields:
        The articles, cleaned: furniture cut and kept aside, Unicode repaired.

    Raises:
        ReadError: The input, a file of the folder or a line of the file cannot be read. `read_all` goes on instead.
    """
    for result in _read_one(source, options or ReadingOptions()):
        if isinstance(result, Failure):
            raise ReadError(result.input, result.reason)
        yield result


def read_all(sources: Iterable[Input], *, options: ReadingOptions | None = None) -> Iterator[Article | Failure]:
    """Read many inputs and go on past those that cannot be read.

    Args:
        sources: Inputs as `read` takes them.
        options: How to read.

    Yields:
        The articles in order, and in its place a Failure for every file or line that cannot be read.
    """
    for source in sources:
        yield from _read_one(source, options or ReadingOptions())


def _read_one(source: Input, options: ReadingOptions) -> Iterator[Article | Failure]:
    name = label_of(source)
    try:
        if not is_path(source):
            content = cast("bytes", source)
            yield from read_raw(open_content(content, name=name, limit=options.max_bytes), options)
            return
        paths = list(files_of(Path(name), name=name))
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)
        return
    for path in paths:
        yield from _read_file(path, options)


def _read_file(path: Path, options: ReadingOptions) -> Iterator[Article | Failure]:
    try:
        with open_file(path) as source:
            yield from read_raw(source, options)
    except ReadError as error:
        yield Failure(input=error.input, reason=error.reason)


def read_raw(source: RawInput, options: ReadingOptions) -> Iterator[Article | Failure]:
    """Read an input that was opened.

    Args:
        source: The input.
        options: How to read.

    Raises:
        ReadError: Nothing of it can be read.
    """
    kinds = (JsonLinesReader, WarcReader, WaczReader, NewsmlReader, FeedReader, HtmlReader, TextReader)
    readers = [kind(options) for kind in kinds]
    for result in choose_reader(readers, source).read(source):
        yield without_learned(result, options.furniture)


def without_learned(result: Article | Failure, furniture: FurnitureMemory | None) -> Article | Failure:
    """Cut learned furniture from what was read; an article that is nothing else becomes a Failure."""
    if furniture is None or isinstance(result, Failure):
        return result
    try:
        return furniture.cut(result)
    except ReadError as error:
        return Failure(input=error.input, reason=error.reason)
