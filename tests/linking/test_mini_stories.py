"""Twenty tiny stories from raw articles to merged events: floors for origins and contradictions over the set."""

import re
from pathlib import Path

import pytest
import yaml

from reportedly import Article
from reportedly.linking import link

STORIES = yaml.safe_load((Path(__file__).parent / "mini_stories.yaml").read_text(encoding="utf-8"))
#: How an entry says which kind it is.
KINDS = {
    "denial": re.compile(r"denies it$"),
    "figure": re.compile(r"^(?!place|date|roles).*, against "),
    "correction": re.compile(r"had said|^correction: |takes back"),
    "place": re.compile(r"^place: "),
    "date": re.compile(r"^date: "),
    "role": re.compile(r"^roles: "),
}


@pytest.fixture(scope="module")
def deeds(coder):
    """The merged event of each story's deed, None where there is none."""
    return {story["story"]: _deed(story, coder) for story in STORIES}


def _deed(story, coder):
    reports = [
        coder.code(Article.verbatim(one["text"], published=f"{one['hour']}:00+00:00", publisher=one["publisher"]))
        for one in story["articles"]
    ]
    wanted = story["deed"]
    report = reports[wanted["in"] - 1]
    ids = {
        event.id for event in report.events for mention in event.mentions
        if wanted["trigger"] in report.article.text[slice(*mention.trigger)] and event.type in wanted["types"]
    }  # fmt: skip
    return next((event for one in link(reports) for event in one.events if ids & set(event.mentions)), None)


def names_one(name, given):
    words = {re.sub("’s?$", "", word) for word in given.casefold().split()}
    return any(set(one.split()) <= words for one in name.casefold().split("|"))


def origins_right(story, event):
    if event is None or event.independent_origins != len(story["origins"]):
        return False
    return all(any(names_one(name, origin) for origin in event.origins) for name in story["origins"])


def is_found(kind, names, event):
    entries = () if event is None else event.contradicted_by
    return any(KINDS[kind].search(one.what) and any(names_one(name, one.by) for name in names) for one in entries)


def test_most_deeds_rest_on_their_origins(deeds):
    right = [story["story"] for story in STORIES if origins_right(story, deeds[story["story"]])]
    assert len(right) >= 14, right


def test_most_contradictions_are_found(deeds):
    wanted = [(story["story"], *one) for story in STORIES for one in story["contradictions"]]
    missed = [one for one in wanted if not is_found(one[1], one[2], deeds[one[0]])]
    assert len(missed) <= len(wanted) * 0.3, missed


def test_few_other_entries_speak_against_them(deeds):
    extra = [
        (story["story"], entry.by, entry.what) for story in STORIES if (event := deeds[story["story"]]) is not None
        for entry in event.contradicted_by
        if not any(KINDS[kind].search(entry.what) for kind, _ in story["contradictions"])
    ]  # fmt: skip
    assert len(extra) <= 3, extra
