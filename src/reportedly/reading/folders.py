"""Which files of a folder are read: those that may hold news. A file that is named by itself is always read.

The order: 1. hidden files and folders are left out, and documentation (README, LICENSE …); 2. so are the parts that a
browser saves beside a page ("page_files" beside "page.html"); 3. a suffix of text, HTML, JSON Lines, web archives or
feeds is read; 4. so is XML that starts as a feed or an agency's item, and a file without a suffix, or with one that
nobody knows, if its first bytes are text; 5. everything else is left out.
"""

from collections.abc import Iterator
from pathlib import Path

from reportedly.errors import ReadError
from reportedly.reading.decoding import check_is_text
from reportedly.reading.feeds import is_feed
from reportedly.reading.newsml import is_newsml
from reportedly.reading.raw import HEAD_BYTES

NEWS_SUFFIXES = frozenset(
    {
        ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".shtml", ".json", ".jsonl", ".ndjson", ".jl", ".warc",
        ".wacz", ".rss", ".atom",
    }
)  # fmt: skip
PACKED_NEWS = (".warc.gz", ".warc.zst")
XML = ".xml"
#: Suffixes of text that is no news: code, settings, tables, markup.
OTHER_SUFFIXES = frozenset(
    {
        ".bib", ".c", ".cfg", ".conf", ".cpp", ".css", ".csv", ".env", ".go", ".h", ".ini", ".ipynb", ".java", ".js",
        ".less", ".lock", ".log", ".map", ".mjs", ".php", ".pl", ".ps1", ".py", ".r", ".rb", ".rs", ".rst", ".scss",
        ".sh", ".sql", ".svg", ".tex", ".toml", ".ts", ".tsv", ".tsx", ".xsl", ".yaml", ".yml",
    }
)  # fmt: skip
DOCUMENTATION = frozenset(
    {
        "authors", "changelog", "changes", "codeowners", "contributing", "copying", "dockerfile", "licence", "license",
        "makefile", "manifest", "notice", "readme", "requirements", "robots", "security", "todo",
    }
)  # fmt: skip
PAGE_PARTS = "_files"


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that may hold news, in no order.

    Raises:
        OSError: A folder cannot be listed.
    """
    entries = list(folder.iterdir())
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A linked folder could lead in circles; linked files are read.
        if entry.is_dir() and not entry.is_symlink():
            if not _are_page_parts(entry.name, names):
                yield from files_below(entry)
        elif not entry.is_dir() and may_hold_news(entry):
            yield entry


def may_hold_news(path: Path) -> bool:
    """Whether a file of a folder is worth reading, by its name, and where that says nothing by its first bytes."""
    suffix = path.suffix.lower()
    if path.name.split(".", 1)[0].lower() in DOCUMENTATION or suffix in OTHER_SUFFIXES:
        return False
    if suffix == XML:
        return _starts_as_news(path)
    return suffix in NEWS_SUFFIXES or path.name.lower().endswith(PACKED_NEWS) or _is_text(path)


def _are_page_parts(name: str, beside: set[str]) -> bool:
    page = name.removesuffix(PAGE_PARTS)
    return page != name and any(page + suffix in beside for suffix in (".html", ".htm", ".xhtml"))


def _starts_as_news(path: Path) -> bool:
    """Whether an XML file is a feed or an agency's item; most others are settings."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        return True
    return is_feed(head) or is_newsml(head)


def _is_text(path: Path) -> bool:
    # A file that cannot be opened is yielded, so that its reader says why.
    try:
        with path.open("rb") as stream:
            check_is_text(stream.read(HEAD_BYTES), name=str(path))
    except OSError:
        return True
    except ReadError:
        return False
    return True
