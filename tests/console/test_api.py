"""The API: pages of rows, one shape of error, answers that need not be sent twice, a text coded within limits."""

import json

import pytest
from starlette.testclient import TestClient

from reportedly import Report, Story
from reportedly.console import ConsoleOptions, make_app
from reportedly.linking.explanation import Explanation
from reportedly.settings import Settings
from reportedly.storage.listings import EventLine


@pytest.mark.parametrize("name", ["events", "claims", "articles", "actors", "stories", "sources", "search?q=Gdynia"])
def test_pages_of_one_row_come_to_the_whole_list(client, name: str) -> None:
    address = f"/api/v1/{name}{'&' if '?' in name else '?'}"
    whole = client.get(f"{address}limit=200").json()
    assert whole["next"] is None and len(whole["rows"]) > 1
    rows, cursor = [], ""
    while cursor is not None:
        page = client.get(f"{address}limit=1&after={cursor}").json()
        rows += page["rows"]
        cursor = page["next"]
    assert rows == whole["rows"]


@pytest.mark.parametrize("sort", ["newest", "disputed", "happened", "told", "origins"])
def test_pages_keep_every_order(client, sort: str) -> None:
    whole = client.get(f"/api/v1/events?sort={sort}&limit=200").json()["rows"]
    first = client.get(f"/api/v1/events?sort={sort}&limit=2").json()
    second = client.get(f"/api/v1/events?sort={sort}&limit=200&after={first['next']}").json()
    assert first["rows"] + second["rows"] == whole


def test_answers_are_records(client, wire) -> None:
    row = client.get("/api/v1/events?type=PROTEST").json()["rows"][0]
    assert EventLine.from_dict(row).independent_origins == 2
    assert Explanation.from_dict(client.get(f"/api/v1/events/{row['id']}").json()).story == row["story"]
    story = Story.from_dict(client.get(f"/api/v1/stories/{row['story']}").json())
    assert client.get(f"/api/v1/stories/{story.id}/origins").json() == story.origins.to_dict()
    report = Report.from_dict(client.get(f"/api/v1/articles/{wire.ROOT.article.id}").json())
    assert report == wire.ROOT


def test_who_has_an_answer_gets_it_only_when_it_changed(client) -> None:
    first = client.get("/api/v1/events")
    assert first.status_code == 200
    again = client.get("/api/v1/events", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/v1/events?type=AID", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("events/0123456789abcdef", 404, "holds no event"),
        ("events/abc", 404, "too short"),
        ("stories/x", 404, "no story 'x'"),
        ("articles/x", 404, "no article 'x'"),
        ("events?type=DANCE", 422, "type"),
        ("events?until=soon", 422, "until is no day"),
        ("events?after=eyJ4IjoxfQ", 422, "cursor"),
        ("stories?after=eyJ4IjoxfQ", 422, "cursor"),
        ("sources?after=eyJ4IjoxfQ", 422, "cursor"),
        ("search?q=%22", 422, "cannot be searched"),
        ("search", 422, "q: Field required"),
        ("events?limit=0", 422, "limit"),
        ("nothing", 404, "Not Found"),
    ],
)
def test_errors_have_one_shape(client, address: str, status: int, words: str) -> None:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == status
    assert list(answer.json()) == ["error"]
    error = answer.json()["error"]
    assert list(error) == ["status", "reason", "message"]
    assert error["status"] == status and words in error["message"]


def test_a_store_that_is_gone_is_told_without_its_path(tmp_path) -> None:
    app = make_app(ConsoleOptions(store=tmp_path / "gone.db", label="gone.db"))
    with TestClient(app, base_url="http://localhost") as visitor:
        answer = visitor.get("/api/v1/events")
    assert answer.status_code == 503
    assert str(tmp_path) not in answer.text


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"text": ""}, 422),
        ({"text": "x" * 100_001}, 422),
        ({"text": "Chad accused Sudan.", "published": "yesterday"}, 422),
        ({"text": "Chad accused Sudan.", "url": "https://a.example"}, 422),
        (["Chad accused Sudan."], 422),
        ({"text": "half a pair: \ud800"}, 422),
    ],
)
def test_what_cannot_be_coded_is_refused(client, sent: object, status: int) -> None:
    answer = client.post("/api/v1/code", content=json.dumps(sent), headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status


def test_a_text_is_coded_and_one_that_takes_too_long_is_given_up(news) -> None:
    options = ConsoleOptions(store=news, label="x", settings=Settings())
    with TestClient(make_app(options), base_url="http://localhost") as visitor:
        text = "Chad accused Sudan on Friday of arming rebels."
        answer = visitor.post("/api/v1/code", json={"text": text, "published": "2026-04-13", "publisher": "Sahel Wire"})
        report = Report.from_dict(answer.json())
        assert "ACCUSE" in {str(event.type) for event in report.events}
        assert report.article.text == text
        visitor.app.state.context.desk._seconds = 0.0
        late = visitor.post("/api/v1/code", json={"text": f"{text} " * 50})
        assert late.status_code == 503
        assert "took longer than 0 seconds" in late.json()["error"]["message"]
        assert visitor.app.state.context.desk._worker is None
