"""The API does what its description says, whatever it is asked."""

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="session")
def described(client):
    """The description, for requests to the application in this process."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers={"host": "localhost"})


schema = schemathesis.pytest.from_fixture("described")


# Coding a text is slow, and has tests of its own.
@schema.exclude(path="/api/v1/code").parametrize()
@settings(
    max_examples=12, derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_answers_are_as_described(case) -> None:
    case.headers = {**(case.headers or {}), "host": "localhost"}
    case.call_and_validate(checks=CHECKS)


def test_every_route_is_described_with_what_it_may_answer(client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {path.removeprefix("/api/v1/") for path in paths} == {
        "events", "facets", "events/{id}", "claims", "stories", "stories/{id}", "stories/{id}/origins", "sources",
        "actors", "articles", "articles/{id}", "search", "code",
    }  # fmt: skip
    for path, methods in paths.items():
        for route in methods.values():
            assert {"200", "304", "400", "401", "422", "503"} <= set(route["responses"]), path
            assert route["summary"] and route["description"]


def test_the_description_names_only_schemas_that_it_holds(client) -> None:
    page = client.get("/api/v1/openapi.json").json()
    named = set(_references(page))
    assert {name.removeprefix("#/components/schemas/") for name in named} <= set(page["components"]["schemas"])
    assert "HTTPValidationError" not in json.dumps(page)


def _references(value):
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)
