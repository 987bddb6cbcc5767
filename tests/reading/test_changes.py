"""Notes of correction, and the moment of the last change."""

import json

import pytest

from reportedly.reading import read
from reportedly.reading.changes import find_corrections, is_note, last_change

STORY = """Dam at Tete holds, engineers say

TETE, Mozambique, May 4 (Reuters) - The dam above Tete held on Sunday, engineers said, after two days of rain.

Six villages below it were cleared on Saturday, and soldiers kept the road to the north open.

{note}
"""


@pytest.mark.parametrize(
    ("values", "published", "expected"),
    [
        ([], None, None),
        (["2025-05-04T10:00:00+00:00"], None, "2025-05-04T10:00:00+00:00"),
        (["2025-05-04T10:00:00+00:00"], "2025-05-04T10:00:30+00:00", None),
        (["2025-05-04T12:00:00+02:00"], "2025-05-04T09:00:00+00:00", "2025-05-04T12:00:00+02:00"),
        (["2025-05-04T12:00:00+02:00"], "2025-05-04T11:00:00+00:00", None),
        (["2025-05-04T23:00:00+00:00"], "2025-05-04", None),
        (["2025-05-05"], "2025-05-04T23:00:00+00:00", "2025-05-05"),
        (["2025-05-05", "2025-05-06T01:00:00"], "2025-05-04", "2025-05-06T01:00:00"),
        (["2024-01-01"], "2025-05-04", None),
    ],
)
def test_last_change(values, published, expected):
    assert last_change(values, published=published) == expected


@pytest.mark.parametrize(
    "note",
    [
        "Correction: an earlier text put the dam at Chipata.",
        "(Corrects the spelling of the engineer’s name in paragraph two)",
        "This story was updated on May 5 to add a reply from the ministry.",
    ],
)
def test_a_note_below_the_text_is_cut_and_kept_as_a_correction(note):
    [article] = read(STORY.format(note=note).encode())
    assert article.corrections == (note,)
    assert note not in article.text


def test_a_note_that_reads_like_text_stays_there_too():
    note = "An earlier version of this report gave the wrong name for the river."
    [article] = read(STORY.format(note=note).encode())
    assert article.corrections == (note,)
    assert article.text.endswith(note)


def test_what_the_news_corrects_is_no_note():
    told = "The ministry said it had corrected the number of the dead to nine."
    assert not is_note(told, in_text=True)
    [article] = read(STORY.format(note=told).encode())
    assert article.corrections == ()
    assert told in article.text


def test_a_note_stands_once_however_often_it_is_printed():
    note = "Correction: the ferry sailed on Monday, and not on Tuesday as we had it."
    assert find_corrections(cut=[note, "Share this", note], paragraphs=[note]) == (note,)


def test_the_notes_of_the_linked_data_are_kept():
    data = {
        "@type": "NewsArticle",
        "datePublished": "2025-05-04T08:00:00Z",
        "dateModified": "2025-05-04T11:30:00Z",
        "correction": [{"@type": "CorrectionComment", "text": "The river is the Zambezi, not the Shire."}],
    }
    page = f"""<html><head><title>Dam holds</title><script type="application/ld+json">{json.dumps(data)}</script></head>
    <body><h1>Dam holds</h1><p>The dam above Tete held on Sunday, engineers said, after two days of heavy rain.</p>
    <p>Six villages below it were cleared on Saturday, and soldiers kept the road north open.</p></body></html>"""
    [article] = read(page.encode())
    assert article.corrections == ("The river is the Zambezi, not the Shire.",)
    assert article.modified == "2025-05-04T11:30:00+00:00"
    assert article.published.value == "2025-05-04T08:00:00+00:00"


def test_an_update_line_gives_the_change_and_not_the_publication():
    [article] = read(b"Dam holds\n\nPublished: 4 May 2025 08:00\n\nLast updated: 4 May 2025 11:30\n\n"
                     b"The dam above Tete held on Sunday, engineers said, after two days of rain.")  # fmt: skip
    assert article.published.value == "2025-05-04T08:00:00"
    assert article.modified == "2025-05-04T11:30:00"
    assert article.corrections == ("Last updated: 4 May 2025 11:30",)


@pytest.mark.parametrize(
    ("first", "expected"), [("2025-05-04T08:00:00Z", "2025-05-04T11:30:00+00:00"), ("2025-05-04T11:30:00Z", None)]
)
def test_a_later_version_of_an_item_is_a_change(first, expected):
    item = {"uri": "kwn:1", "headline": "Dam holds", "body_text": "The dam above Tete held on Sunday.",
            "firstcreated": first, "versioncreated": "2025-05-04T11:30:00Z"}  # fmt: skip
    [article] = read(json.dumps(item).encode())
    assert article.modified == expected
    assert article.published.value == "2025-05-04T11:30:00+00:00"


def test_notes_of_hostile_pages_are_few_and_short():
    notes = find_corrections(stated=[f"{number} {'x' * 9000}" for number in range(99)], cut=())
    assert len(notes) == 20
    assert max(map(len, notes)) == 700
