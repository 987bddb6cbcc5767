"""Scores the reader on the development pages, with plain trafilatura and newspaper4k beside it in the same run.

    python bench/pages.py [--json] [--newspaper PYTHON]

Needs ../shared; without it, says so and ends with status 0. newspaper4k is no dependency of anything here; it runs
under the interpreter of an environment of its own (`python -m venv E && E/bin/pip install newspaper4k`, then
`--newspaper E/bin/python`), and is left out without one.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from reportedly.reading import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
PAGES = SHARED / "data" / "pages"
SCORER = SHARED / "score" / "pages.py"
NEWSPAPER = Path(__file__).with_name("newspaper_pages.py")
SUMMARY = re.compile(
    r"date (?P<date>[\d.]+) title (?P<title>[\d.]+) authors F1 (?P<authors>[\d.]+) "
    r"publisher (?P<publisher>[\d.]+) body F1 (?P<body>[\d.]+)"
)


def read_ours(page: bytes) -> dict[str, Any]:
    """Read a page with the project's reader."""
    return next(iter(read(page))).to_dict()


def read_plain(page: bytes) -> dict[str, Any]:
    """Read a page with trafilatura as it comes, its own metadata included."""
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False)
    if not isinstance(found, Document):
        return {}
    domain = found.hostname or (urlsplit(found.url).hostname if found.url else None)
    return {
        "title": found.title,
        "byline": [name.strip() for name in (found.author or "").split(";") if name.strip()],
        "published": {"value": found.date},
        "publisher": {"name": found.sitename, "domain": domain},
        "text": found.text,
    }


def score(articles: Iterable[tuple[str, dict[str, Any]]]) -> tuple[dict[str, float], str]:
    """Return the scores of what was read of each page, by name, and what the scorer printed."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
        for name, article in articles:
            handle.write(json.dumps({"file": name, "article": article}, ensure_ascii=False) + "\n")
        handle.flush()
        command = [sys.executable, str(SCORER), str(PAGES / "gold.jsonl"), handle.name]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    summary = SUMMARY.search(printed)
    if summary is None:
        raise SystemExit(f"the scorer's output was not understood: {printed}")
    return {name: float(value) for name, value in summary.groupdict().items()}, printed


def page_names() -> list[str]:
    """Return the names of the pages, in the gold's order."""
    return [json.loads(line)["file"] for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def read_with(reader: Callable[[bytes], dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Read every page in this process."""
    for name in page_names():
        yield name, reader(gzip.decompress((PAGES / name).read_bytes()))


def read_elsewhere(python: Path) -> tuple[str, list[tuple[str, dict[str, Any]]]]:
    """Read every page with newspaper4k under another interpreter; return its version and the articles."""
    command = [str(python), str(NEWSPAPER), *(str(PAGES / name) for name in page_names())]
    head, *lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    return json.loads(head)["newspaper4k"], [(row["file"], row["article"]) for row in rows]


def main() -> None:
    """Print the scores of all readers, or with --json ours alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print only the reader's scores, as one JSON object")
    parser.add_argument(
        "--newspaper", metavar="PYTHON", type=Path, help="interpreter of an environment with newspaper4k"
    )
    arguments = parser.parse_args()
    if not SCORER.exists() or not PAGES.exists():
        # On standard error, so that --json prints nothing that is no JSON.
        print("bench/pages.py: skipped, ../shared is not there", file=sys.stderr)
        return
    ours, printed = score(read_with(read_ours))
    if arguments.json:
        print(json.dumps(ours))
        return
    plain = score(read_with(read_plain))[1]
    print(f"reportedly\n{printed}\nplain trafilatura {trafilatura.__version__}\n{plain}", end="")
    if arguments.newspaper is not None:
        number, articles = read_elsewhere(arguments.newspaper)
        print(f"\nnewspaper4k {number}\n{score(articles)[1]}", end="")


if __name__ == "__main__":
    main()
