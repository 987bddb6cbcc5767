"""Links follow from the current articles alone, whatever was added, coded again or retracted in which order."""

import runpy
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random  # noqa: TID251 - orders are drawn by chance; the seed is fixed
from types import SimpleNamespace

import pytest

from reportedly import Report, Store
from reportedly.linking.assembling import assemble
from reportedly.linking.stories import draft_stories, find_copies
from reportedly.records import Published, Story
from reportedly.storage.links import filing, pieces

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "wire.py")))
REPORTS: tuple[Report, ...] = WIRE.REPORTS
ROOT: str = WIRE.ROOT.article.id
QUERIES = {
    "keys": "SELECT key, moment, handle FROM keys",
    "prints": """SELECT id, handle, moment, fingerprints.record, keys, level FROM fingerprints
        JOIN articles ON number = article""",
    "copies": "SELECT record FROM copies",
    "copy_edges": "SELECT record FROM copy_edges",
    "story_edges": "SELECT record FROM story_edges",
    "stories": "SELECT * FROM stories",
    "members": "SELECT story, id FROM story_articles JOIN articles ON number = article",
    "merged": "SELECT * FROM merged",
    "tellings": "SELECT merged, id FROM tellings JOIN events ON number = event",
}


def fill(path: Path, reports: list[Report], *, step: int = 50) -> None:
    with Store.open(path, write=True) as store:
        for number, report in enumerate(reports, start=1):
            store.add(report)
            if number % step == 0:
                store.link()
        store.link()


def links_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row about links, with ids in the place of numbers."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(query), key=repr) for name, query in QUERIES.items()}


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path_factory.mktemp("linked") / "news.db"
    fill(path, list(REPORTS))
    return links_of(path)


def test_the_store_links_as_memory_does(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    assert store.link() == len(REPORTS)
    stories = [assemble(draft) for draft in draft_stories(REPORTS, find_copies(REPORTS))]
    assert {line.id: store.story(line.id) for line in store.stories()} == {story.id: story for story in stories}
    assert len(stories) > 1
    assert store.link() == store.count_unlinked() == 0


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("step", [1, 3])
def test_order_and_batches_do_not_matter(path: Path, linked, seed: int, step: int) -> None:
    reports = list(REPORTS) + list(REPORTS[:3])
    Random(seed).shuffle(reports)
    fill(path, reports, step=step)
    assert links_of(path) == linked


@pytest.mark.parametrize("near", [1, 2, 3])
@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter_where_many_articles_share_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, near: int, seed: int
) -> None:
    monkeypatch.setattr(filing, "NEAR_COPIES", near)
    monkeypatch.setattr(filing, "NEAR_STORIES", near)
    fill(tmp_path / "one.db", list(REPORTS))
    reports = list(REPORTS)
    Random(seed).shuffle(reports)
    fill(tmp_path / "other.db", reports, step=2)
    assert links_of(tmp_path / "one.db") == links_of(tmp_path / "other.db")


@pytest.mark.parametrize("most", [1, 2, 3, 5])
@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter_where_pieces_are_taken_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, seed: int
) -> None:
    monkeypatch.setattr(pieces, "MOST", most)
    fill(tmp_path / "one.db", list(REPORTS))
    reports = list(REPORTS)
    Random(seed).shuffle(reports)
    fill(tmp_path / "other.db", reports, step=2)
    assert links_of(tmp_path / "one.db") == links_of(tmp_path / "other.db")
    gone = reports[seed].article.id
    with Store.open(tmp_path / "one.db", write=True) as store:
        store.retract(gone, when="2025-06-01")
        store.link()
    fill(tmp_path / "rest.db", [report for report in reports if report.article.id != gone], step=1)
    assert links_of(tmp_path / "one.db") == links_of(tmp_path / "rest.db")


@pytest.mark.parametrize("near", [2, 32])
@pytest.mark.parametrize("index", range(len(REPORTS)))
def test_retracting_leaves_what_never_adding_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: int, near: int
) -> None:
    monkeypatch.setattr(filing, "NEAR_COPIES", near)
    monkeypatch.setattr(filing, "NEAR_STORIES", near)
    fill(tmp_path / "all.db", list(REPORTS))
    with Store.open(tmp_path / "all.db", write=True) as store:
        store.retract(REPORTS[index].article.id, when="2025-06-01")
        store.link()
    fill(tmp_path / "rest.db", [report for report in REPORTS if report is not REPORTS[index]])
    assert links_of(tmp_path / "all.db") == links_of(tmp_path / "rest.db")


def stories_of(store: Store) -> list[Story]:
    found = [store.story(line.id) for line in store.stories()]
    return [story for story in found if story is not None]


def test_nothing_of_a_retracted_text_waits_for_the_next_linking(path: Path) -> None:
    fill(path, list(REPORTS))
    with Store.open(path, write=True) as store:
        assert ROOT in {article.id for story in stories_of(store) for article in story.articles}
        store.retract(ROOT, when="2025-06-01")
        assert store.count_unlinked() > 0
        assert ROOT not in {article.id for story in stories_of(store) for article in story.articles}
    title = WIRE.ROOT.article.title.encode()
    assert not [file for file in path.parent.glob("news.db*") if title in file.read_bytes()]


def test_without_its_root_the_next_copy_is_the_root(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    store.link()
    names = [WIRE.VERBATIM.article.id, WIRE.CUT.article.id, WIRE.LOCAL_COPY.article.id]
    roots = {article.id: article.copy_of for story in stories_of(store) for article in story.articles}
    assert [roots[name] for name in names] == [ROOT] * 3
    store.retract(ROOT, when="2025-06-01")
    store.link()
    roots = {article.id: article.copy_of for story in stories_of(store) for article in story.articles}
    assert [roots[name] for name in names] == [None, names[0], names[0]]


def test_a_revision_takes_the_place_of_the_text_before(tmp_path: Path) -> None:
    url = "https://saloum.example/flood"
    first, second = (
        replace(report, article=replace(report.article, url=url))
        for report in (WIRE.flood("Saloum Echo", hour=9), WIRE.flood("Saloum Echo", f"{WIRE.FLOOD_TEXT} More to come."))
    )
    fill(tmp_path / "both.db", [first, *REPORTS, second], step=2)
    fill(tmp_path / "new.db", [second, *REPORTS])
    assert links_of(tmp_path / "both.db") == links_of(tmp_path / "new.db")


def test_an_article_coded_again_changes_its_story(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    store.link()
    event = WIRE.FLOOD.events[0].id
    before = store.backing([event])
    assert before
    assert store.recode(replace(WIRE.FLOOD, events=(), claims=()))
    assert store.count_unlinked() == 1
    store.link()
    assert not store.backing([event])
    assert store.recode(WIRE.FLOOD)
    store.link()
    assert store.backing([event]) == before


def test_an_article_without_a_date_is_linked_with_any(store: Store) -> None:
    report = WIRE.strike("Puck Post", hour=10)
    undated = replace(report, article=replace(report.article, published=Published()))
    for one in (undated, *REPORTS):
        store.add(one)
    store.link()
    roots = {article.id: article.copy_of for story in stories_of(store) for article in story.articles}
    assert roots[undated.article.id] == ROOT


def test_backing_counts_articles_copies_and_origins(store: Store) -> None:
    for report in REPORTS:
        store.add(report)
    store.link()
    (event,) = WIRE.ROOT.events
    backing = store.backing([event.id, "ffffffffffffffff"])
    assert list(backing) == [event.id]
    assert (backing[event.id].articles, backing[event.id].copies) == (6, 3)
    assert backing[event.id].independent_origins == 2


def test_two_programs_that_add_in_turns_come_to_the_same_links(linked, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, write=True) as one, Store.open(path, write=True) as other:
        for number, report in enumerate(REPORTS):
            store = (one, other)[number % 2]
            store.add(report)
            store.link()
    assert links_of(path) == linked


def test_what_a_linker_remembers_goes_with_what_is_coded_again_revised_or_retracted(tmp_path: Path) -> None:
    first, *rest = REPORTS
    bare = replace(first, events=())
    with Store.open(tmp_path / "news.db", write=True) as store:
        for report in (bare, *rest):
            store.add(report)
        store.link()
        store.recode(first)
        store.link()
        later = replace(first, article=replace(first.article, text=first.article.text + "\n\nMore is not known."))
        store.add(later)
        store.link()
        store.retract(rest[0].article.id, when="2026-11-23")
        store.link()
    fill(tmp_path / "fresh.db", [*rest[1:], first, later])
    assert links_of(tmp_path / "news.db") == links_of(tmp_path / "fresh.db")


def test_a_linker_whose_batch_failed_is_not_asked_again(
    linked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.db"
    with Store.open(path, write=True) as store:
        for report in REPORTS:
            store.add(report)
        with monkeypatch.context() as patch, pytest.raises(RuntimeError, match="halfway"):
            patch.setattr("reportedly.storage.links.telling.assemble", interrupted)
            store.link()
        assert store.link() == len(REPORTS)
    assert links_of(path) == linked


def interrupted(draft: object) -> None:
    raise RuntimeError("halfway")
