"""The examples in the description of the API: what it really answers, in the shape that it says."""

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from reportedly import Report
from reportedly.console import ConsoleOptions, make_app
from reportedly.console.api.coding import TextToCode
from reportedly.console.api.examples import load_examples

EXAMPLES = load_examples()
ASKED = sorted(name for name in EXAMPLES.answers if name.startswith("get "))
CODE = "post /api/v1/code"


@pytest.fixture(scope="module")
def described(client):
    return client.get("/api/v1/openapi.json").json()


@pytest.mark.parametrize("name", ASKED)
def test_the_example_is_what_the_api_answers(client, name: str) -> None:
    example = EXAMPLES.answers[name]
    answer = client.get(example.request.removeprefix("GET "))
    assert answer.status_code == 200
    assert answer.json() == example.answer, "run genscripts/openapi_examples.py"
    assert example.answer.get("rows") != []


def test_every_route_has_an_example_of_its_shape(described) -> None:
    routes = {f"{method} {path}" for path, methods in described["paths"].items() for method in methods}
    assert routes == set(EXAMPLES.answers)
    for path, methods in described["paths"].items():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                for content in response.get("content", {}).values():
                    schema = content["schema"] | {"components": described["components"]}
                    shown = content.get("examples", {})
                    assert shown or status in {"413", "503"}, (path, status)
                    for example in shown.values():
                        Draft202012Validator(schema).validate(example["value"])


@pytest.mark.parametrize(
    ("status", "method", "address", "host"),
    [
        ("400", "GET", "events", "evil.example"),
        ("404", "GET", "events/0123456789abcdef", "localhost"),
        ("405", "PUT", "events", "localhost"),
        ("422", "GET", "events?type=DANCE", "localhost"),
    ],
)
def test_the_example_of_an_error_is_what_the_api_answers(
    client, status: str, method: str, address: str, host: str
) -> None:
    answer = client.request(method, f"/api/v1/{address}", headers={"host": host})
    assert (str(answer.status_code), answer.json()) == (status, EXAMPLES.refusals[status])


def test_the_example_of_a_missing_token_is_what_the_api_answers(news) -> None:
    app = make_app(ConsoleOptions(store=news, label="news.db", token="kestrel-harbour-9"))
    with TestClient(app, base_url="http://localhost") as visitor:
        assert visitor.get("/api/v1/events").json() == EXAMPLES.refusals["401"]


def test_the_example_of_a_coded_text_finds_its_event() -> None:
    """The rules learn: what else a report holds may change with them."""
    report = Report.from_dict(EXAMPLES.answers[CODE].answer)
    assert report.article.text == TextToCode.model_config["json_schema_extra"]["examples"][0]["text"]
    assert [str(event.type) for event in report.events] == ["PROTEST"]
