"""The OpenAPI document: what FastAPI tells of the routes, with the schema of the records themselves."""

from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from reportedly.console.api.examples import with_examples
from reportedly.console.errors import Refusal
from reportedly.linking.explanation import Explanation
from reportedly.records import Report, Story
from reportedly.storage import SourceCount, StoryLine
from reportedly.storage.listings import ActorLine, ArticleLine, ClaimLine, EventLine, Facets

RECORDS = (
    Report, Story, Explanation, EventLine, Facets, ClaimLine, StoryLine, SourceCount, ArticleLine, ActorLine, Refusal,
)  # fmt: skip
DESCRIPTION = (
    "Who did what to whom, and who said so: read from a store of Reportedly. Nothing here changes the store. "
    "Lists come in pages: `next` is the cursor of the next. Answers carry an ETag. Every error has one shape."
)


def openapi_of(app: FastAPI, *, guarded: bool) -> Callable[[], dict[str, Any]]:
    """Return the function that describes an application; it does so once.

    Args:
        app: With all its routes.
        guarded: Whether a token is asked for.
    """
    made: dict[str, Any] = {}

    def describe() -> dict[str, Any]:
        if not made:
            made.update(_describe(app, guarded=guarded))
        return made

    return describe


def _describe(app: FastAPI, *, guarded: bool) -> dict[str, Any]:
    page = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes)
    schemas = page.setdefault("components", {}).setdefault("schemas", {})
    # FastAPI's own error shape is sent by no route.
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas |= _records()
    with_examples(page)
    if guarded:
        page["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        page["security"] = [{"token": []}]
    return page


def _records() -> dict[str, Any]:
    _, definitions = msgspec.json.schema_components(RECORDS, ref_template="#/components/schemas/{name}")
    for definition in definitions.values():
        if "properties" in definition:
            # Records are written with all their fields.
            definition["required"] = list(definition["properties"])
    return definitions
