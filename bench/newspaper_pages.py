"""Reads pages with newspaper4k as it comes, for bench/pages.py; runs under an interpreter that has it.

PYTHON bench/newspaper_pages.py PAGE.html.gz … > articles.jsonl
"""

import gzip
import json
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


def read_newspaper(page: bytes) -> dict[str, Any]:
    """Read a page."""
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


def main() -> None:
    """Print one line for its version, then one for each page."""
    print(json.dumps({"newspaper4k": version("newspaper4k")}))
    for name in sys.argv[1:]:
        print(
            json.dumps({"file": Path(name).name, "article": read_newspaper(gzip.decompress(Path(name).read_bytes()))})
        )


if __name__ == "__main__":
    main()
