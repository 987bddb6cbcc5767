"""The linking set is sound. A failure names keys and counts only: a third of the texts is held back."""

from collections import Counter

from linking_set import KINDS, STORIES, all_articles, is_held_back

from reportedly.records import EventType, QuantityKind

CONTRADICTIONS = {"figure", "correction", "denial", "role", "place", "date"}
EVENT_KEYS = {"id", "types", "actors", "recipients", "date", "place", "origins", "independent_origins", "values",
              "contradictions"}  # fmt: skip


def test_there_are_enough_stories_and_articles(stories):
    assert len(stories) >= 15
    assert {len(story.articles) for story in stories} == {10}


def test_files_are_named_by_the_part_that_the_hash_gives(stories):
    names = {path.stem for path in STORIES.glob("*.yaml")}
    assert names == {story.id + ("_heldback" if is_held_back(story.id) else "") for story in stories}
    assert 0.25 < sum(story.held_back for story in stories) / len(stories) < 0.45


def test_articles_are_as_long_as_real_ones(stories):
    assert [one.key for one in all_articles(stories) if not 120 <= len(one.text.split()) <= 350] == []


def test_addresses_and_texts_of_a_publisher_are_distinct(stories):
    articles = list(all_articles(stories))
    addresses = Counter(one.url for one in articles)
    texts = Counter((one.publisher, one.text) for one in articles)
    assert [one.key for one in articles if addresses[one.url] > 1 or texts[one.publisher, one.text] > 1] == []


def test_no_mark_is_left_in_a_text_and_every_passage_stands_in_it(stories):
    articles = list(all_articles(stories))
    assert [one.key for one in articles if set("[]|") & set(one.text)] == []
    assert [one.key for one in articles if any(p.words not in one.text for p in one.passages)] == []


def test_copies_come_later_and_from_texts_that_are_no_copies(stories):
    by_key = {one.key: one for one in all_articles(stories)}
    for copy in by_key.values():
        assert (copy.kind is None) == (copy.copies == ()), copy.key
        assert copy.kind is None or copy.kind in KINDS, copy.key
        for root in (by_key[key] for key in copy.copies):
            assert root.published < copy.published and root.copies == (), copy.key
            assert root.publisher != copy.publisher, copy.key


def test_every_kind_of_copy_is_in_both_parts(stories):
    kinds = Counter((story.held_back, one.kind) for story in stories for one in story.articles if one.kind)
    assert [(held_back, kind) for held_back in (False, True) for kind in KINDS if not kinds[held_back, kind]] == []


def test_events_use_the_names_of_the_contract(stories):
    for story in stories:
        for event in story.events:
            key = f"{story.id} {event['id']}"
            assert set(event) <= EVENT_KEYS, key
            assert set(event["types"]) <= set(EventType), key
            assert {value["kind"] for value in event.get("values", [])} <= set(QuantityKind), key
            assert {one["kind"] for one in event.get("contradictions", [])} <= CONTRADICTIONS, key


def test_every_origin_is_told_by_the_articles_named_for_it(stories):
    for story in stories:
        telling = {(one.key[-2:], passage.event) for one in story.articles for passage in one.passages}
        for event in story.events:
            key = f"{story.id} {event['id']}"
            assert event["independent_origins"] == len(event["origins"]) > 0, key
            named = [(number, event["id"]) for origin in event["origins"] for number in origin["in"]]
            assert set(named) <= telling, key


def test_every_marked_event_is_described_and_the_other_way_round(stories):
    for story in stories:
        marked = {passage.event for one in story.articles for passage in one.passages}
        assert marked == {event["id"] for event in story.events}, story.id


def test_figures_are_given_by_an_origin_or_a_party(stories):
    for story in stories:
        names = {origin["name"] for event in story.events for origin in event["origins"]}
        for event in story.events:
            strangers = sum(value["by"] not in names for value in event.get("values", []))
            assert strangers == 0, story.id


def test_contradictions_stand_in_articles_of_the_story(stories):
    for story in stories:
        numbers = {one.key[-2:] for one in story.articles}
        for event in story.events:
            for one in event.get("contradictions", []):
                empty = [key for key in ("by", "in", "what") if not one[key]]
                assert empty == [], story.id
                assert set(one["in"]) <= numbers, story.id


def test_what_is_cited_is_an_outlet_of_the_story(stories):
    for story in stories:
        outlets = {one.publisher for one in story.articles}
        cited = [name for one in story.articles for name in one.cites] + [name for loop in story.loops for name in loop]
        strangers = sum(name not in outlets for name in cited)
        assert strangers == 0, story.id
