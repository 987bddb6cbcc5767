import pytest

from reportedly.records import Article


def event_of(coder, text, kind):
    return next(e for e in coder.code(text).events if e.type == kind)


TURNED = [
    ("Kenya will send food to Somalia next week.", "AGREE", "planned"),
    ("The ministry said Peru will not send food to Chile.", "REJECT", "refused"),
    ("Kenya sent food to Somalia last week.", "AID", None),
]


@pytest.mark.parametrize(("text", "kind", "reason"), TURNED)
def test_planned_and_refused_acts_count_as_what_they_amount_to(coder, text, kind, reason):
    event = event_of(coder, text, kind)
    assert (reason in event.why) if reason else not {"planned", "refused"} & set(event.why)


STANDINGS = [
    ("Chad attacked a base in Sudan.", "asserted", "CT+"),
    ("Chad attacked a base in Sudan, the army said.", "reported", "CT+"),
    ("Chad reportedly attacked a base in Sudan.", "reported", "CT+"),
    ("Chad allegedly attacked a base in Sudan.", "alleged", "CT+"),
    ("Chad denied that its army attacked a base in Sudan.", "denied", "CT-"),
]


@pytest.mark.parametrize(("text", "standing", "factuality"), STANDINGS)
def test_standing_says_who_vouches(coder, text, standing, factuality):
    event = event_of(coder, text, "ASSAULT")
    assert (event.standing, event.factuality) == (standing, factuality)


def test_circumstances_go_to_the_event_that_they_belong_to(coder):
    text = "Rebels shelled a market in Gao on 3 May 2025, killing nine people, and Mali arrested 40 men on 5 May 2025."
    report = coder.code(text)
    assault, arrest = (next(e for e in report.events if e.type == kind) for kind in ("ASSAULT", "COERCE"))
    assert (assault.date.start, arrest.date.start) == ("2025-05-03", "2025-05-05")
    assert assault.place.name == "Gao"
    assert [(q.kind, q.value) for q in assault.quantities] == [("killed", 9)]
    assert [(q.kind, q.value) for q in arrest.quantities] == [("arrested", 40)]


def test_the_topic_of_a_request_is_no_event_of_its_own(coder):
    report = coder.code("Kenya urged Somalia to release the crew of the ferry.")
    assert [(e.type, e.mode) for e in report.events] == [("REQUEST", "yield")]


def test_mentions_carry_the_same_fields_as_their_event(coder):
    event = event_of(coder, "Chad attacked a base in Sudan, the army said.", "ASSAULT")
    first = event.mentions[0]
    for field in ("trigger", "evidence", "claim", "sources", "standing", "modality", "factuality"):
        assert getattr(event, field) == getattr(first, field)


WHERE_AND_WHEN = [
    # a purpose is there and then
    ("Police fired tear gas to break up a march in Sfax on Sunday.", "ASSAULT", "Sfax", "Sunday"),
    # a second verb
    ("Police raided an office in Minsk on Monday and arrested nine editors.", "COERCE", "Minsk", "Monday"),
    # where a party is, too
    ("Students demonstrated in Belgrade on Friday.", "PROTEST", "Belgrade", "Friday"),
    # what force is used against
    ("Russian gunners shelled Kharkiv on Tuesday.", "ASSAULT", "Kharkiv", "Tuesday"),
    # what is agreed is somewhere else
    ("Chad agreed to meet the rebels in Doha on Monday.", "AGREE", None, None),
]


@pytest.mark.parametrize(("text", "kind", "place", "day"), WHERE_AND_WHEN)
def test_every_event_of_a_sentence_has_its_place_and_day(coder, text, kind, place, day):
    events = [e for e in coder.code(text).events if e.type == kind]
    assert events
    assert {e.place.name if e.place else None for e in events} == {place}
    assert {e.date.text if e.date else None for e in events} <= {day, f"on {day}"}


MEANT = [
    # what was is no part of what is asked
    ("Mali's president will ask Algeria for help after rebels killed nine soldiers.", "ASSAULT", "actual"),
    ("The union in Lima will demand talks because police arrested six drivers.", "COERCE", "actual"),
    # what an attempt brings about
    ("Rebels in Libya tried to hold a bridge, killing nine sailors.", "ASSAULT", "actual"),
    # until when somebody will do something
    ("The rebels in Mali will fight until the premier resigns.", "RETREAT", "hypothetical"),
    ("The rebels in Mali fought until the premier resigned.", "RETREAT", "actual"),
    # what is to be
    ("Kenya is to send food to Somalia.", "AGREE", "future"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), MEANT)
def test_how_an_event_is_meant(coder, text, kind, modality):
    assert event_of(coder, text, kind).modality == modality


PROTESTING = [
    ("Serbia protested against the return of sixty migrants.", "ACCUSE"),
    ("Serbian miners protested against the ministry.", "PROTEST"),
]


@pytest.mark.parametrize(("text", "kind"), PROTESTING)
def test_states_protest_in_words(coder, text, kind):
    assert [e.type for e in coder.code(text).events] == [kind]


def test_what_judges_another_judgement_blames_nobody_for_it(coder):
    text = "Chad and Niger signed a pact. Togo praised the envoys of Chad. A Malian senator criticised the deal."
    last = coder.code(text).events[-1]
    assert (last.type, "TGO" in {a.country for a in last.recipients}) == ("ACCUSE", False)


def test_what_a_side_clause_dates_is_not_the_news(coder):
    text = "Egypt and Libya agreed on Friday to resume talks that broke down in 2019."
    report = coder.code(Article.verbatim(text, published="2025-06-14"))
    assert {e.modality for e in report.events if e.type == "AGREE"} == {"actual"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels shelled Goma on Friday. The shelling was the heaviest in the province since March.", "2025-06-13"),
        ("Gunmen attacked a convoy in Mali in the deadliest raid since 2021.", None),
        ("Rebels have shelled Goma since Monday.", "2025-06-09"),
    ],
)
def test_what_an_event_outdoes_does_not_date_it(coder, text, day):
    events = coder.code(Article.verbatim(text, published="2025-06-14")).events
    assert [e.date.start if e.date else None for e in events if e.type == "ASSAULT"] == [day]


BLAMED = [
    ("Jets of the Israeli army struck a depot near Beirut on Monday. Iran condemned the strike.", "ISR", "MIL"),
    ("Police in Minsk arrested nine students on Friday. Poland condemned the arrests.", "BLR", "COP"),
]


@pytest.mark.parametrize(("text", "country", "sector"), BLAMED)
def test_who_did_a_deed_is_blamed_for_it(coder, text, country, sector):
    event = event_of(coder, text, "ACCUSE")
    assert [(a.country, a.sectors[0]) for a in event.recipients] == [(country, sector)]


def test_where_two_have_struck_nobody_is_blamed_for_the_attack(coder):
    text = "Gunmen shot a Danish envoy in Amman. Soldiers beat a clerk in Amman. Jordan condemned the attack."
    assert event_of(coder, text, "ACCUSE").recipients == ()


def test_whoever_is_taken_is_not_whoever_is_killed(coder):
    text = "Gunmen kidnapped two nuns near Jos on Monday and killed their driver."
    assert [e.mode for e in coder.code(text).events if e.type == "ASSAULT"] == ["abduct", None]


HISTORY = [
    ("In 1683 Ottoman troops besieged Vienna.", "historical"),
    ("French troops attacked the fort in 1798. Egyptian police arrested nine men on 3 May 2024.", "historical"),
    ("French troops attacked the fort in 2023. Egyptian police arrested nine men on 3 May 2024.", "actual"),
    ("In 1805 French troops attacked rebels who had attacked a barracks.", "historical"),
]


@pytest.mark.parametrize(("text", "modality"), HISTORY)
def test_a_report_without_a_date_knows_history_by_its_years(coder, text, modality):
    assert {e.modality for e in coder.code(text).events if e.type == "ASSAULT"} == {modality}


WHERE = [
    ("Gunmen attacked a convoy on the outskirts of Bamako on Friday.", "Bamako"),
    ("Rebels shelled a barracks in the town of Tessalit.", "Tessalit"),
    ("Police arrested nine students in the northern city of Bahir Dar.", "Bahir Dar"),
    ("Jets struck a militant camp in Khost province.", "Khōst"),
    ("Soldiers killed nine rebels near the village of Bosso in the east of Niger.", "Bosso"),
    ("Rebels shelled a base in the department of Arauca.", "Arauca"),
    ("Russian drones hit a silo in the Odesa region on Friday.", "Odesa Oblast"),
    ("Gunmen ambushed a patrol on the road to Menaka on Friday.", "Menaka"),
    ("Police fired tear gas at a march in the Kenyan port of Mombasa.", "Mombasa"),
    ("The president of Chad accused France of theft.", None),
    ("The government in Lilongwe accused Zambia of theft.", None),
    ("Norway imposed sanctions on nine companies in Kazakhstan.", None),
    ("Norway's envoy accused Russia of theft at talks in Geneva.", "Geneva"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_what_happens_in_a_part_of_a_place_happens_there(coder, text, place):
    (event,) = coder.code(text).events
    assert (event.place.name if event.place else None) == place


def test_the_toll_of_what_went_before_is_no_figure_of_a_truce(coder):
    text = "Chad and Niger agreed to a truce brokered by Qatar after weeks of clashes that killed more than 70 people."
    (event,) = coder.code(text).events
    assert (event.type, event.recipients, event.quantities) == ("CONCEDE", (), ())


def test_a_pact_that_lets_somebody_act_tells_no_act(coder):
    text = "The Senate approved a pact with Tokyo that lets the two countries send troops to each other's territory."
    assert [event.type for event in coder.code(text).events] == ["SUPPORT"]


def test_a_treaty_named_by_its_year_makes_no_history(coder):
    text = "Envoys of Togo and Ghana met on Friday and discussed the 1961 fishing treaty."
    events = coder.code(Article.verbatim(text, published="2025-06-14")).events
    assert {event.modality for event in events} == {"actual"}


def test_the_military_is_no_rebel_army(coder):
    text = "The National Liberation Army left. Its commander demanded that the military halt its raids."
    (request,) = [event for event in coder.code(text).events if event.type == "REQUEST"]
    assert [actor.name for actor in request.recipients] == ["military"]


def test_a_clause_with_a_doer_of_its_own_is_not_dated_by_the_one_before(coder):
    text = "A truce expired on 3 August 2025, and rebels have since kidnapped nine people."
    assert [event.date for event in coder.code(text).events if event.mode == "abduct"] == [None]


def test_what_somebody_answers_with_is_dated_as_the_answer(coder):
    text = "Chad replied on Friday by shutting its airspace to Libyan airlines and halting all trade with Tripoli."
    events = coder.code(Article.verbatim(text, published="2025-06-14")).events
    assert [event.date.start for event in events if event.date] == ["2025-06-13", "2025-06-13"]


def test_a_crowd_that_the_parser_takes_for_a_phrase_protests(coder):
    (event,) = coder.code("Hundreds of Alawites protested in Latakia on Friday.").events
    assert (event.type, event.actors[0].sectors[:1]) == ("PROTEST", ("REL",))


def test_what_lasts_until_a_month_is_no_history(coder):
    text = "Norway eased sanctions on Chad's central bank last week, allowing some payments until March."
    (event,) = coder.code(Article.verbatim(text, published="2025-06-14")).events
    assert (event.type, event.modality) == ("CONCEDE", "actual")


def test_what_is_hit_is_a_thing_of_the_deed_and_what_it_is_hit_with_is_none(coder):
    (event,) = coder.code("Militiamen set fire to boats near Beira with petrol bombs.").events
    assert [item.text for item in event.items] == ["boats"]
