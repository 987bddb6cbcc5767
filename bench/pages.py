"""Scores the reader on the development pages, with plain trafilatura and newspaper4k beside it in the same run.

    python bench/pages.py [--json]

Needs ../shared; without it, says so and ends with status 0. newspaper4k is left out where it is not installed
(`pip install newspaper4k`): nothing else here needs it.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document

from reportedly.reading import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
PAGES = SHARED / "data" / "pages"
SCORER = SHARED / "score" / "pages.py"
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


def read_newspaper(page: bytes) -> dict[str, Any]:
    """Read a page with newspaper4k as it comes."""
    import newspaper

    found = newspaper.Article("https://page.invalid/")
    # Given the page, it fetches nothing.
    found.download(input_html=page.decode("utf-8", "replace"), ignore_read_more=True)
    found.parse()
    published = found.publish_date.date().isoformat() if isinstance(found.publish_date, datetime) else None
    domain = urlsplit(found.canonical_link).hostname if found.canonical_link else None
    return {
        "title": found.title,
        "byline": list(found.authors),
        "published": {"value": published},
        "publisher": {"name": found.meta_site_name, "domain": domain},
        "text": found.text,
    }


def score(reader: Callable[[bytes], dict[str, Any]]) -> tuple[dict[str, float], str]:
    """Read every page, and return the scores by name and what the scorer printed."""
    names = [json.loads(line)["file"] for line in (PAGES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as handle:
        for name in names:
            article = reader(gzip.decompress((PAGES / name).read_bytes()))
            handle.write(json.dumps({"file": name, "article": article}, ensure_ascii=False) + "\n")
        handle.flush()
        command = [sys.executable, str(SCORER), str(PAGES / "gold.jsonl"), handle.name]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    summary = SUMMARY.search(printed)
    if summary is None:
        raise SystemExit(f"the scorer's output was not understood: {printed}")
    return {name: float(value) for name, value in summary.groupdict().items()}, printed


def main() -> None:
    """Print the scores of all readers, or with --json ours alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print only the reader's scores, as one JSON object")
    arguments = parser.parse_args()
    if not SCORER.exists() or not PAGES.exists():
        # On standard error, so that --json prints nothing that is no JSON.
        print("bench/pages.py: skipped, ../shared is not there", file=sys.stderr)
        return
    ours, printed = score(read_ours)
    if arguments.json:
        print(json.dumps(ours))
        return
    print(f"reportedly\n{printed}\nplain trafilatura {trafilatura.__version__}\n{score(read_plain)[1]}", end="")
    if find_spec("newspaper") is not None:
        print(f"\nnewspaper4k {version('newspaper4k')}\n{score(read_newspaper)[1]}", end="")


if __name__ == "__main__":
    main()
