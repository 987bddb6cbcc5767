"""Scores who says what on chains_set.yaml, its held-back third, and three open sets: `python … score_chains.py [-v]`.

A measure is the share of right answers among those expected; a claim that was not found is wrong in all of them.
`-v` lists what is wrong in the open parts; of the held-back third nothing but numbers is ever kept.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from reportedly import Coder
from reportedly.attribution import AttributionLexicon, Combiner, find_claims, vouch
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Claim, Source, Span
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.dates import find_dates

FOLDER = Path(__file__).resolve().parent
OPEN, HELD_BACK, MORE, WIRE = "chains_set.yaml", "chains_heldback.yaml", "chains_more.yaml", "chains_wire.yaml"
DRAWN = "chains_drawn.yaml"
ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)

Item: TypeAlias = dict[str, Any]
Answers: TypeAlias = dict[str, object]


@dataclass(slots=True)
class Tally:
    """What was counted over the texts of one file.

    Attributes:
        keeps_misses: Whether what is wrong may be put into words: true of the open parts only.
        total: How often each measure was judged.
        right: How often it was right.
        misses: A line of text for each wrong answer.
    """

    keeps_misses: bool
    total: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list, repr=False)

    def note(self, measure: str, found: object, expected: object, *, where: str) -> None:
        """Count one answer."""
        self.total[measure] += 1
        self.right[measure] += found == expected
        if found != expected and self.keeps_misses:
            self.misses.append(f"{measure}: {found}, expected {expected} | {where}")

    def share(self, measure: str) -> float:
        """Right answers over expected ones."""
        return self.right[measure] / self.total[measure]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program makes of one text.

    Attributes:
        claims: All the claims.
        stakes: By claim id, whether the last source is a party; only where the text judges it.
        vouches: By the words asked for: "standing modality factuality"; a word that is no token has none.
    """

    claims: tuple[Claim, ...] = ()
    stakes: dict[str, bool] = field(default_factory=dict)
    vouches: dict[str, str] = field(default_factory=dict)


class Reader:
    """Reads the texts as the program does, by the public names of its rooms."""

    def __init__(self) -> None:
        self._nlp, self._lexicon = load_pipeline(), AttributionLexicon.load()
        self._combiner = Combiner.load(self._lexicon)
        self._actors, self._coder = ActorResolver.load(), Coder()

    def read(self, item: Item) -> Reading:
        """Read one text; a crash reads nothing: left to rise, its traceback could show a held-back text."""
        try:
            return self._read(item)
        except Exception as error:
            print(f"a text was not read: {type(error).__name__}", file=sys.stderr)
            return Reading()

    def _read(self, item: Item) -> Reading:
        article = Article.verbatim(item["text"], published=item.get("published"))
        annotated = annotate(article, nlp=self._nlp)
        dates = find_dates(annotated)
        actors = self._actors.view(annotated)
        claims = find_claims(annotated, actors=actors, dates=dates, lexicon=self._lexicon, combiner=self._combiner)
        vouches = {}
        for token in annotated.doc:
            if token.text in item.get("events", {}):
                v = vouch(token, annotated=annotated, claims=claims, lexicon=self._lexicon, dates=dates)
                vouches[token.text] = f"{v.standing} {v.modality} {v.factuality}"
        judged = any("stake" in claim for claim in item.get("claims", ()))
        # Stakes are told after coding, from the parties of the events.
        coded = self._coder.code(article).claims if judged else ()
        return Reading(tuple(claims), {claim.id: claim.sources[-1].interested for claim in coded}, vouches)


def load(name: str) -> list[Item]:
    """Return the items of one of the files."""
    items: list[Item] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return items


def is_held_back(text: str) -> bool:
    """Tell which of the two files a text belongs to."""
    return int(sha256(text.encode()).hexdigest()[:8], 16) % 3 == 0


def locate(text: str, words: str) -> list[Span]:
    """Return where words that may be in pieces stand, each piece behind the one before it.

    Raises:
        ValueError: A piece does not stand there.
    """
    spans: list[Span] = []
    for piece in words.split(" | "):
        # A word is whole; a colon or dash may touch one.
        pattern = rf"(?<!\w){re.escape(piece)}(?!\w)" if re.search(r"\w", piece) else re.escape(piece)
        found = re.compile(pattern).search(text, spans[-1][1] if spans else 0)
        if found is None:
            raise ValueError(f"{piece!r} does not stand in its text")
        spans.append(found.span())
    return spans


def plain(text: str) -> str:
    """Leave out what may differ: a leading article and final punctuation, also inside a closing quotation mark."""
    return re.sub(r"[.,;:!?]+(?=[\"'”’]*$)", "", ARTICLE.sub("", text))


def hop(source: Source, first_names: dict[str, str]) -> str:
    """Write a source as the files do, by the first of the names that are right."""
    name = plain(source.name)
    return f"{first_names.get(name, name)}: {source.kind}{'*' if source.anonymous else ''}"


def hops(expected: Item) -> list[tuple[list[str], str]]:
    """Return names and kind of each hop of an expected chain."""
    pairs = (each.rsplit(": ", 1) for each in expected["chain"])
    return [([plain(name) for name in names.split(" / ")], kind) for names, kind in pairs]


def match(item: Item, claims: tuple[Claim, ...]) -> dict[str, Claim]:
    """Return, by expected cue, the claim whose cue shares most letters with it; a claim matches once."""
    overlaps = [
        (-_shared(locate(item["text"], expected["cue"]), claim.cue), rank, expected["cue"], claim)
        for expected in item.get("claims", ())
        for rank, claim in enumerate(claims)
    ]
    matched: dict[str, Claim] = {}
    for overlap, _, cue, claim in sorted(overlaps, key=lambda each: each[:2]):
        if overlap and cue not in matched and claim not in matched.values():
            matched[cue] = claim
    return matched


def _shared(cue: list[Span], other: tuple[Span, ...]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in cue for c, d in other)


def wanted(expected: Item) -> Answers:
    """Return what a claim is judged by, in the form of `given`."""
    chain = [f"{names[0]}: {kind}" for names, kind in hops(expected)]
    answers: Answers = {"found": True, "chain": chain, "innermost source": chain[-1]}
    if "content" in expected:
        answers["content"] = " | ".join(plain(piece) for piece in expected["content"].split(" | "))
    judged = ("kind", "act", "factuality", "parent", "denies", "date", "stake", "unverified")
    return answers | {name: expected[name] for name in judged if name in expected}


def given(claim: Claim, expected: Item, *, text: str, reading: Reading, matched: dict[str, Claim]) -> Answers:
    """Return what the program says of a claim, other claims named by their expected cues."""
    first_names = {name: names[0] for names, _ in hops(expected) for name in names}
    chain = [hop(source, first_names) for source in claim.sources]
    cues = {other.id: cue for cue, other in matched.items()}
    # The record may gain fields for the claim denied and the missing verification; without them both are wrong.
    record = claim.to_dict()
    return {
        "found": True,
        "chain": chain,
        "innermost source": chain[-1],
        "content": " | ".join(plain(text[a:b]) for a, b in claim.content),
        "kind": claim.kind,
        "act": claim.act,
        "factuality": claim.factuality,
        "parent": cues.get(claim.parent or ""),
        "denies": cues.get(record.get("denies") or ""),
        "date": (claim.date.start or "")[:10] if claim.date else None,
        "stake": reading.stakes.get(claim.id),
        "unverified": record.get("unverified", False),
    }


def count(item: Item, reading: Reading, tally: Tally) -> None:
    """Add one text to a tally."""
    text, matched = item["text"], match(item, reading.claims)
    for expected in item.get("claims", ()):
        claim = matched.get(expected["cue"])
        found = given(claim, expected, text=text, reading=reading, matched=matched) if claim else {}
        for measure, right in wanted(expected).items():
            tally.note(measure, found.get(measure), right, where=f"{expected['cue']} | {text}")
    whole = all("content" in expected for expected in item.get("claims", ()))
    for claim in reading.claims if whole else ():  # a text of which only chains are judged may make claims besides
        cue = " | ".join(text[a:b] for a, b in claim.cue)
        tally.note("claims expected", claim in matched.values() or cue, True, where=text)
    if item.get("silent"):
        tally.note("silent", len(reading.claims), 0, where=text)
    for word, right in item.get("events", {}).items():
        values = zip(("standing", "modality", "event factuality"), _vouch_of(word, reading), right.split(), strict=True)
        for measure, value, expected in values:
            tally.note(measure, value, expected, where=f"{word} | {text}")


def _vouch_of(word: str, reading: Reading) -> list[str | None]:
    vouched = reading.vouches.get(word)
    return [*vouched.split()] if vouched else [None] * 3


def score(name: str) -> Tally:
    """Read every text of a file and count."""
    reader, tally = Reader(), Tally(keeps_misses=name != HELD_BACK)
    for item in load(name):
        count(item, reader.read(item), tally)
    return tally


def lines(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield a line for each measure: share and counts, part by part."""
    for measure in tallies[OPEN].total:
        cells = (_cell(tally, measure) for tally in tallies.values())
        yield f"{measure:17} " + "   ".join(f"{cell:18}" for cell in cells).rstrip()


def _cell(tally: Tally, measure: str) -> str:
    if not tally.total[measure]:
        return "-"
    return f"{tally.share(measure):.3f} ({tally.right[measure]} of {tally.total[measure]})"


def main() -> None:
    """Print the shares of all parts and, asked for by `-v`, what is wrong in the open ones."""
    tallies = {name: score(name) for name in (OPEN, HELD_BACK, MORE, WIRE, DRAWN)}
    print(f"{'':17} {'open':18}   {'held back':18}   {'more':18}   {'wire':18}   drawn")
    print(*lines(tallies), sep="\n")
    if "-v" in sys.argv[1:]:
        print("", *sorted(miss for tally in tallies.values() for miss in tally.misses), sep="\n")


if __name__ == "__main__":
    main()
