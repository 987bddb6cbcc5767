"""Records in a notebook: readable, and never able to run anything."""

from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest

from reportedly.records import Article, Failure, Record
from reportedly.records.html import claims_html, marked_html, record_html

NASTY = "<script>alert('x')</script>\"onmouseover=\"x&amp;"
#: Every element that the rendering itself writes.
KNOWN = {
    "b", "br", "dd", "details", "dl", "dt", "i", "li", "mark", "ol", "p", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "u",
}  # fmt: skip


class Elements(HTMLParser):
    """Collects the elements and attributes that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        self.depth += tag != "br"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1


def parsed(html: str) -> Elements:
    elements = Elements()
    elements.feed(html)
    elements.close()
    return elements


@pytest.mark.parametrize("name", ["a_report", "an_article", "a_claim", "an_event", "a_source"])
def test_records_show_themselves_in_notebooks(build: SimpleNamespace, name: str) -> None:
    record: Record = getattr(build, name)()
    elements = parsed(record._repr_html_())
    assert elements.seen <= KNOWN
    assert elements.depth == 0


def test_a_report_is_a_table_of_events(build: SimpleNamespace) -> None:
    html = build.a_report()._repr_html_()
    assert "<b>Helicopter shells mining camp in Peru</b><br>Harbour Post ← Meridian Wire · 2025-03-04" in html
    assert "<td>ASSAULT aerial</td><td>Peruvian army (PER MIL)</td><td>miners (PER CVL)</td>" in html
    assert "army helicopter <mark>shelled</mark> a mining camp" in html
    assert "<td>Harbour Post ← Meridian Wire ← Officials</td>" in html


def test_a_report_without_events_says_so(build: SimpleNamespace) -> None:
    report = build.a_report(events=(), claims=(), article=Article.verbatim("Words."))
    assert record_html(report) == "<p><b>(no title)</b><br></p><p>no event found</p>"


def test_fields_without_a_value_are_left_out() -> None:
    assert record_html(Failure(input="a", reason="b")) == (
        "<b>Failure</b><dl><dt>input</dt><dd>a</dd><dt>reason</dt><dd>b</dd></dl>"
    )
    assert "revision_of" not in record_html(Article.verbatim("Words."))


def test_hostile_text_is_escaped_everywhere(build: SimpleNamespace) -> None:
    article = build.an_article(title=NASTY, text=NASTY, credits=(NASTY,), byline=(NASTY,), url=NASTY)
    event = build.an_event(
        mode=NASTY, sources=(build.a_source(NASTY),), trigger=(0, 8), evidence=(0, len(NASTY)), contexts=(NASTY,)
    )
    for record in (
        build.a_report(article=article, events=(event,)),
        article,
        event,
        Failure(input=NASTY, reason=NASTY),
    ):
        html = record._repr_html_()
        assert parsed(html).seen <= KNOWN
        assert parsed(html).attributes == []
        assert "&lt;" in html


@pytest.mark.parametrize(
    ("marked", "html"),
    [
        ((2, 5), "a<mark>&lt;b&gt;</mark>c"),
        ((0, 2), "<mark>a</mark>&lt;b&gt;c"),
        ((0, 1), "a&lt;b&gt;c"),
        ((5, 99), "a&lt;b&gt;<mark>c</mark>"),
        ((7, 9), "a&lt;b&gt;c"),
    ],
)
def test_a_mark_keeps_inside_what_is_shown(marked: tuple[int, int], html: str) -> None:
    assert marked_html("-a<b>c-", (1, 6), marked) == html


def test_a_report_shows_who_says_what(build: SimpleNamespace) -> None:
    text = "Ana said <i>Bo</i> said no."
    who, whom = build.a_source(span=(0, 3)), build.a_source(span=(12, 14))
    outer = replace(build.a_claim(), content=((9, 26),), cue=((4, 8),), sources=(who,))
    inner = replace(build.a_claim(), content=((24, 26),), cue=((19, 23),), sources=(whom,))
    html = claims_html(build.a_report(article=Article.verbatim(text), claims=(outer, inner)))
    assert "<b>Ana</b> <i>said</i> <mark>&lt;i&gt;</mark><mark><b>Bo</b></mark>" in html
    assert "<mark><u>no</u></mark>." in html
    assert parsed(html).depth == 0
