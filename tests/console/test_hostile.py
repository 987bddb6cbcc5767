"""News that means harm is shown as text, on every page and in every export."""

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

#: Characters that reorder what stands around them, and controls.
UNRULY = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f]")
OWN_SCRIPT = "/static/console.js"
#: A page with every endless text in it would have tens of millions.
LONGEST_PAGE = 3_000_000


class Page(HTMLParser):
    """What a browser would make of a page: scripts, handlers, addresses, and the words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.harm: list[str] = []
        self.words = ""
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "script" and given.get("src") != OWN_SCRIPT or tag in {"iframe", "object", "embed", "base", "style"}:
            self.harm.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.harm.append(f"{tag} {name}")
            if name in {"href", "src", "action"}:
                self.links.append(value)
                if not value.startswith(("/", "#", "http://", "https://")) or value.startswith("//"):
                    self.harm.append(f"{tag} {name}={value[:40]}")
            if name == "src" and not value.startswith("/"):
                self.harm.append(f"{tag} src={value[:40]}")

    def handle_data(self, data):
        self.words += data


@pytest.fixture(scope="module")
def addresses(victim, hostile) -> list[str]:
    """An address of every kind of page that shows news."""
    events = victim.get("/api/v1/events?limit=200").json()["rows"]
    stories = victim.get("/api/v1/stories").json()["rows"]
    actors = [party["name"] for event in events for party in event["actors"]]
    return [
        "/", "/events", "/stories", "/articles", "/sources", "/actors", "/about",
        *(f"/events/{event['id']}" for event in events),
        *(f"/stories/{story['id']}" for story in stories),
        *(f"/articles/{report.article.id}?cut=true" for report in hostile.REPORTS),
        *(victim.build_request("GET", f"/articles?q={words}").url.raw_path.decode() for words in ("script", "keeper")),
        *(victim.build_request("GET", "/actors", params={"named": name[:300]}).url.raw_path.decode()
          for name in actors),
    ]  # fmt: skip


def test_no_page_holds_anything_that_acts(victim, addresses: list[str]) -> None:
    for address in addresses:
        answer = victim.get(address)
        assert answer.status_code == 200, address
        page = Page(answer.text)
        assert page.harm == [], address
        assert UNRULY.findall(answer.text.replace("\n", "")) == [], address
        assert len(answer.text) < LONGEST_PAGE, address


def test_attacks_are_shown_as_the_words_that_they_are(victim, hostile) -> None:
    for words, report in zip(hostile.ATTACKS, hostile.REPORTS, strict=False):
        page = Page(victim.get(f"/articles/{report.article.id}").text)
        shown = UNRULY.sub("\ufffd", words)
        assert shown in page.words
        assert page.words.count(shown) > 5


def test_no_link_leads_to_an_address_that_runs(victim, hostile) -> None:
    page = victim.get(f"/articles/{hostile.REPORTS[0].article.id}").text
    assert "javascript:" not in page


def test_an_answer_about_what_was_asked_is_escaped_too(victim, hostile) -> None:
    for words in hostile.ATTACKS:
        for address, name in (("/actors", "named"), ("/events", "actor"), ("/sources", "source"), ("/articles", "q")):
            page = Page(victim.get(address, params={name: words}).text)
            assert page.harm == [], (address, words)
        assert Page(victim.get("/nothing/" + words).text).harm == []


def test_exports_hold_the_words_and_no_formula(victim, hostile) -> None:
    csv.field_size_limit(20_000_000)
    cells = [cell for row in csv.reader(io.StringIO(victim.get("/events.csv").text)) for cell in row]
    assert [cell[:40] for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []
    assert f"'{hostile.FORMULA}" in cells
    titles = {row["title"] for row in json.loads(victim.get("/events.json").text)}
    assert titles == {*hostile.ATTACKS, hostile.ENDLESS}
    assert victim.get("/events.json").headers["content-disposition"].startswith("attachment")


def test_pictures_hold_nothing_that_acts(victim) -> None:
    event = victim.get("/api/v1/events?type=ASSAULT").json()["rows"][0]
    for address in ("/pictures/dyads.svg", f"/pictures/events/{event['id']}/origins.svg"):
        answer = victim.get(address)
        assert answer.headers["content-type"] == "image/svg+xml"
        assert "sandbox" in answer.headers["content-security-policy"]
        for element in ElementTree.fromstring(answer.text).iter():
            assert element.tag.rpartition("}")[2] not in {"script", "foreignObject", "image", "a", "use"}
            assert [name for name in element.attrib if name.startswith("on") or "href" in name] == []


def test_sql_in_a_filter_is_a_name_like_any_other(victim, hostile) -> None:
    rows = victim.get("/api/v1/events", params={"actor": hostile.SQL}).json()["rows"]
    assert {row["title"] for row in rows} == {hostile.SQL}
    assert victim.get("/api/v1/events").json()["rows"]


def test_a_long_name_is_cut_on_the_page(victim) -> None:
    words = html.unescape(victim.get("/events?type=PROTEST").text)
    assert "B" * 1_000 in words and "B" * 1_300 not in words
