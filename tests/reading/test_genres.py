"""What tells a genre, and which sign wins."""

import json

import pytest

from reportedly.reading import read
from reportedly.reading.genres import GenreSigns, genre_of, weigh_genre
from reportedly.records import Choice

PAGE = """<!doctype html><html><head><title>{title}</title>{head}</head><body>
<nav><ul><li><a href="/opinion">Opinion</a></li><li><a href="/live">Live updates</a></li></ul></nav>
<main><article>{above}<h1>{title}</h1>
<p>The harbour at Mombasa stood still on Monday after four hundred dockers walked out over unpaid night shifts.</p>
<p>Cranes were idle from dawn, and nine ships waited outside the reef, the port authority said in the evening.</p>
<p>A union official said that talks with the shipping lines would open on Wednesday at the labour court.</p>
{below}</article></main></body></html>"""
NEWS = json.dumps({"@type": "NewsArticle", "headline": "Dockers walk out", "datePublished": "2025-05-05"})


def page(**parts: str) -> bytes:
    return PAGE.format(**{"title": "Dockers walk out", "head": "", "above": "", "below": "", **parts}).encode()


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("signs", "genre"),
    [
        (GenreSigns(), None),
        (GenreSigns(types=("Article",), labels=("World",), url="https://mail.example/world/port"), None),
        (GenreSigns(types=("NewsArticle",)), "news"),
        (GenreSigns(types=("NewsArticle",), labels=("World, Opinion",)), "opinion"),
        (GenreSigns(types=("NewsArticle",), url="https://mail.example/news/analysis/port"), "analysis"),
        (GenreSigns(types=("OpinionNewsArticle",), above=("Sponsored content",)), "opinion"),
        (GenreSigns(labels=("Opinion", "Partner content")), "sponsored"),
        (GenreSigns(titles=("Opinion | The port we need",)), "opinion"),
        (GenreSigns(titles=("The port we need - Editorial",)), "opinion"),
        (GenreSigns(titles=("Analysis: Why the port stood still",)), "analysis"),
        (GenreSigns(titles=("Dockers: we will walk out",)), None),
        (GenreSigns(credits=("AFP",), has_dateline=True), "news"),
        (GenreSigns(credits=("AFP",)), None),
        (GenreSigns(credits=("PR Newswire",), has_dateline=True), "press release"),
        (GenreSigns(url="https://[half/opinion/port"), None),
        (GenreSigns(below=("Sponsored content",)), None),
    ],
)
def test_which_sign_wins(signs, genre):
    assert genre_of(weigh_genre(signs)) == genre


def test_every_sign_is_told_with_its_evidence():
    choices = weigh_genre(GenreSigns(types=("NewsArticle",), labels=("Op-Ed",), url="https://mail.example/news/port"))
    assert [(choice.value, choice.evidence) for choice in choices] == [
        ("opinion", "label “Op-Ed”"),
        ("news", "JSON-LD type NewsArticle"),
        ("news", "address “/news/”"),
    ]
    assert all(isinstance(choice, Choice) and choice.field == "genre" for choice in choices)


@pytest.mark.parametrize(
    ("parts", "genre"),
    [
        ({}, None),
        ({"head": linked(NEWS)}, "news"),
        ({"head": linked(NEWS), "above": '<div class="kicker">Guest essay</div>'}, "opinion"),
        ({"above": '<div class="breadcrumbs"><a>Home</a> <a>Editorials</a></div>'}, "opinion"),
        ({"head": '<meta property="article:opinion" content="true">'}, "opinion"),
        ({"head": '<meta property="article:section" content="News Analysis">'}, "analysis"),
        ({"above": "<p>PAID PARTNERSHIP</p>"}, "sponsored"),
        ({"below": "<p>The views expressed in this column are its author’s own.</p>"}, "opinion"),
        ({"below": "<p>Media contact: Ana Sitoe, ana@karst.example</p>"}, "press release"),
        ({"below": "<aside><a>Opinion: The port we need</a></aside>"}, None),
    ],
)
def test_genre_of_a_page(parts, genre):
    [article] = read(page(**parts))
    assert article.genre == genre


@pytest.mark.parametrize(
    ("record", "genre"),
    [
        ({"title": "Dockers walk out", "text": "Dockers walked out in Mombasa on Monday."}, None),
        ({"title": "Opinion: Let them walk", "text": "Dockers walked out in Mombasa on Monday."}, "opinion"),
        ({"section": "Explainers", "text": "Dockers walked out in Mombasa on Monday."}, "analysis"),
        ({"uri": "kwn:1", "pubstatus": "usable", "headline": "Port", "body_text": "Dockers walked out in Mombasa.",
          "genre": [{"name": "Press Release", "code": "genre:Press-Release"}]}, "press release"),
    ],
)  # fmt: skip
def test_genre_of_a_record(record, genre):
    [article] = read(json.dumps(record).encode())
    assert article.genre == genre


def test_a_plain_text_without_a_sign_has_no_genre():
    [article] = read(b"Dockers walk out\n\nDockers walked out in Mombasa on Monday, the port authority said.")
    assert (article.genre, article.choices) == (None, ())


def test_signs_of_hostile_pages_are_few():
    assert len(weigh_genre(GenreSigns(labels=tuple(f"Opinion{' ' * number}" for number in range(999))))) == 1
    assert len(weigh_genre(GenreSigns(above=tuple(f"Sponsored by number {number}" for number in range(999))))) == 12
