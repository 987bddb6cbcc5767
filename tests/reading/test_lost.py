"""Paragraphs that the extraction lost, and what looks like them."""

import lxml.html
import pytest

from reportedly.reading.lost import restore_lost

KEPT = (
    "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said.",
    "Lorries queued for nine kilometres, and two ships left for Nacala without unloading, the harbour master said.",
    "A union leader said that talks with the shipping lines would open at the labour court on Wednesday morning.",
)
LOST = "Nine ships with grain and diesel wait on the roads, according to an agent who has two of them on his books."
TEXT = "\n\n".join(KEPT)


def restored(*pieces: str) -> str:
    page = f"<html><body><h1>Dockers</h1><div class='story'>{''.join(pieces)}</div></body></html>"
    return restore_lost(lxml.html.document_fromstring(page), TEXT)


def paragraphs(extra: str, at: int = 1) -> list[str]:
    pieces = [f"<p>{text}</p>" for text in KEPT]
    pieces.insert(at, extra)
    return pieces


@pytest.mark.parametrize(
    "extra",
    [
        f"<p>{LOST}</p>",
        f"<p>{LOST[:40]}<a href='/x'>{LOST[40:80]}</a>{LOST[80:]}</p>",
        f"</div><div class='ad'></div><div class='story'><p>{LOST}</p>",
    ],
)
def test_a_lost_paragraph_comes_back_in_its_place(extra):
    assert restored(*paragraphs(extra)) == "\n\n".join((KEPT[0], LOST, *KEPT[1:]))


def test_a_lost_lead_comes_back():
    assert restored(*paragraphs(f"<p>{LOST}</p>", at=0)) == "\n\n".join((LOST, *KEPT))


@pytest.mark.parametrize(
    "extra",
    [
        f"<p class='caption'>{LOST}</p>",
        f"<p><a href='/x'>{LOST}</a></p>",
        f"<aside><p>{LOST}</p></aside>",
        f"<p>{LOST}<script>go()</script></p>",
        f"<p>{KEPT[2]}</p>",
        "<p>Read more about the dockers of Beira and of what they earn by night</p>",
        "<p>Nine ships wait.</p>",
        "<p></p>",
    ],
)
def test_what_is_no_paragraph_of_the_article_stays_out(extra):
    assert restored(*paragraphs(extra)) == TEXT


def test_what_follows_the_last_paragraph_stays_out():
    assert restored(*paragraphs(f"<p>{LOST}</p>", at=3)) == TEXT


def test_a_text_that_is_not_on_the_page_stays_as_it_is():
    tree = lxml.html.document_fromstring(f"<html><body><p>{LOST}</p></body></html>")
    assert restore_lost(tree, TEXT) == TEXT
