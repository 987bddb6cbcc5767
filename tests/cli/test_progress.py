"""Progress shows only where somebody watches and nothing else scrolls."""

import io
import sys
from pathlib import Path

import pytest

from reportedly.cli.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("screen", "errors", "out", "quiet", "articles", "shown"),
    [
        (io.StringIO, Terminal, None, False, 3, True),
        (Terminal, Terminal, Path("out.json"), False, 3, True),
        (Terminal, Terminal, None, False, 3, False),
        (io.StringIO, Terminal, None, True, 3, False),
        (io.StringIO, io.StringIO, None, False, 3, False),
        (io.StringIO, Terminal, None, False, 1, False),
    ],
)
def test_where_progress_is_shown(
    monkeypatch: pytest.MonkeyPatch,
    screen: type[io.StringIO],
    errors: type[io.StringIO],
    out: Path | None,
    quiet: bool,
    articles: int,
    shown: bool,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdout", screen())
    monkeypatch.setattr(sys, "stderr", errors())
    assert list(watched(iter(range(articles)), quiet=quiet, out=out)) == list(range(articles))
    assert bool(sys.stderr.getvalue()) is shown
    assert sys.stdout.getvalue() == ""
