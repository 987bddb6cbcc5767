"""The demo stories: each file is one happening, its copies are found, and the tolls that differ stand side by side."""

import pytest

from reportedly.cli.sources import STORIES
from reportedly.linking import link
from reportedly.reading import read

FILES = sorted(STORIES.glob("*.jsonl"))


@pytest.fixture(scope="module")
def told(coder):
    """The files with the ids of their articles, and the stories that all of them together give."""
    files = {path.stem: [coder.code(article) for article in read(path)] for path in FILES}
    stories = link([report for reports in files.values() for report in reports])
    return {name: {report.article.id for report in reports} for name, reports in files.items()}, stories


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_a_file_is_one_story_of_eight_articles_with_three_copies(told, name: str) -> None:
    files, stories = told
    (story,) = [story for story in stories if files[name] & {article.id for article in story.articles}]
    assert {article.id for article in story.articles} == files[name]
    assert len(files[name]) == 8
    assert sum(article.copy_of is not None for article in story.articles) == 3


@pytest.mark.parametrize(
    ("name", "kind", "values"),
    [
        ("bangladesh_trawlers", "killed", {3, 4, 5}),
        ("bulgaria_miners", "arrested", {27, 34, 60}),
        ("colombia_river_raid", "killed", {9, 11, 13, 14}),
    ],
)
def test_figures_that_differ_stand_side_by_side(told, name: str, kind: str, values: set[int]) -> None:
    files, stories = told
    story = next(story for story in stories if files[name] & {article.id for article in story.articles})
    given = {value.value for event in story.events for value in event.values if value.kind == kind}
    assert given >= values
