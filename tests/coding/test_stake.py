"""Which sources are parties to the events that they speak of."""

import pytest

from reportedly.coding.stake import with_stakes
from reportedly.records import (
    Actor,
    Event,
    EventType,
    Factuality,
    Mention,
    Modality,
    Quad,
    Source,
    SourceKind,
    Standing,
)

OFFICIAL, BODY, PERSON = SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.PERSON


def actor(name, country=None, *sectors, title=None):
    return Actor(name=name, text=name, country=country, sectors=sectors, title=title)


def source(name, kind, who=None, title=None):
    return Source(name=name, kind=kind, actor=who, title=title)


def told_by(who, parties):
    where = {"trigger": (0, 5), "evidence": (0, 50)}
    meant = {"standing": Standing.REPORTED, "modality": Modality.ACTUAL, "factuality": Factuality.CT_PLUS}
    return Event(
        id="event", type=EventType.ASSAULT, quad=Quad.MATERIAL_CONFLICT, intensity=-9.0, actors=tuple(parties[:1]),
        recipients=tuple(parties[1:]), mentions=(Mention(**where, **meant, sources=(who,)),), confidence=0.9,
        sources=(who,), **where, **meant,
    )  # fmt: skip


ARMY, POLICE = actor("army", None, "MIL"), actor("police", "KEN", "COP")
FRONT, FIRM, UNION = actor("Red Delta Front", "MLI", "REB"), actor("Lusaka Mining", "ZMB", "BUS"), actor("union", "ZMB")
OKELLO = actor("Okello", "UGA", "OPP")


@pytest.mark.parametrize(
    ("who", "parties", "interested"),
    [
        (source("army", OFFICIAL, ARMY), [ARMY], True),
        (source("army spokesman", OFFICIAL, actor("spokesman", None, "MIL")), [actor("soldiers", None, "MIL")], True),
        (source("interior minister", OFFICIAL, actor("interior minister", "KEN", "GOV")), [POLICE], True),
        (source("police chief", OFFICIAL, actor("police chief", None, "COP")), [POLICE], True),
        (source("Moscow", OFFICIAL, actor("Russia", "RUS", "GOV")), [actor("Kremlin", "RUS", "GOV")], True),
        (source("Red Delta Front", BODY, FRONT), [FRONT], True),
        (source("spokesman for the Red Delta Front", BODY), [FRONT], True),
        (source("Ana Mora", BODY, title="chairwoman of Lusaka Mining"), [FIRM], True),
        (source("Lusaka Mining's lawyer", PERSON), [FIRM], True),
        (source("lawyer for Mr Okello", PERSON), [OKELLO], True),
        (source("union", BODY), [UNION], True),
        (source("Kiev", OFFICIAL, actor("Ukraine", "UKR", "GOV")), [actor("Russia", "RUS", "MIL")], False),
        (source("army", OFFICIAL, ARMY), [actor("Chad", "TCD", "MIL"), actor("Sudan", "SDN", "MIL")], False),
        (source("nurse at Lusaka Mining", SourceKind.EXPERT), [FIRM], False),
        (source("Okello Times", SourceKind.OUTLET), [OKELLO], False),
        (source("residents", SourceKind.WITNESS), [ARMY, FRONT], False),
        (source("union", BODY, UNION), [POLICE], False),
        (source("health ministry", OFFICIAL, actor("health ministry", "KEN", "GOV", "MED")), [FRONT], False),
        (source("Kenya Red Cross", BODY), [actor("Kenya", "KEN", "GOV")], False),
        (source("analyst in Lusaka", SourceKind.EXPERT), [FIRM], False),
        (source("rival front", BODY, actor("rival front", "MLI", "REB")), [FRONT], False),
    ],
    ids=lambda value: getattr(value, "name", None),
)  # fmt: skip
def test_a_party_to_the_event_has_a_stake(who, parties, interested):
    marked = with_stakes(told_by(who, parties))
    assert [s.interested for s in marked.sources] == [interested]


def test_a_minister_speaking_of_what_his_state_did_has_a_stake(coder):
    text = (
        "Chad's foreign minister said Chadian troops had shelled a village in Sudan. A nurse said nine people had died."
    )
    report = coder.code(text)
    event = next(e for e in report.events if e.type == "ASSAULT")
    assert [s.interested for s in event.sources] == [True]
    by_name = {c.sources[-1].name: c.sources[-1].interested for c in report.claims}
    assert [interested for name, interested in by_name.items() if "minister" in name] == [True]
    assert [interested for name, interested in by_name.items() if "nurse" in name] == [False]
