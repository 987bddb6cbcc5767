"""Scores who is joined with whom on mentions.yaml and its held-back third: `python tests/language/score_mentions.py`.

Share = right links / (expected links + pairs joined that stand apart). Wrong links are listed for the open part only.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Span

FOLDER = Path(__file__).resolve().parent
OPEN, HELD_BACK = "mentions.yaml", "mentions_heldback.yaml"


@dataclass(slots=True)
class Tally:
    """What was counted over some texts.

    Attributes:
        expected: Links that should be there, by reason.
        right: Those found, by reason.
        joined: Pairs found in one entity that stand apart.
        faults: A line of text for every link or pair that is wrong.
    """

    expected: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    joined: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Right links over expected links and wrongly joined pairs."""
        return self.right.total() / (self.expected.total() + self.joined)


def load(name: str) -> list[dict[str, Any]]:
    """Return the items of one of the two files."""
    items: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return items


def is_held_back(text: str) -> bool:
    """Tell which of the two files a text belongs to."""
    return sha256(text.encode()).digest()[0] % 3 == 0


def locate(text: str, mention: dict[str, Any]) -> Span:
    """Return where the words of a mention stand.

    Raises:
        ValueError: The text does not hold them so often.
    """
    places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(mention['words'])}(?!\w)", text)]
    nth = mention.get("nth", 1)
    if len(places) < nth:
        raise ValueError(f"{mention} does not stand in its text")
    return places[nth - 1]


def entity_of(annotated: AnnotatedText, span: Span) -> Entity | None:
    """Return the entity named by the words of a span.

    Spans need not agree, heads must: a mention counts when its head is that of the words, or else when it covers that
    head; of several the shortest. So "his" inside "his wife" is not taken for the wife.
    """
    words = annotated.doc.char_span(*span, alignment_mode="expand")
    head = words.root.i
    covering = [(m.head != head, m.end - m.start, e) for e in annotated.entities for m in e.mentions
                if m.start <= head < m.end]  # fmt: skip
    return min(covering, key=lambda found: found[:2])[2] if covering else None


def apart(item: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return the pairs that must not be joined: those listed, and every two chains by their first mentions."""
    listed = [(first, second) for first, second in item.get("apart", ())]
    return listed + list(combinations([chain[0] for chain in item.get("chains", ())], 2))


def count(item: dict[str, Any], annotated: AnnotatedText, tally: Tally) -> None:
    """Add one text to a tally."""
    text = item["text"]

    def joined(first: dict[str, Any], second: dict[str, Any]) -> bool:
        one, other = (entity_of(annotated, locate(text, mention)) for mention in (first, second))
        return one is not None and one is other

    for first, *others in item.get("chains", ()):
        for mention in others:
            tally.expected[mention["reason"]] += 1
            if joined(first, mention):
                tally.right[mention["reason"]] += 1
            else:
                tally.faults.append(f"{mention['reason']}: {first['words']} <- {mention['words']} | {text}")
    for first, second in apart(item):
        if joined(first, second):
            tally.joined += 1
            tally.faults.append(f"apart: {first['words']} <> {second['words']} | {text}")


def score(name: str) -> Tally:
    """Annotate every text of a file and count its links."""
    nlp, tally = load_pipeline(), Tally()
    for item in load(name):
        count(item, annotate(Article.verbatim(item["text"]), nlp=nlp), tally)
    return tally


def main() -> None:
    """Print both shares by reason, then what is wrong in the open part."""
    tallies = {name: score(name) for name in (OPEN, HELD_BACK)}
    for name, tally in tallies.items():
        print(f"{name}: share {tally.share:.4f}, {tally.right.total()} of {tally.expected.total()} links,", end=" ")
        print(f"{tally.joined} pairs wrongly joined")
        for reason, expected in sorted(tally.expected.items()):
            print(f"  {reason:13} {tally.right[reason]:4} of {expected:4}  {tally.right[reason] / expected:.3f}")
    print(*tallies[OPEN].faults, sep="\n")


if __name__ == "__main__":
    main()
