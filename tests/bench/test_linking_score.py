"""The scorer of the linking set: full marks for the truth, fewer for damage, nothing told of what is held back."""

from copy import deepcopy

import pytest
from linking_match import answer_of, same_name, told_events
from linking_minhash import Settings, link, signature
from linking_scores import score
from linking_set import all_articles
from linking_truth import as_report


@pytest.fixture
def right(stories):
    report = as_report(stories)
    return deepcopy(report.stories), report.told


def scores(found, told, truth):
    return {part: one.scores for part, one in score(answer_of(found, told=told), truth).items()}


def test_the_truth_scores_one_everywhere(right, truth):
    found, told = right
    assert {round(value, 9) for part in scores(found, told, truth).values() for value in part.values()} == {1.0}


def drop_copies(found):
    for story in found:
        story["articles"][1]["copy_of"] = None


def invent_copies(found):
    for story in found:
        story["articles"][-1]["copy_of"] = story["articles"][0]["id"]
        story["articles"][0]["copy_of"] = story["articles"][1]["id"]


def join_stories(found):
    for first, second in zip(found[::2], found[1::2], strict=True):
        first["articles"] += second["articles"]
        second["articles"] = []


def split_stories(found):
    found += [{**story, "events": [], "articles": story["articles"][5:]} for story in found]
    for story in found[: len(found) // 2]:
        story["articles"] = story["articles"][:5]


def count_articles_as_origins(found):
    for event in events(found):
        event["independent_origins"] = len(event["mentions"])


def forget_contradictions(found):
    for event in events(found):
        event["contradicted_by"], event["values"] = [], []


def contradict_everything(found):
    for story in found:
        for event in story["events"]:
            extra = {"id": "x", "article": story["articles"][1]["id"], "by": "Nobody Atall", "what": "invented"}
            event["contradicted_by"].append(extra)


def forget_origins(found):
    for event in events(found):
        event["origins"] = event["origins"][1:]


def forget_events(found):
    for story in found:
        story["events"] = story["events"][1:]


def change_types(found):
    for event in events(found):
        event["type"] = "CONSULT" if event["type"] != "CONSULT" else "ASSAULT"


def events(found):
    return [event for story in found for event in story["events"]]


@pytest.mark.parametrize(
    ("damage", "measures"),
    [
        (drop_copies, ["copy pairs R", "copy pairs F1"]),
        (invent_copies, ["copy pairs P", "copy pairs F1"]),
        (join_stories, ["stories B3 P", "stories B3 F1"]),
        (split_stories, ["stories B3 R", "stories B3 F1"]),
        (count_articles_as_origins, ["independent origins exact"]),
        (forget_contradictions, ["contradictions R", "figures listed R"]),
        (contradict_everything, ["contradictions P"]),
        (forget_origins, ["origins named R"]),
        (forget_events, ["events found", "independent origins exact", "contradictions R"]),
        (change_types, ["events found", "independent origins exact"]),
    ],
)
def test_damage_costs_in_its_own_measures_and_in_both_parts(right, truth, damage, measures):
    found, told = right
    damage(found)
    for part, one in scores(found, told, truth).items():
        for measure in measures:
            assert one[measure] < 1, (part, measure)


def test_damage_to_copies_leaves_stories_alone(right, truth):
    found, told = right
    drop_copies(found)
    for one in scores(found, told, truth).values():
        assert one["copy pairs P"] == one["stories B3 F1"] == one["independent origins exact"] == 1


def test_two_figures_in_the_ledger_are_a_contradiction_found(right, truth):
    found, told = right
    for event in events(found):
        event["contradicted_by"] = []
    with_figures = scores(found, told, truth)
    for event in events(found):
        event["values"] = []
    without = scores(found, told, truth)
    for part in with_figures:
        assert 0 < with_figures[part]["contradictions R"] < 1
        assert without[part]["contradictions R"] == 0


def test_what_is_not_coded_does_not_count_against_the_linkers_own_part(right, truth):
    found, told = right
    uncoded = {event.key for event in truth.events[::2]}
    told = {mention: (url, keys - uncoded) for mention, (url, keys) in told.items()}
    for one in scores(found, told, truth).values():
        assert one["events coded"] == one["events found"] == one["independent origins exact"] < 1
        assert one["origins exact, coded only"] == 1
        assert one["contradictions R"] < one["contradictions R, coded"] == 1


def test_mistakes_are_told_for_the_open_part_only(stories, right, truth):
    found, told = right
    for damage in (drop_copies, invent_copies, count_articles_as_origins, forget_origins, contradict_everything):
        damage(found)
    both = score(answer_of(found, told=told), truth)
    assert both["held back"].wrong == ()
    lines = "\n".join(both["open"].wrong)
    assert lines
    held_back = [story for story in stories if story.held_back]
    assert sum(story.id in lines or one.url in lines for story in held_back for one in story.articles) == 0


def test_an_answer_of_nothing_scores_no_events(truth):
    for one in score(answer_of([], told={}), truth).values():
        assert one.scores["copy pairs R"] == 0
        assert one.scores["stories B3 R"] == pytest.approx(0.1)
        assert "independent origins exact" not in one.scores


def test_a_reports_event_tells_a_passage_by_type_and_trigger(stories, truth):
    article = next(one for one in all_articles(stories) if not one.key.startswith("osh") and one.passages)
    passage = article.passages[0]
    true = next(event for event in truth.events if event.key == f"{article.key[:-3]} {passage.event}")
    start = article.text.index(passage.words)
    inside, outside = [start, start + 3], [len(article.text) - 3, len(article.text)]

    def told(kind, trigger):
        event = {"id": "e", "type": kind, "trigger": trigger, "mentions": []}
        reports = [{"article": {"url": article.url, "text": article.text}, "events": [event]}]
        return told_events(reports, truth)["e"]

    right = min(true.types)
    assert told(right, inside) == (article.url, frozenset([true.key]))
    assert told(right, outside)[1] == frozenset()
    assert told(next(kind for kind in ("AID", "CONSULT") if kind not in true.types), inside)[1] == frozenset()


@pytest.mark.parametrize(
    ("given", "names", "same"),
    [
        ("Kaduna state police", ["police"], True),
        ("the Red Cross", ["International Committee of the Red Cross"], True),
        ("Iraq's joint operations command", ["joint operations command"], True),
        ("Savanna Press", ["Kaduna state police", "Sani Bello"], False),
        ("", ["police"], False),
    ],
)
def test_names_agree_when_one_holds_the_words_of_the_other(given, names, same):
    assert same_name(given, names) is same


def test_minhash_is_the_same_every_time_and_one_for_the_same_words():
    first, again = (signature("Two ferries were held at Zanzibar", words=3) for _ in range(2))
    other = signature("Nothing of the kind was heard of in Suva", words=3)
    assert (first == again).all()
    assert (first == other).mean() < 0.05


def test_minhash_finds_verbatim_copies_but_not_all_copies(stories, truth):
    articles = list(all_articles(stories))
    linked = link(articles, settings=Settings(words=4, copy=0.3, story=0.01))
    copies = {one["url"]: one["copy_of"] for story in linked for one in story["articles"]}
    assert [one.key for one in articles if one.kind == "verbatim" and copies[one.url] is None] == []
    assert any(one.kind == "paraphrase" and copies[one.url] is None for one in articles)
