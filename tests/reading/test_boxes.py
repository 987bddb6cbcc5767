"""Boxes of web pages: told by their markup, kept once, in page order, and never at the cost of the article."""

import time

import lxml.html
import pytest

from reportedly.reading import read
from reportedly.reading.boxes import LONGEST_BOX, MOST_BOXES, find_boxes, kind_of
from reportedly.reading.codebook import box_book

LEAD = "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said."
SECOND = "The authority said it had no money and would not speak to the strikers before Friday."


def element(tag):
    return lxml.html.fragment_fromstring(f"{tag}text")


def boxes_of(html):
    found = find_boxes(lxml.html.document_fromstring(html), f"{LEAD}\n{SECOND}", title="Dockers walk out")
    return [(box.kind, box.text) for box in (*found.above, *found.below)]


@pytest.mark.parametrize("box", box_book().boxes, ids=lambda box: box.kind)
def test_box_is_told_by_its_markup(box):
    assert kind_of(element(box.example))[0] == box.kind
    assert [kind_of(element(each))[0] for each in box.keeps] == [None] * len(box.keeps)


@pytest.mark.parametrize("tag", [*box_book().tags, *box_book().mixed])
def test_box_is_told_by_its_tag(tag):
    assert kind_of(lxml.html.Element(tag)) == (box_book().tags.get(tag) or box_book().mixed[tag], f"<{tag}>")


def test_boxes_stand_in_page_order_and_once():
    html = (
        f"<nav>Home Ports</nav><h1>Dockers walk out</h1><p>{LEAD}</p><aside>Read also: Ferry sinks</aside>"
        f"<p>{SECOND}</p><div class='share-bar'>Email this</div><div class='share-bar'>Email this</div>"
        "<form><p>Search this site</p></form><footer>© 2025 Lagoon Mail</footer>"
    )
    assert boxes_of(html) == [
        ("navigation", "Home Ports"),
        ("related links", "Read also: Ferry sinks"),
        ("share bar", "Email this"),
        ("search box", "Search this site"),
        ("legal notice", "© 2025 Lagoon Mail"),
    ]


def test_boxes_never_hold_the_article():
    html = f"<body class='tags menu'><div class='share-wrapper'><p>{LEAD}</p><p>{SECOND}</p></div></body>"
    assert boxes_of(html) == []


def test_entries_of_one_menu_are_one_box():
    items = "".join(f"<li class='menu-item'>{name}</li>" for name in ("Home", "Ports", "Courts"))
    assert boxes_of(f"<ul>{items}</ul><p>{LEAD}</p>") == [("navigation", "Home · Ports · Courts")]


def test_blocks_without_names_are_kept_by_their_wording():
    html = (
        f"<p>Monday, 9 June 2025 • By Ana Sitoe</p><p>{LEAD}</p><div>All rights reserved.</div><p>Quite other words</p>"
    )
    assert boxes_of(html) == [
        ("byline", "Monday, 9 June 2025 • By Ana Sitoe"),
        ("legal notice", "All rights reserved."),
        ("other", "Quite other words"),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "".join(f"<div class='ad'>Buy number {number} <b>now</b></div><hr>" for number in range(5000)),
        "<div class='nav'>" * 240 + "word " * 50_000 + "</div>" * 240,
        "<div>" * 240 + f"<p>{LEAD}</p>" * 2000,
    ],
    ids=["many", "deep and long", "deep"],
)
def test_boxes_of_hostile_pages_are_bounded(html):
    started = time.process_time()
    found = boxes_of(f"<html><body>{html}</body></html>")
    assert len(found) <= MOST_BOXES
    assert all(len(text) <= LONGEST_BOX for _, text in found)
    assert time.process_time() - started < 3.0


def test_reader_says_how_the_page_marks_a_box():
    page = (
        f"<html><body><article><p>{LEAD}</p><p>{SECOND}</p></article><div class='post-share'>Send</div></body></html>"
    )
    [article] = read(page.encode())
    assert [(piece.kind, piece.markup) for piece in article.furniture] == [("share bar", "“share” in <div>")]
