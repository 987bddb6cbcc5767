"""The chain of sources of every claim of chains_probes.yaml."""

import re
from pathlib import Path

import pytest
import yaml

from reportedly.attribution import find_claims
from reportedly.resolution.dates import find_dates

CASES = yaml.safe_load((Path(__file__).parent / "chains_probes.yaml").read_text(encoding="utf-8"))
ARTICLE = re.compile(r"^the ", re.IGNORECASE)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_chain_of_a_probe(case, read, lexicon, combiner):
    text = case["text"]
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, dates=find_dates(annotated), lexicon=lexicon, combiner=combiner)
    found: dict[str, list[list[str]]] = {}
    for claim in claims:
        cue = " ".join(text[a:b] for a, b in claim.cue)
        chain = [f"{ARTICLE.sub('', s.name)}: {s.kind}{'*' if s.anonymous else ''}" for s in claim.sources]
        found.setdefault(cue, []).append(chain)
    for expected in case["claims"]:
        chains = [chain for cue, told in found.items() if expected["cue"] in cue for chain in told]
        assert expected["chain"] in chains
