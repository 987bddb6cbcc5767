"""Who may come in, and what every answer tells the browser."""

import pytest
from starlette.testclient import TestClient

from reportedly.console import ConsoleOptions, make_app

TOKEN = "kestrel-harbour-9"


@pytest.fixture
def guarded(news):
    """A visitor of a console that other machines reach."""
    app = make_app(ConsoleOptions(store=news, label="news.db", token=TOKEN, hosts=None))
    with TestClient(app, base_url="http://news.example") as visitor:
        yield visitor


@pytest.mark.parametrize(
    "address", ["/", "/events", "/events.csv", "/api/v1/events", "/api/v1/openapi.json", "/nowhere"]
)
@pytest.mark.parametrize(
    "headers", [{}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"cookie": "reportedly=1"}]
)
def test_without_the_token_there_is_nothing_to_see(guarded, address: str, headers: dict[str, str]) -> None:
    answer = guarded.get(address, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "Dockers" not in answer.text


def test_an_api_refusal_has_the_shape_of_every_error(guarded) -> None:
    error = guarded.get("/api/v1/events").json()["error"]
    assert error == {"status": 401, "reason": "Unauthorized", "message": "a token is needed: the right one"}


def test_a_program_brings_the_token_in_a_header(guarded) -> None:
    answer = guarded.get("/api/v1/events", headers={"authorization": f"bearer {TOKEN}"})
    assert answer.status_code == 200


def test_a_person_enters_the_token_once(guarded) -> None:
    assert 'name="token"' in guarded.get("/").text
    assert guarded.get("/static/console.css").status_code == 200
    assert guarded.post("/enter", content="token=wrong").status_code == 401
    answer = guarded.post("/enter", content=f"token={TOKEN}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert TOKEN not in cookie and "HttpOnly" in cookie and "SameSite=strict" in cookie
    assert guarded.get("/").status_code == 200


def test_a_form_without_end_is_not_read(guarded) -> None:
    assert guarded.post("/enter", content="token=" + "x" * 10_000).status_code == 413


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost:8765", 200), ("127.0.0.1:8765", 200), ("[::1]:8765", 200), ("evil.example", 400), ("", 400),
     ("localhost.evil.example", 400)],
)  # fmt: skip
def test_a_console_of_this_machine_answers_to_its_own_names_alone(client, host: str, status: int) -> None:
    assert client.get("/about", headers={"host": host}).status_code == status


@pytest.mark.parametrize("address", ["/", "/events.csv", "/api/v1/events", "/static/console.js", "/nowhere"])
def test_every_answer_keeps_the_browser_from_running_news(client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy and "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client, method: str) -> None:
    assert client.request(method, "/events").status_code == 405
    assert client.request(method, "/api/v1/events").json()["error"]["status"] == 405
