"""Names of one body are one voice; two bodies are two."""

import pytest

from reportedly.linking.desk import Desk
from reportedly.linking.speakers import speaker_of
from reportedly.records import Source, SourceKind


def voices_of(newsroom, *articles):
    """Return the voice of each speaker, article by article; an article is (publisher, text, chains)."""
    reports = [
        newsroom.report(publisher, text, said=[newsroom.Says(text.split(".")[0], [hop]) for hop in hops])
        for publisher, text, hops in articles
    ]
    desk = Desk(newsroom.draft(*reports))
    return {
        (report.article.publisher.name, hop.name): desk.voice(report.article.id, hop)
        for report in reports
        for claim in report.claims
        for hop in claim.sources
    }


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The harbour police said so. Harbour police spokesman Adi Roko named the boat.",
            ("harbour police", "official"), ("Adi Roko", "official", "harbour police spokesman"),
        ),
        (
            "The trade ministry closed it. The ministry gave no reason.",
            ("trade ministry", "official"), ("ministry", "official"),
        ),
        (
            "Ana Lobo saw it. Lobo left.",
            ("Ana Lobo", "person"), ("Lobo", "person"),
        ),
        (
            "The ferry line knew. Director Iris Falk spoke of a leak. ",
            ("Ferry Line Nord", "organisation"), ("Iris Falk", "person", "director"),
        ),
        (
            "A nurse at the clinic counted nine.\n\n“Nine,” Mele Tonga said.",
            ("nurse", "anonymous person"), ("Mele Tonga", "person"),
        ),
        (
            "The gang, which calls itself Night Tide, boasted. A gang member waved.",
            ("gang", "organisation"), ("gang member", "anonymous person"),
        ),
        (
            "The customs command fired. Major Lea Sopo, who leads the command, said so.",
            ("customs command", "official"), ("Lea Sopo", "official", "major"),
        ),
        (
            "The office of the harbour master of Tulear denied it. The harbour master’s spokesman Rivo Andry laughed.",
            ("office", "official"), ("Rivo Andry", "official", "harbour master’s spokesman"),
        ),
        (
            "The energy ministry refused. Minister Ana Lobo gave no reason.",
            ("energy ministry", "official"), ("Ana Lobo", "official", "minister"),
        ),
        (
            "The department of roads knew. The department’s first tally was low.",
            ("Department of Roads", "official"), ("department’s first tally", "document"),
        ),
        (
            "The fisheries ministry protested. The text named the boat.",
            ("fisheries ministry", "official"), ("text", "document"),
        ),
        (
            "The Reed movement owned up. Yusuf Karam, a military spokesman of the group, named the road.",
            ("Reed movement", "organisation"), ("Yusuf Karam", "official", "military spokesman of the group"),
        ),
        (
            "Medics counted nine.\n\nThe mayor wept.\n\n“Nine,” said Lea Sopo of the clinic.",
            ("Medics", "anonymous expert"), ("Lea Sopo", "expert"),
        ),
        (
            "The diocese of Tulear wept. Vicar General Rivo Andry gave no names.",
            ("diocese of Tulear", "organisation"), ("Rivo Andry", "official", "vicar general"),
        ),
        (
            "The lagoon command had found them. Lt. Col. Lea Sopo, a spokesperson, knew of no ransom.",
            ("lagoon command", "official"), ("Lea Sopo", "official", "spokesperson lt. col."),
        ),
        (
            "The ferry line knew. Its harbour director, Iris Falk, spoke of a leak.",
            ("ferry line", "organisation"), ("Iris Falk", "organisation", "its harbour director"),
        ),
        (
            "The Council of the EU put it on the list. Belgian council spokeswoman Iris Falk gave no date.",
            ("Council of the EU", "official"), ("Iris Falk", "official", "Belgian council spokeswoman"),
        ),
        (
            "Their lawyer spoke after the harbour police did. The lawyer, Iris Falk, showed pictures.",
            ("lawyer", "anonymous person"), ("Iris Falk", "official", "lawyer"),
        ),
        (
            "Ana Lobo, councillor, spoke first. Lobo left.",
            ("Ana Lobo, councillor", "person"), ("Lobo", "official"),
        ),
    ],
)  # fmt: skip
def test_names_of_one_body_are_one_voice(newsroom, text, one, other):
    voices = voices_of(newsroom, ("Reef Wire", text, [one, other]))
    assert voices["Reef Wire", one[0]] == voices["Reef Wire", other[0]]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("The police knew. The governor’s office did not.", ("police", "official"), ("governor’s office", "official")),
        ("The police said so. A baker said so too.", ("police", "official"), ("baker", "person")),
        ("Ana Lobo saw it. Iris Falk did not.", ("Ana Lobo", "person"), ("Iris Falk", "person")),
        (
            "Colonel Ana Rueda spoke first. The rebels answered.",
            ("Ana Rueda", "official", "colonel"), ("rebels", "organisation"),
        ),
        (
            "The army said so. Lea Sopo, director of the zoo, wept.",
            ("army", "official"), ("Lea Sopo", "person", "director of the zoo"),
        ),
        (
            "Togo’s foreign ministry said so. Benin’s foreign ministry denied it.",
            ("Togo’s foreign ministry", "official"), ("Benin’s foreign ministry", "official"),
        ),
        ("The minutes tell it. The clerk too.", ("minutes", "document"), ("clerk", "person")),
        (
            "The port corporation knew.\n\nShops shut.\n\nYusuf Karam, a military spokesman of the group, denied it.",
            ("port corporation", "organisation"), ("Yusuf Karam", "official", "military spokesman of the group"),
        ),
        (
            "Medics counted nine. Colonel Rivo Andry, the commander of the fort, counted six.",
            ("Medics", "anonymous expert"), ("Rivo Andry", "official", "commander of the fort"),
        ),
        (
            "The electoral body named a mayor. Ana Lobo went to court.",
            ("electoral body", "organisation"), ("Ana Lobo", "organisation"),
        ),
        (
            "A cousin of his wept. Ana Lobo, the prime minister, did not.",
            ("cousin", "person"), ("Ana Lobo", "official", "prime minister"),
        ),
    ],
)  # fmt: skip
def test_two_bodies_are_two_voices(newsroom, text, one, other):
    voices = voices_of(newsroom, ("Reef Wire", text, [one, other]))
    assert voices["Reef Wire", one[0]] != voices["Reef Wire", other[0]]


def test_a_body_is_one_across_articles(newsroom):
    voices = voices_of(
        newsroom,
        ("Reef Wire", "The Kadavu harbour police said so.", [("Kadavu harbour police", "official")]),
        ("Lagoon Post", "The harbour police said so again.", [("harbour police", "official")]),
    )
    assert len(set(voices.values())) == 1
    assert voices["Lagoon Post", "harbour police"].name == "Kadavu harbour police"


def test_people_without_a_name_stay_apart_across_articles(newsroom):
    voices = voices_of(
        newsroom,
        ("Reef Wire", "A nurse counted nine.", [("nurse", "anonymous person")]),
        ("Lagoon Post", "A nurse counted ten.", [("nurse", "anonymous person")]),
    )
    assert len(voices) == 2
    assert not any(voice.is_known for voice in voices.values())


def test_a_description_gives_a_name(newsroom):
    text = "A commander known as Gatomon denied it."
    voices = voices_of(newsroom, ("Reef Wire", text, [("commander", "official")]))
    assert voices["Reef Wire", "commander"].name == "Gatomon"


@pytest.mark.parametrize(
    "text",
    [
        "Two officials, who asked not to be named because the talks go on, denied it.",
        "The clerks, who would only be named after the verdict, denied it.",
    ],
)
def test_a_reason_not_to_be_named_is_no_name(newsroom, text):
    name = text.partition(",")[0]
    voices = voices_of(newsroom, ("Reef Wire", text, [(name, "anonymous official")]))
    assert voices["Reef Wire", name].name == name


def test_a_paper_keeps_what_tells_it_from_others(newsroom):
    text = "Reef Wire saw minutes of the harbour board, which met in May."
    voices = voices_of(newsroom, ("Reef Wire", text, [("minutes", "document")]))
    assert voices["Reef Wire", "minutes"].name == "minutes of the harbour board"


def test_joint_statements_are_one_voice(newsroom):
    voices = voices_of(
        newsroom,
        ("Reef Wire", "Both ministries signed it, said a joint statement.", [("Both ministries", "official")]),
        ("Lagoon Post", "It was signed, according to a joint declaration.", [("joint declaration", "document")]),
    )
    assert len(set(voices.values())) == 1


def test_a_name_nobody_bears_is_an_error(newsroom):
    report = newsroom.report("Reef Wire", "Nobody spoke.")
    desk = Desk(newsroom.draft(report))
    with pytest.raises(KeyError):
        desk.voices.of(report.article.id, "Ana Lobo")


def test_bodies_of_one_name_in_two_countries_are_told_apart(newsroom):
    n = newsroom
    text = "The water ministry in {} opened the locks, it said."
    said = [n.Says("opened the locks", [("water ministry", "official")])]
    reports = [n.report(f"{city} Post", text.format(city), said=said) for city in ("Oslo", "Vientiane")]
    desk = Desk(n.draft(*reports))
    names = [desk.voice(one.article.id, one.claims[0].sources[-1]).name for one in reports]
    assert names == ["water ministry (NOR)", "water ministry (LAO)"]


def test_a_person_without_a_title_has_no_spokesman(newsroom):
    n = newsroom
    text = "Two died, Ana Lobo said.\n\nNobody died, spokesman Rui Dias said."
    said = [n.Says("Two died", [("Ana Lobo", "person")]), n.Says("Nobody died", [("Rui Dias", "person", "spokesman")])]
    report = n.report("Reef Wire", text, said=said)
    desk = Desk(n.draft(report))
    one, other = (desk.voice(report.article.id, claim.sources[-1]) for claim in report.claims)
    assert one != other


def test_who_runs_a_body_named_in_full_speaks_for_it(newsroom):
    n = newsroom
    text = "Lamp and Ladder counted nine boats.\n\n“Nine,” said Ana Lobo, who runs Lamp and Ladder in Pemba, on Monday."
    said = [
        n.Says("counted nine boats", [("Lamp and Ladder", "organisation")]),
        n.Says("Nine", [("Ana Lobo", "person")]),
    ]
    report = n.report("Reef Wire", text, said=said)
    desk = Desk(n.draft(report))
    one, other = (desk.voice(report.article.id, claim.sources[-1]) for claim in report.claims)
    assert one == other


def test_who_denies_an_accusation_does_not_speak_for_the_accuser(newsroom):
    text = "The river command blamed the islanders. A spokesman, Rivo Andry, denied it."
    blames = newsroom.Says("the islanders", [("river command", "official")], act="allege")
    denies = newsroom.Says("denied it", [("Rivo Andry", "official", "spokesman")], act="deny")
    report = newsroom.report("Reef Wire", text, said=[blames, denies])
    desk = Desk(newsroom.draft(report))
    command, spokesman = (desk.voice(report.article.id, claim.sources[-1]) for claim in report.claims)
    assert command != spokesman


def test_a_ministry_is_of_the_country_in_its_name(newsroom):
    article = newsroom.report("Reef Wire", "Togo’s foreign ministry spoke.").article
    seen_as = newsroom.party("Benin", "BEN", "GOV")
    source = Source(name="Togo’s foreign ministry", span=(0, 23), kind=SourceKind.OFFICIAL, actor=seen_as)
    assert speaker_of(source, article=article).country == "TGO"


def test_a_body_called_by_its_noun_is_the_only_one_that_others_name_so(newsroom):
    bare = ("Reef Wire", "The ferry line was sorry.", [("ferry line", "organisation")])
    full = ("Lagoon Post", "Atoll Ferry Line was sorry too.", [("Atoll Ferry Line", "organisation")])
    rival = ("Delta Mail", "Delta Ferry Line was not.", [("Delta Ferry Line", "organisation")])
    voices = voices_of(newsroom, bare, full)
    assert voices["Reef Wire", "ferry line"] == voices["Lagoon Post", "Atoll Ferry Line"]
    voices = voices_of(newsroom, bare, full, rival)
    assert voices["Reef Wire", "ferry line"] != voices["Lagoon Post", "Atoll Ferry Line"]


@pytest.mark.parametrize(("noun", "one_voice"), [("company", True), ("group", False)])
def test_a_mere_company_is_the_one_that_its_article_names(noun, one_voice, newsroom):
    voices = voices_of(
        newsroom,
        ("Reef Wire", "Lagolines said so at noon.", [("Lagolines", "organisation")]),
        ("Delta Mail", f"Lagolines gave way on Friday, the {noun} said.", [(noun, "organisation")]),
    )
    assert (voices["Reef Wire", "Lagolines"] == voices["Delta Mail", noun]) == one_voice


def test_what_a_copy_prints_again_is_the_same_voice(newsroom):
    said = [newsroom.Says("it was sorry", [("company", "organisation")])]
    root = newsroom.report("Reef Wire", "The company said it was sorry.", said=said)
    copy = newsroom.report(
        "Delta Mail", "Boats late. The company said it was sorry.", said=said, published="2026-05-05T09:00:00+00:00"
    )  # fmt: skip
    other = newsroom.report("Lagoon Post", "At Kossi a company said it was sorry.", said=said)
    desk = Desk(newsroom.draft(root, copy, other, copies=[(copy, root)]))
    one, again, elsewhere = (desk.voices._leader((report.article.id, "company")) for report in (root, copy, other))
    assert one == again != elsewhere


def test_a_group_is_the_name_that_others_give_it_without_the_word(newsroom):
    voices = voices_of(
        newsroom,
        ("Reef Wire", "The Iron Reef group said so.", [("Iron Reef group", "organisation")]),
        ("Delta Mail", "Iron Reef’s lagoon wing said so.", [("Iron Reef’s lagoon wing", "organisation")]),
        ("Lagoon Post", "The Iron Bay group did not.", [("Iron Bay group", "organisation")]),
    )
    assert voices["Reef Wire", "Iron Reef group"] == voices["Delta Mail", "Iron Reef’s lagoon wing"]
    assert voices["Lagoon Post", "Iron Bay group"] != voices["Reef Wire", "Iron Reef group"]


def test_a_medium_of_somebody_s_own_speaks_for_them(newsroom):
    text = "The Iron Reef group owned up. A truck had been blown up, its Amber outlet said."
    voices = voices_of(
        newsroom, ("Reef Wire", text, [("Iron Reef group", "organisation"), ("its Amber outlet", "outlet")])
    )
    assert voices["Reef Wire", "its Amber outlet"] == voices["Reef Wire", "Iron Reef group"]
