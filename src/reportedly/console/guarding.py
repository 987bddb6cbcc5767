"""Stands before every page: the host asked for, the token, and the headers that keep a browser from running news."""

from hashlib import sha256
from hmac import compare_digest
from urllib.parse import parse_qs

from starlette.datastructures import URL, Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.console.errors import error_response
from reportedly.console.options import ConsoleOptions

COOKIE = "reportedly"
ENTRANCE = "/enter"
#: The style sheet of the page that asks for the token.
OPEN = frozenset({"/static/console.css"})
#: A token is short; more is not read.
LONGEST_FORM = 4_096
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}


class Guard:
    """Lets a request through to the application, or turns it away."""

    def __init__(self, app: ASGIApp, *, options: ConsoleOptions) -> None:
        self._app = app
        self._token = options.token
        self._hosts = options.hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        guarded = _with_headers(send)
        refusal = await self._refuse(Request(scope, receive))
        await (self._app if refusal is None else refusal)(scope, receive, guarded)

    async def _refuse(self, request: Request) -> Response | None:
        """Return what a request gets that is not let through."""
        if self._hosts is not None and _host(request.headers) not in self._hosts:
            return error_response(request, 400, f"this console does not answer to {_host(request.headers)!r}")
        if self._token is None or request.url.path in OPEN:
            return None
        if request.url.path == ENTRANCE and request.method == "POST":
            return await self._enter(request, self._token)
        if self._is_known(request, self._token):
            return None
        return error_response(request, 401, "a token is needed: the right one")

    def _is_known(self, request: Request, token: str) -> bool:
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        bears = scheme.lower() == "bearer" and _same(given.strip(), token)
        return bears or _same(request.cookies.get(COOKIE, ""), _pass(token))

    async def _enter(self, request: Request, token: str) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LONGEST_FORM:
                return error_response(request, 413, "this is too long for a token")
        given = parse_qs(body.decode("utf-8", "replace")).get("token", [""])[0]
        if not _same(given, token):
            return error_response(request, 401, "that is not the token")
        response = RedirectResponse(URL("/").path, status_code=303)
        response.set_cookie(
            COOKIE, _pass(token), httponly=True, samesite="strict", secure=request.url.scheme == "https"
        )
        return response


def _with_headers(send: Send) -> Send:
    """Add the headers to every answer that does not set them itself."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _host(headers: Headers) -> str:
    """Return the name that a request asks for, without the port."""
    host = headers.get("host", "").lower()
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.partition(":")[0]


def _pass(token: str) -> str:
    """Return what the browser keeps: not the token itself."""
    return sha256(f"reportedly console {token}".encode()).hexdigest()


def _same(given: str, wanted: str) -> bool:
    # Compared in constant time: how long it takes tells nothing about how much is right.
    return compare_digest(given.encode("utf-8", "replace"), wanted.encode("utf-8", "replace"))
