"""Writes docs/commands.md from the commands' own help: `python genscripts/commands.py`."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from typer.main import get_command
from typer.testing import CliRunner

from reportedly.cli.main import app
from reportedly.storage.exports.columns import ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS, Column

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
WIDTH = "80"
HEAD = """\
<!-- Made by genscripts/commands.py from --help: do not edit. -->
# Commands

Exit status: 0 all read; 1 some inputs failed (each named on standard error with its reason, the others still
coded) or the work did; 2 wrong usage; 130 interrupted. A closed pipe ends a command quietly.

Options may also stand in the environment (`REPORTEDLY_WORKERS=2`) or in `reportedly.toml` in the current folder
(`workers = 2`); the command line wins, then the environment, then the file. Their names are those of the options
with `_` for `-`: `pipeline`, `codebook`, `actors`, `store`, `workers`, `on_error`, `log_level`, `quiet`. Parent folders
are not searched for the file. An unknown name is an error in all three places.
"""
CSV_HEAD = """\
## CSV columns

New columns are added at the end; none is renamed or dropped. Several values in one cell stand apart by "; ". A text
that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets a
leading apostrophe; numbers stay numbers.
"""


def page() -> str:
    """Return the whole page."""
    sections = [f"## {' '.join(path)}\n\n```text\n{_help(path[1:])}\n```\n" for path in paths(get_command(app))]
    tables = [
        _table("reportedly code", EVENT_COLUMNS),
        _table("reportedly claims", CLAIM_COLUMNS),
        _table("reportedly read", ARTICLE_COLUMNS),
    ]
    return "\n".join([HEAD, *sections, CSV_HEAD, *tables])


def paths(command: Any, above: Sequence[str] = ("reportedly",)) -> Iterator[tuple[str, ...]]:
    """Yield the words that call each command, groups before what is in them."""
    yield tuple(above)
    for name, child in getattr(command, "commands", {}).items():
        yield from paths(child, (*above, name))


def _help(words: Sequence[str]) -> str:
    # The runner's environment fixes the width, so that the page does not depend on who makes it where.
    result = CliRunner().invoke(app, [*words, "--help"], prog_name="reportedly", env={"COLUMNS": WIDTH})
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def _table(command: str, columns: Sequence[Column[Any]]) -> str:
    rows = "\n".join(f"| `{column.name}` | {column.meaning} |" for column in columns)
    return f"`{command} --format csv`\n\n| column | meaning |\n|---|---|\n{rows}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
