"""Small invented stories, coded by the real coder: on whom each deed rests, and what speaks against it."""

from pathlib import Path

import pytest
import yaml

from reportedly import Article
from reportedly.linking.assembling import assemble
from reportedly.linking.drafts import StoryDraft

STORIES = yaml.safe_load((Path(__file__).parent / "small_stories.yaml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(story, deed, id=f"{story['story']}-{deed['trigger']}") for story in STORIES for deed in story["deeds"]
]


@pytest.fixture(scope="module")
def assembled(coder):
    """Each story with the reports of its articles, by its name; each is coded once."""
    found = {}
    for story in STORIES:
        reports = tuple(
            coder.code(Article.verbatim(one["text"], published=f"{one['hour']}:00+00:00", publisher=one["publisher"]))
            for one in story["articles"]
        )
        found[story["story"]] = (reports, assemble(StoryDraft(reports=reports, copies={}, reasons={})))
    return found


def event_of(deed, reports, story):
    """Return the merged event that holds the one triggered by a word in an article."""
    report = reports[deed["in"] - 1]
    ids = {
        event.id for event in report.events for mention in event.mentions
        if deed["trigger"] in report.article.text[slice(*mention.trigger)] and event.type in deed["types"]
    }  # fmt: skip
    (event,) = [event for event in story.events if ids & set(event.mentions)]
    return event


def names_one(name, origins):
    words = set(name.casefold().split())
    return any(words <= set(origin.casefold().replace("’s", "").split()) for origin in origins)


@pytest.mark.parametrize(("story", "deed"), CASES)
def test_deeds_rest_on_their_origins(assembled, story, deed):
    event = event_of(deed, *assembled[story["story"]])
    assert event.independent_origins == len(deed["origins"]), event.origins
    assert [name for name in deed["origins"] if not names_one(name, event.origins)] == []


@pytest.mark.parametrize(("story", "deed"), [case for case in CASES if "against" in case.values[1]])
def test_denials_are_tied_to_what_they_deny(assembled, story, deed):
    event = event_of(deed, *assembled[story["story"]])
    denying = [entry.by for entry in event.contradicted_by if entry.what.endswith("denies it")]
    assert [name for name in deed["against"] if not names_one(name, denying)] == []


@pytest.mark.parametrize(("story", "deed"), [case for case in CASES if "figures" in case.values[1]])
def test_figures_stand_with_who_gives_them(assembled, story, deed):
    event = event_of(deed, *assembled[story["story"]])
    for kind, value, by in deed["figures"]:
        givers = [given.by for given in event.values if (given.kind, given.value) == (kind, value)]
        assert names_one(by, givers), (kind, value, givers)
