"""Leads and headlines that plainly tell an event: how many of them the coder finds, and how many with both parties.

Of the held-back file shares and counts only, never a text.
"""

import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from reportedly.records import EventType

FOLDER = Path(__file__).parent
SCORER = SimpleNamespace(**runpy.run_path(str(FOLDER / "score_leads.py")))
LEADS = SCORER.load(SCORER.LEADS)
FLOORS = yaml.safe_load((FOLDER / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("leads", SCORER.ALL, ids=lambda path: path.name)
def test_share_of_leads_stays_above_its_floor(coder, leads):
    scored = list(SCORER.score(coder, leads))
    shares = {name: sum(getattr(one, name) for one in scored) / len(scored) for name in ("found", "whole")}
    assert all(shares[name] >= floor for name, floor in FLOORS[leads.name].items()), shares


def test_every_type_is_told_by_several_leads():
    first = [lead["types"][0] for lead in LEADS]
    assert all(first.count(kind.value) >= 3 for kind in EventType)


@pytest.mark.parametrize("leads", SCORER.ALL, ids=lambda path: path.name)
def test_parties_stand_in_their_leads(leads):
    named = [
        (lead[role], lead["text"]) for lead in SCORER.load(leads) for role in ("actor", "recipient") if role in lead
    ]
    astray = sum(words not in text for words, text in named)  # a count: a failing assert shows what it names
    assert astray == 0


@pytest.mark.parametrize("leads", [SCORER.WIRE, SCORER.HELD_BACK], ids=lambda path: path.name)
def test_leads_stand_in_the_file_that_their_hash_names(leads):
    wrong = sum(SCORER.is_held_back(lead["text"]) != (leads == SCORER.HELD_BACK) for lead in SCORER.load(leads))
    assert wrong == 0


def test_twelve_leads_of_the_wire_tell_each_type():
    first = [lead["types"][0] for leads in (SCORER.WIRE, SCORER.HELD_BACK) for lead in SCORER.load(leads)]
    assert {first.count(kind.value) for kind in EventType} == {12}


def test_of_a_held_back_lead_nothing_but_the_answers_is_kept(coder, tmp_path, monkeypatch):
    lead = {"text": "Chad accused Sudan on Friday of arming rebels.", "types": ["ACCUSE"], "actor": "Chad"}
    held_back = tmp_path / "held_back.yaml"
    held_back.write_text(yaml.safe_dump([lead]), encoding="utf-8")
    monkeypatch.setitem(SCORER.score.__globals__, "HELD_BACK", held_back)
    assert list(SCORER.score(coder, held_back)) == [SCORER.Scored(found=True, whole=True)]
