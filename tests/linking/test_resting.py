"""On whom a deed rests: chains followed across articles, loops, presence, denials."""

import pytest

from reportedly.linking.desk import Desk
from reportedly.linking.merging import merge_events
from reportedly.linking.resting import find_grounds
from reportedly.linking.tellings import find_tellings

DEED = "Raiders shelled the mill at Kossi on Monday"


def article(newsroom, publisher, hour, *, by=None, lead=DEED, more="", told=True, **fields):
    """Return an article that tells the shelling of the mill: of `by`, a chain, or in its own voice."""
    n = newsroom
    names = "" if by is None else ", " + " of ".join(hop[0] for hop in reversed(by)) + " said"
    text = f"{lead}{names}.\n\n{more}"
    claims = [] if by is None else [n.Says(lead, by)]
    event = n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], said=0 if by else None,
                    place=n.town("Kossi", "MLI"))  # fmt: skip
    return n.report(
        publisher, text, published=f"2026-05-04T{hour:02d}:00:00+00:00", said=claims,
        told=[event] if told else [], **fields,
    )  # fmt: skip


def grounds_of(newsroom, *reports, copies=()):
    draft = newsroom.draft(*reports, copies=copies)
    deeds = merge_events(draft.reports)
    assert len(deeds) == 1
    return find_grounds(find_tellings(deeds, draft.reports)[0], Desk(draft))


def names(grounds):
    return [voice.name for voice in grounds.voices]


def test_the_last_hop_is_the_origin(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("Lagoon Times", "outlet"), ("miller Issa Ba", "person")])
    assert names(grounds_of(newsroom, one)) == ["miller Issa Ba"]


def test_two_articles_with_one_source_rest_on_one(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("army", "official")])
    two = article(newsroom, "Lagoon Post", 9, by=[("army", "official")], lead=DEED.replace("Monday", "Monday night"))
    grounds = grounds_of(newsroom, one, two)
    assert names(grounds) == ["army"]
    assert len(grounds.articles["army"]) == 2


def test_a_sentence_printed_again_brings_nobody(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("army", "official")])
    two = article(newsroom, "Lagoon Post", 9, by=[("mayor Ali Sy", "person")])
    assert len(names(grounds_of(newsroom, one, two))) == 2
    # The same sentence under another house's name, printed later: its words were there before.
    again = newsroom.report(
        "Delta Mail", one.article.text, published="2026-05-04T10:00:00+00:00",
        told=[newsroom.Tells("ASSAULT", "shelled", [newsroom.party("Raiders")], [newsroom.party("mill", "MLI")])],
    )  # fmt: skip
    assert names(grounds_of(newsroom, one, again)) == ["army"]


def test_who_quotes_a_house_brings_what_that_house_rests_on(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("Issa Ba", "person")])
    two = article(newsroom, "Lagoon Post", 9, by=[("Reef Wire", "outlet")], lead=DEED + " at dawn")
    grounds = grounds_of(newsroom, one, two)
    assert names(grounds) == ["Issa Ba"]
    assert [(c.house, c.closes_loop) for c in grounds.citations] == [("reef wire", False)]


def test_a_house_without_an_article_is_the_origin(newsroom):
    two = article(newsroom, "Lagoon Post", 9, by=[("Reef Wire", "outlet")])
    assert [name.casefold() for name in names(grounds_of(newsroom, two))] == ["reef wire"]


def test_houses_that_confirm_each_other_are_one_origin_and_a_loop(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("post", "social")])
    two = article(newsroom, "Lagoon Post", 9, by=[("Reef Wire", "outlet")], lead=DEED + " at dawn")
    three = article(newsroom, "Reef Wire", 11, by=[("Lagoon Post", "outlet")], lead=DEED + ", it is confirmed")
    grounds = grounds_of(newsroom, one, two, three)
    assert names(grounds) == ["post"]
    assert all(citation.closes_loop for citation in grounds.citations)
    assert {citation.house for citation in grounds.citations} == {"reef wire", "lagoon post"}


def test_own_words_rest_on_the_house_that_the_article_names(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("Issa Ba", "person")])
    two = article(newsroom, "Lagoon Post", 9, lead=DEED + " at dawn", more="The Reef Wire was first to report it.")
    assert names(grounds_of(newsroom, one, two)) == ["Issa Ba"]


def test_nobody_named_leaves_the_house(newsroom):
    one = article(newsroom, "Reef Wire", 8)
    assert names(grounds_of(newsroom, one)) == ["Reef Wire"]


def test_who_was_there_is_an_origin_beside_others(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("army", "official")])
    two = article(newsroom, "Lagoon Post", 9, lead=DEED + ", and the Lagoon Post was there")
    assert names(grounds_of(newsroom, one, two)) == ["army", "Lagoon Post"]


def test_an_unnamed_voice_counts_only_alone(newsroom):
    n = newsroom
    unnamed = ("villager", "anonymous person")
    alone = article(newsroom, "Reef Wire", 8, by=[unnamed])
    assert names(grounds_of(newsroom, alone)) == ["villager"]
    text = f"{DEED}, a villager said.\n\nOne.\n\nTwo.\n\n{DEED.replace('Monday', 'Monday evening')}, the army said."
    beside = n.report(
        "Reef Wire", text,
        said=[n.Says(DEED, [unnamed]), n.Says(DEED.replace("Monday", "Monday evening"), [("army", "official")])],
        told=[n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], said=0)],
    )  # fmt: skip
    assert names(grounds_of(newsroom, beside)) == ["army"]


@pytest.mark.parametrize("earlier", [False, True])
def test_who_denies_is_no_origin_unless_it_takes_back(newsroom, earlier):
    n = newsroom
    one = article(newsroom, "Reef Wire", 8, by=[("army" if not earlier else "navy", "official")])
    text = "The navy denied that raiders shelled the mill at Kossi."
    denial = n.report(
        "Lagoon Post", text, published="2026-05-04T12:00:00+00:00",
        said=[n.Says("raiders shelled the mill at Kossi", [("navy", "official")], act="deny", factuality="CT-")],
        told=[n.Tells("ASSAULT", "shelled", [n.party("raiders")], [n.party("mill", "MLI")], said=0,
                      place=n.town("Kossi", "MLI"), standing="denied", factuality="CT-")],
    )  # fmt: skip
    grounds = grounds_of(newsroom, one, denial)
    assert names(grounds) == ["navy" if earlier else "army"]
    assert [voice.name for voice in grounds.denying] == ["navy"]


def test_what_is_only_recalled_rests_on_nobody(newsroom):
    n = newsroom
    one = article(newsroom, "Reef Wire", 8, by=[("army", "official")])
    text = "The mayors met in Kossi, both said, two days after raiders shelled the mill."
    later = n.report(
        "Lagoon Post", text, published="2026-05-06T12:00:00+00:00",
        said=[n.Says("The mayors met in Kossi", [("both mayors", "official")])],
        told=[n.Tells("CONSULT", "met", [n.party("mayors")], said=0),
              n.Tells("ASSAULT", "shelled", [n.party("raiders")], [n.party("mill", "MLI")], said=0,
                      place=n.town("Kossi", "MLI"))],
    )  # fmt: skip
    draft = newsroom.draft(one, later)
    deeds = merge_events(draft.reports)
    found = dict(zip([deed.told[0].event.type for deed in deeds], find_tellings(deeds, draft.reports), strict=True))
    assert names(find_grounds(found["ASSAULT"], Desk(draft))) == ["army"]


def test_a_copy_adds_only_its_own_named_voices(newsroom):
    n = newsroom
    root = article(newsroom, "Reef Wire", 8, by=[("army", "official")])
    added = "“I saw raiders shell the mill at Kossi,” baker Oumar Keita said."
    copy = n.report(
        "Kossi Daily", root.article.text + added, published="2026-05-04T10:00:00+00:00",
        said=[n.Says(DEED, [("army", "official")]),
              n.Says("“I saw raiders shell the mill at Kossi,”", [("Oumar Keita", "witness")])],
        told=[n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], said=0,
                      place=n.town("Kossi", "MLI"))],
    )  # fmt: skip
    assert names(grounds_of(newsroom, root, copy, copies=[(copy, root, added)])) == ["army", "Oumar Keita"]
    assert names(grounds_of(newsroom, root, copy, copies=[(copy, root)])) == ["army"]


def test_what_the_coder_hears_only_in_a_copy_is_the_roots(newsroom):
    n = newsroom
    root = n.report(
        "Reef Wire", f"{DEED}, the army said.", published="2026-05-04T08:00:00+00:00",
        told=[n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")])],
    )  # fmt: skip
    heard = n.report(
        "Kossi Daily", f"{DEED}, the army said.", published="2026-05-04T09:00:00+00:00",
        said=[n.Says(DEED, [("army", "official")])],
        told=[n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], said=0)],
    )  # fmt: skip
    grounds = grounds_of(newsroom, root, heard, copies=[(heard, root)])
    assert names(grounds) == ["army"]
    assert grounds.articles["army"] == (root.article.id,)


@pytest.mark.parametrize(
    ("words", "coded", "trigger", "heard"),
    [
        ("his men had shelled the mill at Kossi, and demanded a ransom", "REQUEST", "demanded", True),
        ("the mill at Kossi had been shelled by night, and accused the army", "ACCUSE", "accused", True),
        # What was coded as a deed done by hand is that deed.
        ("soldiers were sent to Kossi after the mill was shelled", "MOBILIZE", "sent", False),
    ],
)  # fmt: skip
def test_a_claim_coded_for_what_is_said_may_tell_the_main_deed(newsroom, words, coded, trigger, heard):
    n = newsroom
    one = article(n, "Reef Wire", 8, by=[("army", "official")])
    two = n.report(
        "Lagoon Post", f"Commander Sidi Ag said {words}.", published="2026-05-04T12:00:00+00:00",
        said=[n.Says(words, [("Sidi Ag", "official", "commander")])],
        told=[n.Tells(coded, trigger, [n.party("Sidi Ag")], said=0)],
    )  # fmt: skip
    draft = n.draft(one, two)
    deeds = merge_events(draft.reports)
    told = next(number for number, deed in enumerate(deeds) if deed.told[0].event.type == "ASSAULT")
    grounds = find_grounds(find_tellings(deeds, draft.reports)[told], Desk(draft))
    assert ("Sidi Ag" in names(grounds)) == heard


def test_who_says_what_is_to_be_done_does_not_say_that_it_was(newsroom):
    n = newsroom
    one = article(n, "Reef Wire", 8, by=[("army", "official")])
    two = n.report(
        "Lagoon Post", "Raiders will have shelled the mill at Kossi by Monday, miller Issa Ba said.",
        published="2026-05-04T12:00:00+00:00",
        said=[n.Says("Raiders will have shelled the mill at Kossi by Monday", [("Issa Ba", "person")])],
        told=[n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], said=0, modality="future",
                      place=n.town("Kossi", "MLI"))],
    )  # fmt: skip
    assert names(grounds_of(n, one, two)) == ["army"]


def test_who_denies_outright_tells_nothing_by_what_they_give_instead(newsroom):
    n = newsroom
    one = article(n, "Reef Wire", 8, by=[("army", "official")])
    words = (
        "the mill at Kossi had been shelled",
        "the mill at Kossi had burst a boiler",
        "two died in the fire at Kossi",
    )
    two = n.report(
        "Lagoon Post", f"Prefect Issa Ba denied that {words[0]}. {words[1]}, Ba said. {words[2]}, he said.",
        published="2026-05-04T12:00:00+00:00",
        said=[n.Says(words[0], [("Issa Ba", "official")], act="deny", factuality="CT-"),
              *(n.Says(one, [("Issa Ba", "official")], figures=[]) for one in words[1:])],
    )  # fmt: skip
    grounds = grounds_of(n, one, two)
    assert names(grounds) == ["army"]
    assert [voice.name for voice in grounds.denying] == ["Issa Ba"]


@pytest.mark.parametrize(("gap", "found"), [(" ", ["police"]), ("\n\n", ["Reef Wire"])])
def test_what_a_paragraph_tells_rests_on_who_speaks_in_it(gap, found, newsroom):
    n = newsroom
    text = f"Raiders shelled the mill at Kossi on Monday.{gap}Bread would be dearer by June, police said."
    event = n.Tells("ASSAULT", "shelled", [n.party("Raiders")], [n.party("mill", "MLI")], place=n.town("Kossi", "MLI"))
    said = [n.Says("Bread would be dearer by June", [("police", "official")])]
    assert names(grounds_of(n, n.report("Reef Wire", text, said=said, told=[event]))) == found


def test_two_who_say_it_in_one_breath_are_two_origins(newsroom):
    one = article(newsroom, "Reef Wire", 8, by=[("mayor and police", "official")])
    assert names(grounds_of(newsroom, one)) == ["mayor", "police"]


def test_who_denies_in_the_same_breath_tells_no_deed(newsroom):
    n = newsroom
    one = article(n, "Reef Wire", 8, by=[("army", "official")])
    words = "Raiders had not shelled the mill at Kossi, and shelled no mill unannounced"
    claim = n.Says(words, [("Sidi Ag", "official")], act="deny", factuality="CT-")
    told = [
        n.Tells("ASSAULT", trigger, [n.party("Raiders")], [n.party("mill", "MLI")], said=0, standing=standing,
                place=n.town("Kossi", "MLI"))
        for trigger, standing in (("not shelled", "denied"), ("shelled no mill", "reported"))
    ]  # fmt: skip
    two = n.report(
        "Lagoon Post", f"{words}, Sidi Ag said.", published="2026-05-04T12:00:00+00:00", said=[claim], told=told
    )
    assert names(grounds_of(n, one, two)) == ["army"]
