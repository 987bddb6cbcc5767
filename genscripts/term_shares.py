"""Writes resources/term_shares.tsv: in how many of a thousand articles a word stands, for words that stand in many.

    python genscripts/term_shares.py [POLNEAR FOLDER]

Counted over the articles of PolNeAR 1.0.0 (development data beside the project). Only the words' stems and their counts
are kept, no text; the order tells nothing about any article.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.linking.terms import SHARES, find_names, find_terms

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "data" / "polnear"
HEAD = "# Made by genscripts/term_shares.py: do not edit. Stem, articles of a thousand that hold it.\n"
#: Rarer words tell enough to count in full.
LEAST = 30


def shares(texts: Iterator[str]) -> dict[str, int]:
    """Return, of every term but figures, in how many of a thousand texts it stands."""
    counted: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        names = find_names(text)
        terms = {term.text for line in text.splitlines() for term in find_terms(line, names=names)}
        counted.update({term.casefold() for term in terms if not term[0].isdigit()})
    return {term: round(1000 * count / number) for term, count in counted.items()}


def texts_of(folder: Path) -> Iterator[str]:
    """Yield the texts of the corpus."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def main() -> int:
    """Write the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    kept = sorted((term, share) for term, share in shares(texts_of(folder)).items() if share >= LEAST)
    SHARES.write_text(HEAD + "".join(f"{term}\t{share}\n" for term, share in kept), encoding="utf-8")
    print(f"{SHARES}: {len(kept)} terms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
