"""Examples of what the API answers, over invented news: `genscripts/openapi_examples.py` asks for them."""

from importlib.resources import files
from typing import Any

import msgspec


class Example(msgspec.Struct, frozen=True):
    """What was asked, and the answer."""

    request: str
    answer: dict[str, Any]


class Examples(msgspec.Struct, frozen=True):
    """Examples of all answers.

    Attributes:
        answers: By method and route: "get /api/v1/events".
        refusals: Errors, by status.
    """

    answers: dict[str, Example]
    refusals: dict[str, dict[str, Any]]


def load_examples() -> Examples:
    """Return the examples."""
    data = (files("reportedly.console.api") / "examples.json").read_bytes()
    return msgspec.json.decode(data, type=Examples)


def with_examples(page: dict[str, Any]) -> None:
    """Put the examples into an OpenAPI document."""
    examples = load_examples()
    for path, methods in page["paths"].items():
        for method, operation in methods.items():
            example = examples.answers[f"{method} {path}"]
            _show(operation["responses"]["200"], summary=example.request, value=example.answer)
            for status, refusal in examples.refusals.items():
                if status in operation["responses"]:
                    _show(operation["responses"][status], summary=refusal["error"]["reason"], value=refusal)


def _show(response: dict[str, Any], *, summary: str, value: dict[str, Any]) -> None:
    # Responses of one status may share an object: a new one keeps their examples apart.
    content = response["content"]["application/json"]
    response["content"] = {"application/json": content | {"examples": {"sample": {"summary": summary, "value": value}}}}
