"""Every page answers, every link of it leads somewhere, and lists show what was asked for."""

import csv
import html
import io
import json
import re
from urllib.parse import quote

import pytest

LINK = re.compile(r'(?:href|src|action)="(/[^"#]*)')


def links_of(page: str) -> list[str]:
    return [html.unescape(link) for link in LINK.findall(page)]


def events_of(client, query: str = "") -> list[dict]:
    return client.get(f"/api/v1/events?limit=200{query}").json()["rows"]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/", ["Disagreements", "New stories", "Who to whom", "/pictures/timeline.svg"]),
        ("/events", ["5 events", "dockers", "in 6 articles"]),
        ("/stories", ["Dockers shut Gdynia"]),
        ("/articles", ["Newest articles", "La Plata Post"]),
        ("/articles?q=bananas", ["greengrocer", "<mark>bananas</mark>"]),
        ("/sources", ["Amber Press Agency", "originates", "relays"]),
        ("/actors", ["Uruguay"]),
        ("/codebook", ["PLOVER 2.0", "ASSAULT"]),
        ("/codebook/PROTEST", ["frames", "material conflict"]),
        ("/reasons", ["verb-frame"]),
        ("/about", ["Everything is linked", "abc"]),
    ],
)
def test_a_page_shows_what_it_is_for(client, address: str, words: list[str]) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert [word for word in words if word not in answer.text] == []


def test_every_link_leads_somewhere(client) -> None:
    waiting, seen = ["/"], set()
    while waiting:
        address = waiting.pop()
        # Choices of filters combine without end: one view of each set of them will do.
        kind = re.sub(r"=[^&]*", "", address) if "?" in address else address
        if kind in seen:
            continue
        seen.add(kind)
        answer = client.get(address)
        assert answer.status_code == 200, address
        if "text/html" in answer.headers["content-type"] and kind.count("&") < 2:
            waiting += links_of(answer.text)
    kinds = {re.sub(r"[0-9a-f]{16}", "ID", kind.split("?")[0]) for kind in seen}
    assert kinds >= {"/events/ID", "/stories/ID", "/articles/ID", "/events.csv", "/pictures/events/ID/origins.svg"}


def test_an_event_tells_who_says_so_with_copies_folded(client) -> None:
    (strike,) = events_of(client, "&type=PROTEST")
    page = client.get(f"/events/{strike['id']}").text
    assert strike["independent_origins"] == 2 and strike["articles"] == 6
    assert "<summary>3 copies of this text</summary>" in page
    for words in ("Amber Press Agency", "Vistula Wire", "<mark>walked out</mark>", "quoted by"):
        assert words in page
    assert "900" in page and "What would change it" in page


def test_a_telling_leads_to_the_event_that_it_tells(client) -> None:
    (strike,) = events_of(client, "&type=PROTEST")
    answer = client.get(f"/events/{strike['lead']}", follow_redirects=False)
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/events/{strike['id']}"


def test_a_story_tells_who_copied_and_who_cited(client) -> None:
    (strike,) = events_of(client, "&type=PROTEST")
    page = client.get(f"/stories/{strike['story']}").text
    for words in ("3 copies of this text", "Kashubian Herald", "cites", "copies", "Figures over time", "1,400"):
        assert words in page


def test_an_article_marks_claims_and_events_with_their_chains(client, wire) -> None:
    page = client.get(f"/articles/{wire.ROOT.article.id}").text
    event, claim = wire.ROOT.events[0], wire.ROOT.claims[0]
    assert f'href="#r-{event.id}" aria-describedby="n-{event.id}"' in page
    assert f'<li id="r-{event.id}">' in page and f'id="n-{claim.id}"' in page
    assert re.search(r'<span class="[^"]*trigger reported[^"]*" data-of="[^"]*">', page)
    assert '<span class="chain"><span class="hop origin">their union' in page


def test_what_was_cut_is_struck_out_on_request(victim, hostile) -> None:
    article = hostile.REPORTS[0].article
    assert "<s>" not in victim.get(f"/articles/{article.id}").text
    assert "<s>&lt;script&gt;" in victim.get(f"/articles/{article.id}?cut=true").text


@pytest.mark.parametrize(
    "query",
    ["", "&type=PROTEST", "&country=POL", "&actor=URUGUAY", "&source=police", "&text=crane*", "&origins=2",
     "&since=2026-05&until=2026-05", "&standing=asserted", "&disputed=false", "&quad=material+cooperation",
     "&party=mopti", "&recipient=para", "&modality=actual&sort=told"],
)  # fmt: skip
def test_page_facets_api_csv_and_json_agree(client, query: str) -> None:
    rows = events_of(client, query)
    assert client.get(f"/api/v1/facets?{query}").json()["total"] == len(rows) > 0
    page = client.get(f"/events?{query}").text
    ids = [row["id"] for row in rows]
    assert [id for id in ids if f"/events/{id}" not in page] == []
    table = list(csv.DictReader(io.StringIO(client.get(f"/events.csv?{query}").text)))
    assert [row["merged"] for row in table] == ids
    assert [row["id"] for row in json.loads(client.get(f"/events.json?{query}").text)] == ids


def test_every_facet_counts_what_choosing_it_shows(client) -> None:
    for facet in client.get("/api/v1/facets").json()["facets"]:
        for choice in facet["values"]:
            found = events_of(client, f"&{facet['name']}={quote(choice['value'])}")
            assert len(found) == choice["events"], (facet["name"], choice)


def test_the_form_keeps_what_was_chosen_beside_it(client) -> None:
    page = client.get("/events?type=AID&text=Mopti").text
    assert '<input type="hidden" name="type" value="AID">' in page
    assert 'name="text" value="Mopti"' in page
    assert 'href="/events?text=Mopti"' in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/0123456789abcdef", 404),
        ("/stories/nothing", 404),
        ("/articles/nothing", 404),
        ("/actors/Nobody", 404),
        ("/codebook/DANCE", 404),
        ("/nowhere", 404),
        ("/events?type=DANCE", 422),
        ("/events?since=yesterday", 422),
        ("/events?text=%22", 422),
        ("/events?after=nonsense", 422),
        ("/events?limit=1000000", 422),
        ("/events.csv?text=%22", 422),
    ],
)
def test_what_is_not_there_or_makes_no_sense_is_told_on_a_page(client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert "text/html" in answer.headers["content-type"]
    assert '<p role="alert">' in answer.text


def test_an_empty_store_has_pages(tmp_path) -> None:
    from starlette.testclient import TestClient

    from reportedly import Store
    from reportedly.console import ConsoleOptions, make_app

    Store.open(tmp_path / "new.db", write=True).close()
    app = make_app(ConsoleOptions(store=tmp_path / "new.db", label="new.db"))
    with TestClient(app, base_url="http://localhost") as visitor:
        for address in ("/", "/events", "/stories", "/articles", "/sources", "/actors", "/about", "/pictures/map.svg"):
            assert visitor.get(address).status_code == 200, address


def test_what_failed_to_read_is_listed_as_words_page_by_page(tmp_path) -> None:
    from starlette.testclient import TestClient

    from reportedly import Failure, Store
    from reportedly.console import ConsoleOptions, make_app

    with Store.open(tmp_path / "news.db", write=True) as store:
        for number in range(31):
            failure = Failure(input=f"<b>page {number:02}</b>", reason="no article in <script>it</script>")
            store.note_failure(failure, when="2026-11-23T07:00:00+00:00")
    app = make_app(ConsoleOptions(store=tmp_path / "news.db", label="x"))
    with TestClient(app, base_url="http://localhost") as visitor:
        page = visitor.get("/about").text
        (following,) = [link for link in links_of(page) if "after=" in link]
        rest = visitor.get(following).text
    assert "31 inputs could not be read" in page and "23 November 2026, 07:00 UTC" in page
    assert "&lt;b&gt;page 30&lt;/b&gt;" in page and "page 00&lt;" not in page and "page 00&lt;" in rest
    assert "<script>it" not in page + rest


@pytest.mark.parametrize("name", ["stories", "sources"])
def test_long_lists_have_pages(client, name: str) -> None:
    page = client.get(f"/{name}?limit=1").text
    (following,) = [link for link in links_of(page) if "after=" in link]
    second = client.get(f"{following}&limit=200").text
    assert "First page" in second and "after=" not in second


def test_a_list_of_stories_says_what_narrows_it(client) -> None:
    page = client.get("/stories?type=PROTEST").text
    assert "Type: PROTEST" in page and 'href="/stories"' in page
    assert "No story fits" in client.get("/stories?actor=nobody+at+all").text


def test_a_retracted_article_leaves_a_page_without_its_text(tmp_path, wire) -> None:
    from starlette.testclient import TestClient

    from reportedly import Store
    from reportedly.console import ConsoleOptions, make_app

    with Store.open(tmp_path / "news.db", write=True) as store:
        store.add(wire.ROOT)
        store.link()
        store.retract(wire.ROOT.article.id, when="2026-11-23T00:00:00+00:00", reason="the agency asked")
        store.link()
    app = make_app(ConsoleOptions(store=tmp_path / "news.db", label="x"))
    with TestClient(app, base_url="http://localhost") as visitor:
        page = visitor.get(f"/articles/{wire.ROOT.article.id}").text
    assert "the agency asked" in page and "Dockers" not in page
