"""Events of several articles that tell one deed are merged; what cannot be one is kept apart."""

import pytest

from reportedly.linking.bonds import bond, tell
from reportedly.linking.merging import merge_events

LEAD = "Raiders attacked a mill near Kossi"


def told(newsroom, publisher="Reef Wire", text=LEAD + " on Monday.", published="2026-05-04T10:00:00+00:00", **event):
    n = newsroom
    fields = {"type": "ASSAULT", "trigger": "attacked", "actors": [n.party("Raiders")],
              "recipients": [n.party("mill", "MLI")], "place": n.town("Kossi", "MLI")} | event  # fmt: skip
    return n.report(publisher, text, published=published, told=[n.Tells(**fields)])


def deeds_of(newsroom, *reports):
    return merge_events(newsroom.draft(*reports).reports)


def test_one_deed_in_other_words_is_merged_with_reasons(newsroom):
    other = told(newsroom, "Lagoon Post", "A mill close to Kossi was shelled.", trigger="shelled", actors=[])
    (deed,) = deeds_of(newsroom, told(newsroom), other)
    assert len(deed.told) == 2
    ((_, reasons),) = deed.reasons
    assert "same recipient" in reasons
    assert any(reason.startswith("same place") for reason in reasons)


def test_the_fullest_telling_leads(newsroom):
    poor = told(newsroom, "Lagoon Post", "Raiders attacked at dawn.", recipients=[], place=None,
                published="2026-05-04T07:00:00+00:00")  # fmt: skip
    (deed,) = deeds_of(newsroom, poor, told(newsroom))
    assert deed.told[0].report.article.publisher.name == "Reef Wire"


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "PROTEST"},
        {"date": "2026-05-01"},
        {"modality": "historical"},
        {"actors": ["Togolese marines", "TGO", "MIL"], "recipients": ["guard post", "BEN"]},
        {"place": ["Lomé", "TGO"]},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_cannot_be_one_deed_is_kept_apart(newsroom, changes):
    n = newsroom
    first = told(n, date="2026-05-04", actors=[n.party("Malian soldiers", "MLI", "MIL")])
    given = dict(changes)
    for side in {"actors", "recipients"} & given.keys():
        given[side] = [n.party(*given[side])]
    if "place" in given:
        given["place"] = n.town(*given["place"])
    other = told(n, "Lagoon Post", LEAD + ", people said.", **given)
    assert len(deeds_of(n, first, other)) == 2


def test_one_attack_laid_at_two_doors_is_one_deed(newsroom):
    n = newsroom
    mine = told(n, date="2026-05-04", actors=[n.party("Malian soldiers", "MLI", "MIL")])
    theirs = told(n, "Lagoon Post", LEAD + ", people said.", actors=[n.party("Togolese marines", "TGO", "MIL")])
    assert len(deeds_of(n, mine, theirs)) == 1


def test_two_capitals_that_blame_a_third_do_two_deeds(newsroom):
    n = newsroom
    fields = {"type": "ACCUSE", "trigger": "attacked", "recipients": [n.party("Togo", "TGO", "GOV")], "place": None}
    one = told(n, actors=[n.party("Mali", "MLI", "GOV")], **fields)
    other = told(n, "Lagoon Post", actors=[n.party("Benin", "BEN", "GOV")], **fields)
    assert len(deeds_of(n, one, other)) == 2


def test_what_is_only_denied_joins_what_was_told(newsroom):
    n = newsroom
    denied = told(n, "Lagoon Post", "The army denied that a mill was attacked.", standing="denied",
                  modality="negated", actors=[], recipients=[], place=n.town("Lomé", "TGO"))  # fmt: skip
    assert len(deeds_of(n, told(n), denied)) == 1
    assert len(deeds_of(n, told(n), told(n, "Lagoon Post", "A school was attacked.", actors=[], recipients=[],
                                         place=n.town("Lomé", "TGO")))) == 2  # fmt: skip


def test_a_digest_of_two_accounts_does_not_keep_them_apart(newsroom):
    n = newsroom
    one, other = told(n, date="2026-05-04"), told(n, "Lagoon Post", LEAD + ", people said.", date="2026-05-05")
    both = n.report("Digest", f"{LEAD} on Monday.\n\n{LEAD}, people said.", published="2026-05-06T10:00:00+00:00",
                    told=[n.Tells(type="ASSAULT", trigger="attacked a mill near Kossi on", date="2026-05-04",
                                  actors=[n.party("Raiders")], recipients=[n.party("mill", "MLI")]),
                          n.Tells(type="ASSAULT", trigger="attacked a mill near Kossi, people", date="2026-05-05",
                                  actors=[n.party("Raiders")], recipients=[n.party("mill", "MLI")])])  # fmt: skip
    reports = n.draft(one, other, both).reports
    assert len(merge_events(reports, copies={both.article.id})) == 1
    assert len(merge_events(reports)) == 2


def test_what_names_nobody_takes_up_the_deed_before_it(newsroom):
    n = newsroom
    text = "Raiders attacked a mill at Kossi.\n\nThe mill is old.\n\nThey stormed it at dawn, he said."
    mill = {"actors": [n.party("Raiders")], "recipients": [n.party("mill", "MLI")]}
    both = n.report("Reef Wire", text, told=[n.Tells(type="ASSAULT", trigger="attacked", **mill),
                                             n.Tells(type="ASSAULT", trigger="stormed")])  # fmt: skip
    assert len(deeds_of(n, both)) == 1
    far = n.report("Reef Wire", text.replace("\n\nThey", "\n\nOne.\n\nTwo.\n\nThey"),
                   told=[n.Tells(type="ASSAULT", trigger="attacked", **mill),
                         n.Tells(type="ASSAULT", trigger="stormed")])  # fmt: skip
    assert len(deeds_of(n, far)) == 2


def test_roles_turned_round_are_two_deeds(newsroom):
    n = newsroom
    togo, benin = n.party("Togolese marines", "TGO", "MIL"), n.party("Beninese marines", "BEN", "MIL")
    one = told(n, text="Marines attacked marines.", actors=[togo], recipients=[benin])
    other = told(n, "Lagoon Post", "Marines attacked marines, too.", actors=[benin], recipients=[togo])
    assert len(deeds_of(n, one, other)) == 2


def test_little_in_common_is_not_enough(newsroom):
    n = newsroom
    far = "One.\n\nTwo.\n\nThree.\n\nFour.\n\n"
    one = told(n, text=far + "Raiders attacked a mill.", place=None)
    other = told(n, "Lagoon Post", far + "A bank was robbed and its guard attacked.", place=None,
                 actors=[], recipients=[n.party("guard", "NER")])  # fmt: skip
    assert bond(*(tell(report, report.events[0]) for report in (one, other))) is None


def test_no_chain_joins_two_deeds_through_a_third(newsroom):
    n = newsroom
    monday = told(n, date="2026-05-04")
    friday = told(n, "Lagoon Post", LEAD + " again.", date="2026-05-08", published="2026-05-08T10:00:00+00:00")
    vague = told(n, "Delta Mail", LEAD + ".", published="2026-05-08T12:00:00+00:00")
    deeds = deeds_of(n, monday, friday, vague)
    assert sorted(len(deed.told) for deed in deeds) == [1, 2]
    assert all(
        not {"2026-05-04", "2026-05-08"} <= {one.event.date.start for one in deed.told if one.event.date}
        for deed in deeds
    )


def test_a_denial_is_merged_with_what_it_denies(newsroom):
    denial = told(newsroom, "Lagoon Post", "Raiders denied that they attacked a mill near Kossi.",
                  modality="negated", published="2026-05-06T10:00:00+00:00", date="2026-05-06")  # fmt: skip
    assert len(deeds_of(newsroom, told(newsroom, date="2026-05-04"), denial)) == 1


def test_near_types_are_one_deed_across_articles_and_two_inside(newsroom):
    n = newsroom
    assault = told(n, text="Troops stormed the mill near Kossi.", trigger="stormed", actors=[n.party("Troops", "MLI")])
    seizure = told(n, "Lagoon Post", "Troops seized the mill near Kossi.", type="COERCE", trigger="seized",
                   actors=[n.party("Troops", "MLI")])  # fmt: skip
    assert len(deeds_of(n, assault, seizure)) == 1
    both = n.report("Delta Mail", "Troops stormed the mill and seized two men.", told=[
        n.Tells("ASSAULT", "stormed", [n.party("Troops", "MLI")], [n.party("mill", "MLI")]),
        n.Tells("COERCE", "seized", [n.party("Troops", "MLI")], [n.party("two men", "MLI")]),
    ])  # fmt: skip
    assert len(deeds_of(n, both)) == 2


@pytest.mark.parametrize(
    ("country", "merged"),
    [(None, 1), ("TGO", 2)],
    ids=["nobody knows where", "abroad"],
)
def test_a_place_of_no_known_country_parts_nothing(country, merged, newsroom):
    other = told(
        newsroom, "Lagoon Post", "Raiders attacked the mill near Kossi on Monday, monitors wrote.",
        place=newsroom.town("Centre", country),
    )  # fmt: skip
    assert len(deeds_of(newsroom, told(newsroom), other)) == merged


@pytest.mark.parametrize(("link", "deeds"), [("before", 2), ("and", 1)])
def test_what_only_dates_a_deed_is_another_one(link, deeds, newsroom):
    n = newsroom
    mayor = [n.party("the mayor", "MLI", "GOV")]
    report = n.report(
        "Reef Wire", f"The mayor promised a well {link} the signing of the river treaty.",
        told=[n.Tells("AGREE", "promised", mayor), n.Tells("SUPPORT", "signing", mayor)],
    )  # fmt: skip
    assert len(deeds_of(n, report)) == deeds
