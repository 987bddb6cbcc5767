"""Log lines: one each, none of them hostile, tracebacks for debugging only."""

import io
import logging
from collections.abc import Iterator

import pytest

from reportedly.cli.logs import log_to_stderr


@pytest.fixture(autouse=True)
def restored_logging() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("reportedly")
    before = (root.level, list(root.handlers), ours.level)
    yield
    root.handlers[:] = before[1]
    root.setLevel(before[0])
    ours.setLevel(before[2])


def logged(level: str) -> str:
    stream = io.StringIO()
    log_to_stderr(level, stream=stream)
    logging.getLogger("reportedly.reading").warning("odd \x1b[1m name")
    logging.getLogger("reportedly.reading").info("read 3 files")
    logging.getLogger("trafilatura").error("discarding data")
    try:
        raise ValueError("poison")
    except ValueError:
        logging.getLogger("reportedly.coder").exception("could not be coded")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("error", ""),
        ("warning", "WARNING reportedly.reading: odd ␛[1m name\n"),
        ("info", "WARNING reportedly.reading: odd ␛[1m name\nINFO reportedly.reading: read 3 files\n"),
    ],
)
def test_levels(level: str, text: str) -> None:
    assert logged(level) == text


def test_debug_tells_everything() -> None:
    text = logged("debug")
    assert "discarding data" in text
    assert "ValueError: poison" in text
