"""The API does what its description says, whatever it is asked."""

import json

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

#: Coding a text is slow, and has tests of its own.
PATHS = (
    "events", "facets", "events/{id}", "claims", "stories", "stories/{id}", "stories/{id}/origins", "sources", "actors",
    "articles", "articles/{id}", "search",
)  # fmt: skip
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="session")
def described(client):
    """The description, for requests to the application in this process."""
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", client.app, headers={"host": "localhost"})


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        *((path, GenerationMode.POSITIVE) for path in PATHS),
        # Any word is sound where nothing but an id is asked for.
        *((path, GenerationMode.NEGATIVE) for path in PATHS if "{" not in path),
    ],
)
def test_answers_are_as_described(described, path: str, mode: GenerationMode) -> None:
    @settings(max_examples=20, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=described[f"/api/v1/{path}"]["GET"].as_strategy(generation_mode=mode))
    def ask(case) -> None:
        case.call_and_validate(checks=CHECKS, headers={"host": "localhost"})

    ask()


def test_every_route_is_described_with_what_it_may_answer(client) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert {path.removeprefix("/api/v1/") for path in paths} == {*PATHS, "code"}
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
