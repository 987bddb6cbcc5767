"""What goes wrong, for people as a page and for programs as JSON of one shape."""

from http import HTTPStatus
from pathlib import Path

import msgspec
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reportedly.console.rendering import render
from reportedly.errors import ReportedlyError, StoreError, UnknownRecordError

API = "/api/"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a request, or with the store.

    Attributes:
        status: The HTTP status.
        reason: Its name: "Not Found".
        message: What is wrong, in words for people.
    """

    status: int
    reason: str
    message: str


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """The one shape of every error of the API."""

    error: Problem


def error_response(request: Request, status: int, message: str) -> Response:
    """Return an error: JSON below /api/, a page elsewhere."""
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    reason = HTTPStatus(status).phrase
    if request.url.path.startswith(API):
        body = msgspec.json.encode(Refusal(error=Problem(status=status, reason=reason, message=message)))
        return Response(body, status_code=status, headers=headers, media_type="application/json")
    page = render("error.html", status=status, reason=reason, message=message, path=request.url.path)
    return HTMLResponse(page, status_code=status, headers=headers)


def register_errors(app: FastAPI) -> None:
    """Have the application answer every error in these two forms."""

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        return error_response(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return error_response(request, 422, "; ".join(_said(one) for one in error.errors()))

    @app.exception_handler(ReportedlyError)
    async def failed(request: Request, error: ReportedlyError) -> Response:
        if isinstance(error, StoreError):
            # The folder of the store is nobody's business on the other side.
            said = f"the store {error.reason}".replace(error.path, Path(error.path).name)
            return error_response(request, 404 if isinstance(error, UnknownRecordError) else 503, said)
        return error_response(request, 422, str(error))


def _said(error: dict[str, object]) -> str:
    places = error["loc"]
    assert isinstance(places, tuple)
    return f"{'.'.join(str(place) for place in places[1:])}: {error['msg']}"
