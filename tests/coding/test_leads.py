"""Leads and headlines that plainly tell an event: how many of them the coder finds, and how many with both parties."""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from reportedly.records import EventType

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_leads.py")))
LEADS = yaml.safe_load(SCORER.LEADS.read_text(encoding="utf-8"))
FLOORS = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("leads", [SCORER.LEADS, SCORER.FRESH], ids=lambda path: path.name)
def test_share_of_leads_stays_above_its_floor(coder, leads):
    scored = list(SCORER.score(coder, leads))
    shares = {name: sum(getattr(one, name) for one in scored) / len(scored) for name in ("found", "whole")}
    assert all(shares[name] >= floor for name, floor in FLOORS[leads.name].items()), shares


def test_every_type_is_told_by_several_leads():
    first = [lead["types"][0] for lead in LEADS]
    assert all(first.count(kind.value) >= 3 for kind in EventType)


def test_parties_stand_in_their_leads():
    named = [(lead[role], lead["text"]) for lead in LEADS for role in ("actor", "recipient") if role in lead]
    assert [words for words, text in named if words not in text] == []
