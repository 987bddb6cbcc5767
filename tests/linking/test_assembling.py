"""Stories assembled from drafts: events merged, origins counted, copies folded, disagreements kept."""

from itertools import permutations

import pytest

from reportedly.linking.assembling import assemble
from reportedly.linking.policy import Policy, PolicyEntry
from reportedly.records import EdgeKind, Story

WIRE = (
    "Raiders burned a customs post near Zinder on Monday and killed 12 guards, the customs service said.\n\n"
    "“They came at dawn,” customs spokesman Idi Sani told Tenere Press."
)
RIVAL = (
    "Armed men attacked the customs post outside Zinder on Monday, killing 15 guards, a surgeon at the town’s clinic "
    "said.\n\n“I counted fifteen,” Dr Halima Oumarou said."
)


@pytest.fixture
def wire(newsroom):
    n = newsroom
    return n.report(
        "Tenere Press", WIRE, published="2026-05-04T10:00:00+00:00",
        said=[
            n.Says("Raiders burned a customs post near Zinder on Monday and killed 12 guards",
                   [("customs service", "official")], figures=[("killed", 12, "12 guards")]),
            n.Says("“They came at dawn,”", [("Tenere Press", "wire"), ("Idi Sani", "official", "customs spokesman")]),
        ],
        told=[n.Tells("ASSAULT", "killed", [n.party("Raiders")], [n.party("guards", "NER", "MIL")], said=0,
                      place=n.town("Zinder", "NER"), date="2026-05-04", figures=[("killed", 12, "12 guards")])],
    )  # fmt: skip


@pytest.fixture
def rival(newsroom):
    n = newsroom
    return n.report(
        "Lake Chad Wire", RIVAL, published="2026-05-04T15:00:00+00:00",
        said=[
            n.Says("Armed men attacked the customs post outside Zinder on Monday, killing 15 guards",
                   [("surgeon", "anonymous expert", "surgeon")], figures=[("killed", 15, "15 guards")]),
            n.Says("“I counted fifteen,”", [("Halima Oumarou", "expert")]),
        ],
        told=[n.Tells("ASSAULT", "attacked", [n.party("Armed men")], [n.party("customs post", "NER")], said=0,
                      place=n.town("Zinder", "NER"), date="2026-05-04", figures=[("killed", 15, "15 guards")])],
    )  # fmt: skip


@pytest.fixture
def copy(newsroom, wire):
    n = newsroom
    return n.report(
        "Oasis Daily", WIRE, published="2026-05-04T12:00:00+00:00", credits=("Tenere Press",),
        said=[n.Says("Raiders burned a customs post near Zinder on Monday and killed 12 guards",
                     [("customs service", "official")], figures=[("killed", 12, "12 guards")])],
        told=[n.Tells("ASSAULT", "killed", [n.party("Raiders")], [n.party("guards", "NER", "MIL")], said=0,
                      place=n.town("Zinder", "NER"), date="2026-05-04", figures=[("killed", 12, "12 guards")])],
    )  # fmt: skip


@pytest.fixture
def story(newsroom, wire, rival, copy):
    return assemble(newsroom.draft(wire, rival, copy, copies=[(copy, wire)]))


def test_tellings_of_one_act_are_merged(story):
    assert [len(event.mentions) for event in story.events] == [3]
    assert story.events[0].type == "ASSAULT"


def test_every_merge_has_its_reasons(story):
    (event,) = story.events
    assert len(event.reasons) == len(event.mentions) - 1
    assert all(merge.reasons and merge.id in event.mentions for merge in event.reasons)


def test_a_copy_adds_no_origin(story):
    (event,) = story.events
    assert event.independent_origins == 2
    assert event.origins[0] == "customs service"
    assert event.copies == 1


def test_both_figures_stand_in_the_ledger(story):
    given = {(value.kind, value.value, value.by) for value in story.events[0].values}
    assert ("killed", 12, "customs service") in given
    assert any(kind == "killed" and value == 15 for kind, value, _ in given)


def test_figures_of_two_origins_contradict(story):
    figures = [entry for entry in story.events[0].contradicted_by if entry.what.startswith("killed")]
    assert len({entry.by for entry in figures}) == 2


def test_two_origins_confirm(story):
    credibility = story.events[0].credibility
    assert credibility.value == 1
    assert credibility.reasons[0].startswith("2 independent origins")


def test_the_graph_folds_the_copy(story):
    copies = [(edge.source, edge.target) for edge in story.origins.edges if edge.kind is EdgeKind.COPIES]
    assert copies == [("Oasis Daily", "Tenere Press")]
    relayed = {edge.target for edge in story.origins.edges if edge.source == "Oasis Daily"}
    assert relayed == {"Tenere Press"}


def test_every_edge_joins_nodes(story):
    names = {node.name for node in story.origins.nodes}
    assert {end for edge in story.origins.edges for end in (edge.source, edge.target)} <= names


def test_the_title_is_that_of_the_article_that_others_follow(story, wire):
    assert story.title == wire.article.title
    assert (story.start, story.end) == ("2026-05-04", "2026-05-04")


def test_the_order_of_articles_makes_no_difference(newsroom, wire, rival, copy, story):
    for order in permutations((wire, rival, copy)):
        assert assemble(newsroom.draft(*order, copies=[(copy, wire)])) == story


def test_a_story_comes_back_from_its_json(story):
    assert Story.from_json(story.to_json()) == story


def test_reliability_is_the_users(newsroom, wire, rival):
    entry = PolicyEntry(source="customs*", reliability="C", reason="counts its own losses")
    judged = assemble(newsroom.draft(wire, rival), policy=Policy((entry,)))
    letters = {one.source: one.value for one in judged.events[0].reliability}
    assert letters["customs service"] == "C"
    assert set(letters.values()) == {"C", "F"}


def test_one_article_makes_a_story_of_one(newsroom, wire):
    story = assemble(newsroom.draft(wire))
    assert [event.independent_origins for event in story.events] == [1]
    assert story.events[0].credibility.value == 3
