"""Credibility comes from independent origins and what speaks against them, and says why."""

import pytest

from reportedly.linking.credibility import judge
from reportedly.linking.differences import TURNED
from reportedly.linking.resting import Citation, Grounds
from reportedly.linking.voice import Voice
from reportedly.records import Contradiction, SourceKind


def voice(name, *, named=True):
    return Voice(name=name, names=(name,), kind=SourceKind.OFFICIAL, is_named=named)


def grounds(*names, denying=(), named=True, citations=()):
    return Grounds(
        voices=tuple(voice(name, named=named) for name in names),
        articles=dict.fromkeys(names, ("a1",)),
        citations=citations,
        denying=tuple(voice(name) for name in denying),
    )


def against(by, what="denies it"):
    return Contradiction(id="e1", article="a1", by=by, what=what)


@pytest.mark.parametrize(
    ("found", "said", "value"),
    [
        (grounds("army", "Issa Ba"), (), 1),
        (grounds("army", "Issa Ba"), (against("army", "killed: 9, against 7 by Issa Ba"),), 1),
        (grounds("army", "Issa Ba", "mayor", denying=["rebels"]), (against("rebels"),), 2),
        (grounds("army"), (), 3),
        (grounds("army", "Issa Ba", denying=["rebels"]), (against("rebels"),), 3),
        (grounds("army", denying=["rebels"]), (against("rebels"),), 4),
        (grounds("army"), (against("navy", f"{TURNED} by navy"),), 4),
        (grounds("villagers", denying=["rebels"], named=False), (against("rebels"),), 4),
        (grounds(denying=["rebels"]), (against("rebels"),), 5),
        (grounds("villagers", named=False), (), 6),
        (grounds(), (), 6),
    ],
)
def test_the_scale(found, said, value):
    credibility = judge(found, said)
    assert credibility.value == value
    assert credibility.reasons


def test_reasons_name_origins_contradictions_and_loops():
    found = grounds("army", "Issa Ba", citations=(Citation("a1", "reef wire", closes_loop=True),))
    reasons = judge(found, (against("army", "killed: 9, against 7 by Issa Ba"),)).reasons
    assert reasons[0] == "2 independent origins: army; Issa Ba"
    assert "a loop: reef wire leans on the article that leans on it" in reasons
    assert "killed: 9, against 7 by Issa Ba" in reasons
