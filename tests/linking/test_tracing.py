"""The tree of who told whom: relays, citations, loops, copies whose root was not coded, and mere denials."""

from dataclasses import replace

import pytest

from reportedly.linking.assembling import assemble
from reportedly.linking.explaining import explain
from reportedly.linking.explanation import Explanation, Teller
from reportedly.linking.policy import Policy
from reportedly.records import EdgeKind, OriginEdge, OriginGraph


@pytest.fixture
def tell(newsroom):
    """Return a function that makes an article on one looting, said by somebody."""

    def make(publisher: str, hour: int, by, text: str = "", **changes):
        n = newsroom
        words = f"{text or publisher} says looters emptied a mill at Banfora, {by[-1][0]} said."
        return n.report(
            publisher, words, published=f"2026-05-04T{hour:02d}:00:00+00:00",
            said=[n.Says("looters emptied a mill at Banfora", by, **changes)],
            told=[n.Tells("ASSAULT", "emptied", [n.party("looters")], said=0, place=n.town("Banfora", "BFA"))],
        )  # fmt: skip

    return make


def explained(newsroom, reports, *, edges=None, copies=()) -> Explanation:
    draft = newsroom.draft(*reports, copies=copies)
    story = assemble(draft)
    if edges is not None:
        nodes = story.origins.nodes
        # As a store of an earlier version holds it, which knows only the graph.
        graph = OriginGraph(nodes=nodes, edges=edges)
        story = replace(story, origins=graph, events=tuple(replace(one, tellings=()) for one in story.events))
    event = max(story.events, key=lambda one: len(one.mentions))
    told = {
        report.article.id: [one for one in report.events if one.id in event.mentions] for report in draft.reports
    }  # fmt: skip
    return explain(
        story, event, asked=event.id, articles=[report.article for report in draft.reports],
        told={name: events for name, events in told.items() if events}, links=draft.copies, policy=Policy(),
    )  # fmt: skip


def names(explanation: Explanation, tellers: tuple[Teller, ...]) -> list[object]:
    """Return a tree of publishers."""
    publisher = {article.id: article.publisher for article in explanation.articles}
    return [
        (publisher[one.article], [publisher[copy] for copy in one.copies], names(explanation, one.cited_by), one.again)
        for one in tellers
    ]


def test_an_article_that_rests_on_two_origins_stands_in_full_once(newsroom, tell) -> None:
    first = tell("Faso Wire", 8, [("the miller", "witness")])
    second = tell("Comoe Post", 9, [("police", "official")])
    third = first.article.id
    edges = (
        OriginEdge(source="Faso Wire", target="the miller", kind=EdgeKind.RELAYS, reasons=(f"quotes it in {third}",)),
        OriginEdge(source="Faso Wire", target="police", kind=EdgeKind.RELAYS, reasons=(f"quotes it in {third}",)),
    )
    found = explained(newsroom, [first, second], edges=edges)
    trees = {origin.name: names(found, origin.tellers) for origin in found.origins}
    assert [tree for name, tree in trees.items() if "miller" in name] == [[("Faso Wire", [], [], False)]]
    assert trees["police"] == [("Faso Wire", [], [], True)]
    assert names(found, found.unsourced) == [("Comoe Post", [], [], False)]


def test_a_loop_of_citations_ends(newsroom, tell) -> None:
    first = tell("Faso Wire", 8, [("Comoe Post", "outlet")])
    second = tell("Comoe Post", 9, [("Faso Wire", "wire")])
    edges = tuple(
        OriginEdge(source=one, target=other, kind=EdgeKind.CITES, reasons=(f"quotes it in {report.article.id}",))
        for one, other, report in (("Faso Wire", "Comoe Post", first), ("Comoe Post", "Faso Wire", second))
    )
    found = explained(newsroom, [first, second], edges=edges)
    assert sorted(in_full(found)) == ["Comoe Post", "Faso Wire"]


def in_full(explanation: Explanation) -> list[str]:
    """Return the publishers of all articles that stand in full."""
    publisher = {article.id: article.publisher for article in explanation.articles}
    waiting = [one for origin in explanation.origins for one in origin.tellers]
    waiting += [*explanation.unsourced, *explanation.denying]
    shown = []
    while waiting:
        one = waiting.pop()
        waiting.extend(one.cited_by)
        if not one.again:
            shown.append(publisher[one.article])
    return shown


def test_copies_hang_below_their_root_whether_it_was_coded_or_not(newsroom, tell) -> None:
    root = newsroom.report("Faso Wire", "A mill at Banfora stands empty.", published="2026-05-04T07:00:00+00:00")
    copies = [tell(name, 10, [("police", "official")]) for name in ("Comoe Post", "Bobo Herald")]
    found = explained(newsroom, [root, *copies], copies=[(copy, root) for copy in copies])
    tellers = [one for origin in found.origins for one in origin.tellers] + list(found.unsourced)
    ((publisher, folded, _, _),) = names(found, tuple(tellers))
    assert (publisher, sorted(folded)) == ("Faso Wire", ["Bobo Herald", "Comoe Post"])
    assert {article.publisher for article in found.articles} == {"Faso Wire", "Comoe Post", "Bobo Herald"}


def test_what_only_denies_it_stands_apart(newsroom, tell) -> None:
    n = newsroom
    first = tell("Faso Wire", 8, [("police", "official")])
    words = "No looters emptied a mill at Banfora, the prefect said."
    denial = n.report(
        "Comoe Post", words, published="2026-05-04T10:00:00+00:00",
        said=[n.Says("No looters emptied a mill at Banfora", [("prefect", "official")], act="deny", factuality="CT-")],
        told=[n.Tells("ASSAULT", "emptied", [n.party("looters")], said=0, place=n.town("Banfora", "BFA"),
                      standing="denied", factuality="CT-")],
    )  # fmt: skip
    found = explained(newsroom, [first, denial])
    assert [names(found, origin.tellers) for origin in found.origins] == [[("Faso Wire", [], [], False)]]
    assert names(found, found.denying) == [("Comoe Post", [], [], False)]
    assert found.unsourced == ()


def test_an_origin_heard_where_no_event_was_coded_has_its_own_words_as_evidence(newsroom, tell) -> None:
    n = newsroom
    first = tell("Faso Wire", 8, [("police", "official")])
    text = "The mill at Banfora was emptied by looters, guard Issa Ouattara said.\n\nThe road is shut."
    second = n.report(
        "Comoe Post", text, published="2026-05-04T09:00:00+00:00",
        said=[n.Says("The mill at Banfora was emptied by looters", [("Issa Ouattara", "person", "guard")])],
    )  # fmt: skip
    found = explained(newsroom, [first, second])
    trees = {origin.name: names(found, origin.tellers) for origin in found.origins}
    assert trees["Issa Ouattara"] == [("Comoe Post", [], [], False)]
    (article,) = [one for one in found.articles if one.publisher == "Comoe Post"]
    assert [evidence.quote for evidence in article.evidence] == [text.split("\n")[0]]
