"""The drawing of who told a story when: lanes, arrows, marks, and what it says to those who do not see it."""

from dataclasses import replace

import pytest

from reportedly import Story
from reportedly.charts import NARROW, WIDTH, story_flow
from reportedly.charts.ways import LANES, Kind, find_arrows, find_lanes, find_marks, find_outside
from reportedly.charts.words import NOTHING
from reportedly.records import EdgeKind, OriginEdge, OriginGraph, StoryArticle
from reportedly.storage.listings import ArticleLine


def line(id: str, publisher: str | None, published: str | None) -> ArticleLine:
    return ArticleLine(
        id=id,
        title=None,
        publisher=publisher,
        published=published,
        url=None,
        events=1,
        claims=1,
        story="s",
        copy_of=None,
    )


def edge(taker: str, kind: EdgeKind, giver: str, *articles: str) -> OriginEdge:
    reasons = tuple(f"quotes it in {article}, which closes a loop" for article in articles)
    return OriginEdge(source=taker, target=giver, kind=kind, reasons=reasons)


LINES = (
    line("a1", "Tarn Wire", "2026-05-04T08:00:00"),
    line("a2", "Fell Herald", "2026-05-04T09:30:00"),
    line("a3", "Moss Gazette", "2026-05-05"),
    line("a4", "Tarn Wire", "2026-05-06T07:00:00"),
    line("a5", "Beck Courier", "2026-05-06T18:00:00"),
    line("a6", None, "2026-05-07"),
)
STORY = Story(
    id="s",
    title="Ferry aground",
    start="2026-05-04",
    end="2026-05-07",
    articles=tuple(StoryArticle(id=one.id, copy_of="a1" if one.id in {"a2", "a3"} else None) for one in LINES),
    origins=OriginGraph(
        edges=(
            edge("Fell Herald", EdgeKind.COPIES, "Tarn Wire"),
            edge("Tarn Wire", EdgeKind.RELAYS, "harbour master", "a1", "a4"),
            edge("Moss Gazette", EdgeKind.RELAYS, "a passenger", "a3"),
            edge("Beck Courier", EdgeKind.CITES, "Tarn Wire", "a5"),
            edge("Beck Courier", EdgeKind.CITES, "Lake Radio", "a5"),
        )
    ),
)


def test_each_article_is_marked_by_what_it_brings() -> None:
    assert [(mark.lane, mark.kind, mark.origins) for mark in find_marks(STORY, LINES)] == [
        ("Tarn Wire", Kind.ORIGIN, ("harbour master",)),
        ("Fell Herald", Kind.COPY, ()),
        ("Moss Gazette", Kind.ORIGIN, ("a passenger",)),  # a copy that adds an origin of its own
        ("Tarn Wire", Kind.OWN, ("harbour master",)),  # has been heard before
        ("Beck Courier", Kind.OWN, ()),
        ("unknown publisher", Kind.ORIGIN, ()),  # takes from nobody
    ]


def test_arrows_go_the_way_of_the_words() -> None:
    marks = find_marks(STORY, LINES)
    assert [(arrow.giver.id, arrow.taker.id, arrow.cites) for arrow in find_arrows(STORY, marks)] == [
        ("a1", "a2", False), ("a1", "a3", False), ("a4", "a5", True), ("Lake Radio", "a5", True),
    ]  # fmt: skip


def test_who_is_cited_without_an_article_here_has_a_lane() -> None:
    marks = find_marks(STORY, LINES)
    (outside,) = find_outside(list(find_arrows(STORY, marks)), marks)
    assert (outside.lane, outside.kind, outside.at) == ("Lake Radio", Kind.OUTSIDE, marks[4].at)
    assert find_lanes([*marks, outside])[-2:] == ("Lake Radio", "unknown publisher")


@pytest.mark.parametrize("width", [WIDTH, NARROW])
def test_the_drawing_names_lanes_days_and_origins(drawn, width: int) -> None:
    picture = drawn(story_flow(STORY, LINES, width=width))
    assert {"Tarn Wire", "Fell Herald", "Lake Radio", "harbour master", "a passenger"} <= set(picture.texts)
    assert {"brings a new origin", "own text", "copy", "not in this store"} <= set(picture.texts)
    assert any(text.endswith("May 2026") for text in picture.texts)
    assert float(picture.root.get("width")) < width + 60


def test_it_is_told_in_words() -> None:
    said = story_flow(STORY, LINES).description
    for words in (
        "6 articles by 5 publishers, 4 May 2026 to 7 May 2026.",
        "Tarn Wire brings in harbour master.",
        "unknown publisher brings in its own word.",
        "Fell Herald copies Tarn Wire.",
        "Beck Courier cites Lake Radio.",
    ):
        assert words in said


def test_no_mark_lies_under_words_of_its_lane() -> None:
    chart = story_flow(STORY, [*LINES, line("a7", "Tarn Wire", "2026-05-04T08:40:00")])
    words = {row["words"]: row for row in chart.layer[4].data.values}
    marks = [row for row in chart.layer[5].data.values if row["publisher"] == "Tarn Wire"]
    label = words["harbour master"]
    covered = [mark for mark in marks if label["x"] <= mark["x"] <= label["x"] + 80 and mark["y"] == label["y"]]
    assert covered == []


def test_what_is_left_out_is_counted() -> None:
    many = [line(f"c{number:02}", f"Paper {number:02}", f"2026-05-08T{number % 24:02}:00:00") for number in range(30)]
    told = tuple(StoryArticle(id=one.id, copy_of="a1") for one in many)
    story = replace(STORY, articles=(*STORY.articles, *told))
    chart = story_flow(story, [*LINES, *many, line("x", "Late Post", None)])
    assert len({row["publisher"] for row in chart.layer[5].data.values}) == LANES
    assert "12 more publishers not drawn. 1 article without a date not drawn." in chart.title.subtitle[0]


def test_without_a_day_there_is_nothing_to_draw() -> None:
    assert NOTHING in story_flow(STORY, [line("a1", "Tarn Wire", None)]).description
