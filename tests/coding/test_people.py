import pytest

from reportedly import read

ACTORS = [
    # whoever says it of themselves, though nobody has a name
    ("Rebels said they would blockade the port of Lagos from Monday.", ["Rebels"]),
    # two who say it
    ("Kenya and Uganda said they had arrested the smugglers.", ["Kenya", "Uganda"]),
    # a band before an act takes the act's nationality
    ("A Malian army raid on a Tuareg camp was condemned.", ["army"]),
]


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_who_acts(coder, text, actors):
    events = coder.code(text).events
    assert actors in [[a.text for a in event.actors] for event in events]


def test_a_band_before_an_act_has_its_nationality(coder):
    event = coder.code("A Malian army raid on a Tuareg camp in Niger began.").events[0]
    assert [a.country for a in event.actors] == ["MLI"]


SUFFERERS = [
    # merchant ships and fishing boats are of their country, not their country's government
    ("Gunmen attacked a Maltese tanker in the Gulf of Guinea on Monday.", [("MLT", "BUS")]),
    ("A Libyan gunboat seized two Egyptian trawlers off Tobruk.", [("EGY", "AGR")]),
    ("A drone hit a Danish frigate in the Baltic Sea on Sunday.", [("DNK", "MIL")]),
    # people with a calling and a nationality
    ("Militants kidnapped two Czech engineers near Kano.", [("CZE", "LAB")]),
    ("Rebels freed a Japanese geologist near Goma.", [("JPN", "EDU")]),
    # a relative is nobody's office
    ("Police arrested the Malian president's brother on Friday.", [("MLI", "CVL")]),
    # who follows somebody is not that person
    ("Police in Lomé fired tear gas at supporters of President Ayao Tettey.", [("TGO", "CVL")]),
    # several who are hurt
    ("Eleven guards and at least 20 monks were killed by rebels in Mali.", [("MLI", "MIL"), ("MLI", "REL")]),
    # where force is used is nobody
    ("Soldiers killed nine bandits in an ambush in Zamfara.", [("NGA", "CRM")]),
    # what is against something is not against who is hurt
    ("Police in Peru shot dead two farmers during a march against a gold mine.", [("PER", "AGR")]),
]


@pytest.mark.parametrize(("text", "parties"), SUFFERERS)
def test_who_is_acted_upon(coder, text, parties):
    first = next(event for event in coder.code(text).events if event.recipients)
    assert [(a.country, *a.sectors[:1]) for a in first.recipients] == parties


def test_several_nationalities_before_one_noun_are_several_actors(coder):
    event = coder.code("Peru's foreign minister telephoned his Chilean, Bolivian and Cuban counterparts.").events[0]
    assert [a.country for a in event.recipients] == ["CHL", "BOL", "CUB"]


def test_guards_from_two_countries_are_two_actors(coder):
    event = coder.code("Border guards from Chad and Niger exchanged fire on Tuesday, killing three herders.").events[0]
    assert [a.country for a in event.actors] == ["TCD", "NER"]


def test_a_report_sent_from_elsewhere_is_not_local(coder):
    text = "GENEVA, June 9 - Armed men looted flour in Chad, the United Nations said. Gunmen shot two drivers."
    article = next(iter(read(text.encode())))
    assert "CHE" not in {a.country for event in coder.code(article).events for a in event.actors}


def test_embassies_of_the_west_are_somebody(coder):
    event = coder.code("The Georgian premier accused Western embassies of plotting a coup.").events[0]
    assert [a.text for a in event.recipients] == ["Western embassies"]


def test_what_is_sent_is_given_to_nobody(coder):
    event = coder.code("Togo offered to send helicopters.").events[0]
    assert (event.type, event.recipients) == ("AGREE", ())


ABROAD = [
    # a country as such on the other side: the president is of another
    ("The president threatened action against Chad.", {None}),
    # somebody of that country on the other side: he may well be at home
    ("The president threatened Chadian miners.", {"TCD"}),
]


@pytest.mark.parametrize(("text", "countries"), ABROAD)
def test_who_deals_with_a_country_is_not_of_it(coder, text, countries):
    event = coder.code(text).events[0]
    assert {a.country for a in event.actors} == countries
