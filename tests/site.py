"""A web site on the loopback interface, for tests: every path answers as a test says, and every request is noted."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    path: str
    headers: Mapping[str, str]


#: Writes an answer by itself, down to the socket.
Raw: TypeAlias = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """What the site answers, and what it was asked."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.origin = f"http://127.0.0.1:{server.server_address[1]}"
        self.answers: dict[str, Answer | Raw] = {}
        self.queues: dict[str, list[Answer]] = {}
        self.asked: list[Asked] = []

    def url(self, path: str) -> str:
        return self.origin + path

    def put(self, path: str, body: str | bytes = b"", *, status: int = 200, **headers: str) -> None:
        """Let a path answer; `content_type` becomes Content-Type. An ETag answers conditional requests."""
        self.answers[path] = _answer(body, status, headers)

    def then(self, path: str, body: str | bytes = b"", *, status: int = 200, **headers: str) -> None:
        """Let a path answer so after what it was told to answer before; the last answer stays."""
        self.queues.setdefault(path, []).append(_answer(body, status, headers))

    def paths(self) -> list[str]:
        """Every path asked for, in order, but for robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(Asked(handler.path, dict(handler.headers)))
        found = self.answers.get(handler.path, Answer(status=404))
        if waiting := self.queues.get(handler.path):
            self.answers[handler.path] = waiting.pop(0)
        if not isinstance(found, Answer):
            found(handler)
            return
        etag = found.headers.get("Etag")
        if etag and handler.headers.get("If-None-Match") == etag:
            found = Answer(status=304, headers={"Etag": etag})
        handler.send_response(found.status)
        for name, value in found.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(found.body)))
        handler.end_headers()
        handler.wfile.write(found.body)


def _answer(body: str | bytes, status: int, headers: Mapping[str, str]) -> Answer:
    raw = body.encode() if isinstance(body, str) else body
    return Answer(raw, status, {name.replace("_", "-").title(): value for name, value in headers.items()})


@contextmanager
def serve() -> Iterator[Site]:
    """Run a site for as long as the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                site.answer(self)
            except OSError:
                # The client has heard enough.
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    server = Server(("127.0.0.1", 0), Handler)
    site = Site(server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
