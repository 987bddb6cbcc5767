from itertools import product

import pytest

from reportedly.linking.affinity import StoryEdge, affinity, days_apart, follows_up
from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import fingerprint

FIRST = ["djoliba", "local", "retold", "nurse", "merged", "citing", "update"]
TEXT = (
    "Herders and farmers fought with spears over a well at {place} on {day}. Nine were hurt, the prefect {name} said."
)

FERRY = (
    "Gunmen boarded the ferry Alcyone off Bubaque on {day} and took nine deckhands with them, the harbour office said."
)


def _score(one, other):
    edge = affinity(one, other)
    return 0 if edge is None else edge.score


def _print(newsroom, text, *, publisher="Coast Review", published="2026-05-05T08:00:00+00:00", **fields):
    return fingerprint(newsroom.report(publisher, text, published=published, **fields), families=load_families())


@pytest.mark.parametrize("other", [name for name in FIRST if name != "djoliba"])
def test_articles_on_one_happening_have_affinity(other, prints):
    assert _score(prints["djoliba"], prints[other]) > 0.1


@pytest.mark.parametrize(
    ("one", "other"), list(product(["djoliba", "nurse", "citing", "update"], ["court", "court_copy"]))
)
def test_articles_of_one_day_and_country_on_different_things_have_none(one, other, prints):
    assert _score(prints[one], prints[other]) < 0.06


@pytest.mark.parametrize("one", ["djoliba", "verbatim", "nurse", "update"])
def test_a_similar_happening_days_later_has_none_though_it_repeats_the_background(one, prints):
    assert _score(prints[one], prints["again"]) < 0.1


def test_affinity_does_not_depend_on_the_order(prints):
    assert affinity(prints["djoliba"], prints["nurse"]) == affinity(prints["nurse"], prints["djoliba"])


def test_who_cites_an_article_is_closer_to_it_than_to_others(prints):
    assert _score(prints["citing"], prints["nurse"]) > _score(prints["citing"], prints["djoliba"])
    assert "cites Sahel Telegraph Service" in affinity(prints["citing"], prints["nurse"]).reasons


def test_an_edge_names_what_both_share(prints):
    (words, *_) = affinity(prints["djoliba"], prints["retold"]).reasons
    assert "Dioro" in words and "Segou" in words


def test_a_headline_alone_makes_no_story(newsroom):
    one = _print(newsroom, "Divers raised a bell from the sea off Beira.", title="A deal is near")
    other = _print(newsroom, "Bolivian llama farmers want a fair price for wool.", title="A deal is near")
    assert affinity(one, other) is None


@pytest.mark.parametrize("name", ["Russia", "Washington", "Monday"])
def test_a_common_name_alone_makes_no_story(name, newsroom):
    one = _print(
        newsroom,
        f"Divers raised a bell from the sea, in {name} or so, near the pier of Beira harbour, where Rui Macamo dives.",
    )
    other = _print(newsroom, f"Llama farmers in the hills want a fair price for wool, and {name} does not hear Potosi.")
    assert _score(one, other) < 0.1


def test_two_clashes_of_one_kind_at_two_places_have_less_than_one_told_twice(newsroom):
    first = _print(newsroom, TEXT.format(place="Barsalogho", day="Monday", name="Ouedraogo"))
    again = _print(newsroom, "At Barsalogho nine people were hurt in a fight over a well, prefect Ouedraogo said.")
    elsewhere = _print(newsroom, TEXT.format(place="Tillaberi", day="Monday", name="Moussa"))
    assert _score(first, again) > 0.3
    assert _score(first, again) > 0.8 * _score(first, elsewhere)


@pytest.mark.parametrize(
    ("day", "close"), [("2026-05-05", True), ("2026-05-06", True), ("2026-05-12", False), ("2026-08-05", False)]
)
def test_affinity_ends_with_the_days(day, close, newsroom):
    text = TEXT.format(place="Barsalogho", day="{}", name="Ouedraogo")
    first = _print(newsroom, text.format("Tuesday"), published="2026-05-05T08:00:00+00:00")
    later = _print(newsroom, text.format("Tuesday") + " It rained.", published=f"{day}T20:00:00+00:00")
    assert (affinity(first, later) is not None) is close


@pytest.mark.parametrize(("published", "days"), [("2026-05-06", 0), ("2026-05-07", 1), ("2026-05-08", 2)])
def test_a_follow_up_that_names_the_day_of_the_happening_is_a_day_nearer(published, days, newsroom):
    first = _print(newsroom, TEXT.format(place="Barsalogho", day="Monday", name="Ouedraogo"))
    later = _print(newsroom, "Monday’s fight left nine hurt.", published=f"{published}T08:00:00+00:00")
    assert days_apart(first, later) == days


@pytest.mark.parametrize(
    ("published", "text", "follows"),
    [
        ("2026-05-09", "The harbour office said on Saturday that eleven deckhands were taken off the ferry Alcyone "
         "on Tuesday near Bubaque, and not nine.", True),
        ("2026-05-09", "Nine deckhands of the ferry Alcyone came home to Bubaque on Saturday, four days after they "
         "were taken by gunmen, the harbour office said.", True),
        ("2026-05-09", "Nine deckhands of the ferry Alcyone came home to Bubaque on Saturday, the harbour office said.",
         False),
        ("2026-05-13", "The harbour office said on Wednesday that eleven deckhands were taken off the ferry Alcyone "
         "near Bubaque eight days earlier.", False),
    ],
)  # fmt: skip
def test_what_looks_back_on_a_day_follows_it_up(published, text, follows, newsroom):
    first = _print(newsroom, FERRY.format(day="Tuesday"))
    later = _print(newsroom, text, published=f"{published}T08:00:00+00:00")
    assert (_score(first, later) > 0.3) == follows
    assert follows_up(first, later) == follows_up(later, first)


def test_a_new_incident_follows_no_old_one_up(newsroom):
    first = _print(newsroom, FERRY.format(day="Tuesday"))
    text = "Gunmen raided a second ferry off Bubaque on Saturday, four days after they took nine men from the Alcyone."
    told = [newsroom.Tells(type="ASSAULT", trigger="raided", date="2026-05-09")]
    assert not follows_up(first, _print(newsroom, text, published="2026-05-09T08:00:00+00:00", told=told))


@pytest.mark.parametrize(
    ("text", "told", "follows"),
    [
        ("The owner of the Alcyone has dismissed its captain.", ("COERCE", "dismissed", None), False),
        ("The owner of the Alcyone has apologised.", ("CONCEDE", "apologised", None), True),
        ("Divers found rope where gunmen boarded the Alcyone on Tuesday. Guards drove a crowd off on Saturday.",
         ("ASSAULT", "boarded", "2026-05-05"), True),
    ],
)  # fmt: skip
def test_what_tells_no_incident_of_its_own_goes_on_with_the_old_one(text, told, follows, newsroom):
    n = newsroom
    first = _print(n, FERRY.format(day="Tuesday"), told=[n.Tells(type="ASSAULT", trigger="boarded", date="2026-05-05")])
    events = [n.Tells(type=told[0], trigger=told[1], date=told[2])]
    if "Saturday" in text:
        events.append(n.Tells(type="COERCE", trigger="drove", date="2026-05-09"))
    assert follows_up(first, _print(n, text, published="2026-05-09T08:00:00+00:00", told=events)) == follows


def test_what_is_no_incident_is_not_followed_up_by_silence(newsroom):
    told = [newsroom.Tells(type="CONSULT", trigger="met", date="2026-05-05")]
    first = _print(newsroom, "The owner of the Alcyone met the minister on Tuesday.", told=told)
    later = [newsroom.Tells(type="CONSULT", trigger="met")]
    second = _print(newsroom, "The owner met the bishop.", published="2026-05-09T08:00:00+00:00", told=later)
    assert not follows_up(first, second)


def test_sentences_that_come_again_days_later_are_background(newsroom):
    background = " Barsalogho has eleven wells for forty villages, and Ouedraogo once dug two of them himself."
    first = _print(newsroom, "A teacher left." + background, published="2026-05-05T08:00:00+00:00")
    soon = _print(newsroom, "Rain came late." + background, published="2026-05-06T08:00:00+00:00")
    later = _print(newsroom, "Rain came late." + background, published="2026-05-07T08:00:00+00:00")
    assert _score(first, soon) > 0.5
    assert affinity(first, later) is None


def test_days_of_publication_count_where_no_day_is_named(newsroom):
    one = _print(newsroom, "Nine were hurt.")
    other = _print(newsroom, "Nine were hurt.", published="2026-05-08T08:00:00+00:00")
    assert days_apart(one, other) == 3


def test_articles_without_a_date_are_no_days_apart(newsroom):
    assert days_apart(_print(newsroom, "It fell.", published=None), _print(newsroom, "It fell.")) == 0


@pytest.mark.parametrize(("place", "shared"), [("Beira", True), ("Nampula", False)])
def test_one_kind_of_event_at_one_place_on_a_day_is_a_reason(place, shared, newsroom):
    def printed(where, text):
        told = [newsroom.Tells(type="PROTEST", trigger="marched", place=newsroom.town(where), date="2026-05-04")]
        return _print(newsroom, text, told=told)

    one = printed("Beira", "Nurses marched to the harbour for their wages.")
    other = printed(place, "The harbour saw nurses who marched; wages are late.")
    assert any("PROTEST" in reason for reason in affinity(one, other).reasons) is shared


def test_scores_end_at_one(prints):
    assert affinity(prints["djoliba"], prints["verbatim"]).score == 1.0


def test_edges_come_back_from_json(prints):
    edge = affinity(prints["djoliba"], prints["nurse"])
    assert StoryEdge.from_json(edge.to_json()) == edge
