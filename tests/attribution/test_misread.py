"""Verbs of saying behind what they tell, where the parser sees no saying."""

import pytest

from reportedly.attribution import find_claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Herring stocks have doubled, found the Nordic Marine Institute, whose boats sailed in May.",
         "found: Nordic Marine Institute"),
        ("Nine villages had burned, announced the rebels' council in Goma.", "announced: rebels' council"),
        ("The pits hold tin for ten years, Lusa quoted the ministry as stating on Friday.", "stating: Lusa > ministry"),
        ("The ferry had no licence, ANSA quoted a harbour clerk as admitting.", "admitting: ANSA > harbour clerk"),
        ("It has paid six cents a tonne, receipts show.", "show: receipts"),
        ("The quarry closed in March, ledgers show.", "show: ledgers"),
        ("He leads by nine points, say the pollsters.", "say: pollsters"),
        # Two deeds of one man, and nobody speaks.
        ("The herder climbed the wall, found the rope.", None),
    ],
)  # fmt: skip
def test_verb_behind_what_is_said(text, expected, read, lexicon, combiner):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    told = [f"{text[slice(*c.cue[0])]}: {' > '.join(s.name for s in c.sources)}" for c in claims]
    assert (expected in told) if expected else told == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank off Gao, L'Aube reported, citing a harbour clerk.",
         [["L'Aube: outlet", "harbour clerk: official"]]),
        ("A local paper reports that the ferry sank off Gao.", [["local paper: outlet"]]),
        ("Radio Zambezi reported the raid on Monday, citing herders who said that nobody was hurt.",
         [["Radio Zambezi: outlet", "herders: person"]]),
        ("A clerk of the court confided to The Ledger that the file was gone.",
         [["Ledger: outlet", "clerk: official"]]),
        ("In a post on X, Tallow Watch and the River Forum said that the pond was dead.",
         [["Tallow Watch and the River Forum: organisation"]]),
        ("“We will not sell,” the sales director of Tressel Glass told Xinhua.",
         [["Xinhua: wire", "sales director: organisation"]]),
        ("The bridge was mined, Radio Zambezi reported. Another of the generals said that it was not.",
         [["Radio Zambezi: outlet"], ["Another of the generals: official"]]),
        ("A widow asked the court to free her son.", [["widow: person"]]),
    ],
)  # fmt: skip
def test_who_passes_it_on(text, expected, read, lexicon, combiner):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon, combiner=combiner)
    chains = [[f"{s.name}: {s.kind}" for s in c.sources] for c in claims]
    assert all(chain in chains for chain in expected)
