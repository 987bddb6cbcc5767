"""Codes a text that is sent, and keeps nothing of it."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from reportedly.console.api.replies import answers, reply
from reportedly.console.coding import BusyError
from reportedly.console.context import context_of
from reportedly.console.errors import error_response
from reportedly.records import Article

router = APIRouter(prefix="/api/v1", tags=["coding"])
#: An article of news has a tenth of this.
CHARACTERS = 100_000
Line = Annotated[str, Field(max_length=1_000)]


class TextToCode(BaseModel):
    """A text with what is known of it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "Dockers in Gdynia walked out on Monday, their union said.",
                    "publisher": "Amber Press Agency",
                    "published": "2026-04-13",
                }
            ]
        },
    )

    text: str = Field(min_length=1, max_length=CHARACTERS, description="Taken as it is: no furniture is cut.")
    title: Line | None = None
    publisher: Line | None = Field(default=None, min_length=1, description="Who carries it.")
    published: Line | None = Field(default=None, description="ISO 8601 day or moment; “on Monday” counts from it.")


MORE = {413: "The body is too long.", 503: "The coder is busy, or the text took too long."}


@router.post("/code", responses=answers("Report", more=MORE), summary="Code a text")
def code(request: Request, sent: TextToCode) -> Response:
    """Return the report of a text, as `reportedly code` would print it. One text is coded at a time."""
    article = Article.verbatim(sent.text, title=sent.title, publisher=sent.publisher, published=sent.published)
    try:
        report = context_of(request).desk.code(article)
    except BusyError as error:
        return error_response(request, 503, str(error))
    return reply(request, report)
