import pytest

from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import fingerprint
from reportedly.linking.keys import copy_keys, profile, story_keys, telling_terms

FIRST = ["djoliba", "verbatim", "truncated", "lead", "local", "retold", "nurse", "nurse_copy", "merged", "citing"]


@pytest.mark.parametrize("copy", ["verbatim", "truncated", "lead", "local", "merged", "digest"])
def test_copies_share_keys_with_their_root(copy, prints):
    assert not set(copy_keys(prints[copy])).isdisjoint(copy_keys(prints["djoliba"]))


@pytest.mark.parametrize("other", [name for name in FIRST if name != "citing"])
def test_articles_on_one_happening_share_keys_with_its_first_report(other, prints):
    assert not set(story_keys(prints[other])).isdisjoint(story_keys(prints["djoliba"]))


def test_who_cites_an_article_shares_a_key_with_it(prints):
    shared = set(story_keys(prints["citing"])) & set(story_keys(prints["nurse"]))
    assert any(key.startswith("h sahel telegraph service ") for key in shared)


@pytest.mark.parametrize("other", ["court", "court_copy"])
def test_articles_on_different_things_share_no_key(other, prints):
    keys = {*copy_keys(prints[other]), *story_keys(prints[other])}
    for name in ("nurse", "citing", "update_copy"):
        assert keys.isdisjoint({*copy_keys(prints[name]), *story_keys(prints[name])})


def test_edited_sentences_still_share_a_run(newsroom):
    text = (
        "Divers raised the bell of the Dona Teresa from the harbour of Beira on Sunday with two cranes and a prayer. "
        "Bishop Mutemba blessed the green bronze while fishermen held their caps and children counted the barnacles. "
        "The museum in Maputo wants it, but Beira’s council voted for a square behind the customs house and a fence."
    )
    edited = text.replace("on Sunday", "at the weekend").replace("while", "as").replace(", but", "; however,")
    one, other = (
        fingerprint(newsroom.report("Coast Review", each), families=load_families()) for each in (text, edited)
    )
    shared = set(copy_keys(one)) & set(copy_keys(other))
    assert shared and all(key.startswith("r ") for key in shared)


def test_short_sentences_are_no_keys(newsroom):
    printed = fingerprint(newsroom.report("Coast Review", "He gave no details. It rained."), families=load_families())
    assert not [key for key in copy_keys(printed) if key.startswith("s ")]


def test_events_at_a_place_on_a_day_are_keys(newsroom):
    told = [newsroom.Tells(type="PROTEST", trigger="marched", place=newsroom.town("Beira"), date="2026-05-04")]
    report = newsroom.report("Coast Review", "Nurses marched.", told=told)
    assert "e PROTEST beira 2026-05-04" in story_keys(fingerprint(report, families=load_families()))


def test_the_number_of_keys_does_not_grow_with_the_text(newsroom):
    text = " ".join(f"Speaker Name{n} of Town{n} met Envoy{n} about {n + 40} lorries." for n in range(200))
    printed = fingerprint(newsroom.report("Coast Review", text), families=load_families())
    assert len(story_keys(printed)) < 150


def test_keys_stand_once_and_always_in_one_order(prints):
    for printed in prints.values():
        for keys in (copy_keys(printed), story_keys(printed)):
            assert len(set(keys)) == len(keys)
    assert story_keys(prints["nurse"]) == story_keys(type(prints["nurse"]).from_json(prints["nurse"].to_json()))


def test_the_publisher_is_not_what_a_text_is_on(newsroom):
    text = "The Lindi Examiner was told by the Lindi Examiner’s porter that the Examiner of Lindi had moved to Mtwara."
    printed = fingerprint(newsroom.report("Lindi Examiner", text), families=load_families())
    assert "lindi" not in telling_terms(printed) and "mtwara" in telling_terms(printed)


def test_what_stands_in_lead_and_title_weighs_more(newsroom):
    text = (
        "Baobab burnt. "
        + "It rained on the hill. " * 5
        + "Later a Marabou came and the crowd saw the Baobab and Marabou."
    )
    printed = fingerprint(newsroom.report("Coast Review", text, title="The Baobab"), families=load_families())
    weights = profile(printed)
    assert weights["baobab"] > weights["marabou"]


def test_every_two_first_reports_are_connected_by_keys(prints):
    filed = {name: {*copy_keys(prints[name]), *story_keys(prints[name])} for name in FIRST}
    reached, waiting = {"djoliba"}, ["djoliba"]
    while waiting:
        near = {name for name in FIRST if not filed[name].isdisjoint(filed[waiting[-1]])} - reached
        waiting.pop()
        reached |= near
        waiting.extend(near)
    assert reached == set(FIRST)
