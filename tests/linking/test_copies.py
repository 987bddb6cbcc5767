from itertools import combinations

import pytest

from reportedly.linking.copies import CopyEdge, compare, resolve_copies
from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import fingerprint

#: Each copy and the articles that may count as its root.
ROOTS = {
    "verbatim": {"djoliba"},
    "truncated": {"djoliba"},
    "lead": {"djoliba"},
    "local": {"djoliba"},
    "retold": {"djoliba"},
    "nurse_copy": {"nurse"},
    "merged": {"djoliba", "nurse"},
    "update_copy": {"update"},
    "again_copy": {"again"},
    "court_copy": {"court"},
    "digest": {"djoliba", "court"},
}
#: Articles whose text is their own.
OWN = ["djoliba", "nurse", "citing", "update", "again", "court"]


@pytest.fixture(scope="module")
def links(prints):
    return _resolve(prints.values())


def _resolve(articles):
    known = {one.id: one for one in articles}
    edges = [edge for a, b in combinations(known.values(), 2) if (edge := compare(a, b)) is not None]
    return resolve_copies(edges, known)


@pytest.mark.parametrize("copy", ROOTS)
def test_copies_go_back_to_their_root(copy, prints, links):
    assert links[prints[copy].id].of in {prints[root].id for root in ROOTS[copy]}


@pytest.mark.parametrize("name", OWN)
def test_texts_of_ones_own_are_no_copies(name, prints, links):
    assert prints[name].id not in links


def test_an_update_of_the_same_house_is_no_copy_though_others_copied_the_first_report(prints):
    links = _resolve([prints["djoliba"], prints["verbatim"], prints["update"]])
    assert prints["update"].id not in links


def test_the_text_that_a_house_got_back_from_its_copiers_is_its_own(prints):
    links = _resolve([prints["verbatim"], prints["update"]])
    assert prints["update"].id not in links


def test_a_copy_of_a_copy_goes_back_to_the_root(prints, archive, newsroom):
    text = archive["local"].article.text + "\n\nDrivers who want to come are asked to bring their own rope and a spade."
    again = newsroom.report("Niafunke Sun", text, published="2026-04-17T12:00:00+00:00")
    printed = fingerprint(again, families=load_families())
    links = _resolve([prints["djoliba"], prints["local"], printed])
    assert links[printed.id].of == prints["djoliba"].id
    assert any("Mopti Observer" in reason for reason in links[printed.id].reasons)


def test_additions_are_what_stands_in_no_root(prints, archive, links):
    text = archive["local"].article.text
    added = [text[start:end] for start, end in links[prints["local"].id].additions]
    assert len(added) == 2
    assert added[0].startswith("In Mopti, where many families") and added[0].endswith("spit in the bowl.")
    assert added[1].startswith("Mopti’s own dairy") and added[1].endswith("finds tyres for it.")


def test_the_text_of_a_second_root_is_no_addition(prints, links):
    link = links[prints["merged"].id]
    assert link.additions == ()
    assert {link.of, *link.also} == {prints["djoliba"].id, prints["nurse"].id}


def test_a_verbatim_copy_adds_nothing_and_shares_everything(prints, links):
    link = links[prints["verbatim"].id]
    assert (link.similarity, link.additions, link.also) == (1.0, (), ())


def test_a_lead_of_its_own_is_an_addition(prints, links):
    link = links[prints["lead"].id]
    assert len(link.additions) == 1 and link.additions[0][0] == 0
    assert 0.5 < link.similarity < 1


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        ("verbatim", "credits Djoliba Press"),
        ("nurse_copy", "credits Sahel Telegraph Service"),
        ("truncated", "100% of its words"),
        ("retold", "retells the other"),
    ],
)
def test_a_copy_says_why_it_is_one(copy, words, prints, links):
    assert any(words in reason for reason in links[prints[copy].id].reasons)


def test_links_do_not_depend_on_the_order_of_articles(prints, links):
    assert _resolve(reversed(list(prints.values()))) == links


def test_an_article_is_no_copy_of_itself(prints):
    assert compare(prints["djoliba"], prints["djoliba"]) is None


def test_an_edge_goes_from_the_later_to_the_earlier(prints):
    one, other = compare(prints["verbatim"], prints["djoliba"]), compare(prints["djoliba"], prints["verbatim"])
    assert one == other
    assert (one.article, one.of) == (prints["verbatim"].id, prints["djoliba"].id)


def test_a_credited_agency_is_the_root_though_its_text_bears_a_later_hour(archive, newsroom):
    text = archive["djoliba"].article.text
    early = _printed(newsroom, "Bamako Courier", text, "2026-04-16T12:00:00+00:00", credits=("Djoliba Press",))
    late = _printed(newsroom, "Djoliba Press", text, "2026-04-16T15:00:00+00:00")
    assert compare(early, late).of == late.id


def test_a_day_without_an_hour_cannot_claim_to_be_the_earlier(archive, newsroom):
    text = archive["djoliba"].article.text
    day = _printed(newsroom, "Sikasso Post", text, "2026-04-16")
    hour = _printed(newsroom, "Djoliba Press", text, "2026-04-16T15:00:00+00:00")
    assert compare(day, hour).of == hour.id


def test_the_same_words_months_later_are_not_looked_for(archive, newsroom):
    text = archive["djoliba"].article.text
    first = _printed(newsroom, "Djoliba Press", text, "2026-04-16T15:00:00+00:00")
    later = _printed(newsroom, "Sikasso Post", text, "2026-08-16T15:00:00+00:00")
    assert compare(first, later) is None


def test_quotations_alone_are_no_copy(newsroom):
    quotes = (
        "“The tunnel is flooded up to the second lamp and nobody goes in before the pumps have run for a night,” said "
        "engineer Petra Lund. “We heard knocking at four o’clock, and again at six, and then only water and the fans.”"
    )
    one = _printed(newsroom, "Fjord Wire", f"Eleven miners are trapped near Kiruna. {quotes}", "2026-02-03T10:00:00Z")
    other = _printed(
        newsroom, "Baltic Desk",
        f"Rescuers in Lapland gave up for the day. {quotes} The mine’s owner flew in from Luxembourg.",
        "2026-02-03T11:00:00Z",
    )  # fmt: skip
    assert compare(one, other) is None


def test_papers_of_one_group_copy_with_less_in_common(archive, newsroom):
    text = archive["djoliba"].article.text
    own = "The ferry company said that nothing had changed for it. " * 14
    one = _printed(newsroom, "The Age", text, "2026-04-16T15:00:00+00:00")
    texts = text.split("\n\n")[0] + "\n\n" + own
    for name, expected in (("Brisbane Times", True), ("Perth Weekly Record", False)):
        other = _printed(newsroom, name, texts, "2026-04-16T17:00:00+00:00")
        assert (compare(one, other) is not None) is expected


def test_edges_come_back_from_json(prints):
    edge = compare(prints["djoliba"], prints["lead"])
    assert CopyEdge.from_json(edge.to_json()) == edge


def _printed(newsroom, publisher, text, published, **fields):
    return fingerprint(newsroom.report(publisher, text, published=published, **fields), families=load_families())
