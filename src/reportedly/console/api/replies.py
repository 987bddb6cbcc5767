"""Answers of the API: JSON with an ETag, described by the schema of the records themselves."""

from hashlib import blake2b
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.errors import Refusal
from reportedly.storage.listings import Page

#: What every route may answer besides what it is for.
COMMON = {
    400: "The request names a host that this console does not serve.",
    401: "A token is needed, and this is none or a wrong one.",
    405: "There is no such method here.",
    422: "A value makes no sense; the message names it.",
    503: "The store cannot be read, or too many ask at the same time.",
}
MISSING = {404: "There is no such record."}


def reply(request: Request, value: Any, *, media_type: str = "application/json") -> Response:
    """Return a value as JSON, or bytes as they are; to who has it already, only that it has not changed."""
    body = value if isinstance(value, bytes) else msgspec.json.encode(value)
    tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")}
    if tag in known:
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, media_type=media_type, headers={"ETag": tag})


def reply_page(request: Request, page: Page[Any]) -> Response:
    """Return a part of a list with the cursor of the next."""
    return reply(request, {"rows": page.rows, "next": page.next})


def answers(shape: str, *, many: bool = False, missing: bool = False, more: dict[int, str] | None = None) -> Any:
    """Return what OpenAPI says of the answers of a route.

    Args:
        shape: Name of the record.
        many: Whether a page of them comes.
        missing: Whether it may not be there.
        more: Other errors, by status.
    """
    one = {"$ref": f"#/components/schemas/{shape}"}
    page = {
        "type": "object",
        "required": ["rows", "next"],
        "properties": {
            "rows": {"type": "array", "items": one},
            "next": {"type": ["string", "null"], "description": "Cursor of the next page; null on the last."},
        },
    }
    found = {
        200: {"description": "What was asked for.", "content": {"application/json": {"schema": page if many else one}}},
        304: {"description": "What If-None-Match names is still right."},
    }
    refusal = {"application/json": {"schema": {"$ref": f"#/components/schemas/{Refusal.__name__}"}}}
    errors = COMMON | (MISSING if missing else {}) | (more or {})
    return found | {status: {"description": words, "content": refusal} for status, words in errors.items()}
