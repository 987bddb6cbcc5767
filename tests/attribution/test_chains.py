"""Every text of chains.yaml, through all of attribution."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from reportedly.attribution import find_claims, vouch
from reportedly.records import Article, Claim
from reportedly.resolution.dates import find_dates

CASES = yaml.safe_load((Path(__file__).parent / "chains.yaml").read_text(encoding="utf-8"))


def words(claim: Claim, article: Article) -> dict[str, Any]:
    """Return a claim as chains.yaml writes it."""
    text = article.text
    return {
        "cue": " ".join(text[a:b] for a, b in claim.cue),
        "content": " | ".join(text[a:b] for a, b in claim.content),
        "chain": [f"{s.name}: {s.kind}{'*' if s.anonymous else ''}" for s in claim.sources],
        "act": claim.act.value,
        "kind": claim.kind.value,
        "factuality": claim.factuality.value,
        "nested": claim.parent is not None,
        "title": claim.sources[-1].title,
    }


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_chains_of_a_text(case, read, lexicon, combiner):
    annotated, actors = read(case["text"], published=case.get("published"))
    dates = find_dates(annotated)
    claims = find_claims(annotated, actors=actors, dates=dates, lexicon=lexicon, combiner=combiner)
    found = {w["cue"]: w for w in (words(claim, annotated.article) for claim in claims)}
    for expected in case.get("claims", ()):
        got = found.get(expected["cue"])
        assert got is not None, f"no claim by {expected['cue']!r} among {sorted(found)}"
        assert {key: got[key] for key in expected} == expected
    if case.get("silent"):
        assert not claims
    for word, expected in case.get("events", {}).items():
        trigger = next(t for t in annotated.doc if t.text == word)
        v = vouch(trigger, annotated=annotated, claims=claims, lexicon=lexicon, dates=dates)
        assert (word, f"{v.standing} {v.modality} {v.factuality}") == (word, expected)
