"""Connections: to the very address that was checked, and never past the deadline.

httpx looks a host up again when it connects, so that a name may lead elsewhere than where it led when it was checked.
Here, one look-up is checked, and its addresses are what is connected to; the name stays in Host and in TLS.
"""

import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from reportedly.errors import FetchError
from reportedly.gathering.addresses import Resolve, is_public
from reportedly.gathering.deadline import Deadline

#: A read waits no longer in one go, so that a stop is noticed.
SLICE = 0.5


class TimedStream(httpcore.NetworkStream):
    """A connection whose every read and write keeps the deadline.

    Args:
        stream: The connection.
        deadline: Of the whole answer.
        silence: Longest time without a byte.
    """

    def __init__(self, stream: httpcore.NetworkStream, *, deadline: Deadline, silence: float) -> None:
        self._stream = stream
        self._deadline = deadline
        self._silence = silence

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what there is."""
        waited = 0.0
        while True:
            part = min(SLICE, self._deadline.left(), self._silence - waited)
            try:
                return self._stream.read(max_bytes, timeout=part)
            except httpcore.ReadTimeout:
                waited += part
                if waited >= self._silence:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, timeout=min(self._silence, self._deadline.left()))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Go on encrypted."""
        limit = min(self._silence, self._deadline.left())
        secure = self._stream.start_tls(ssl_context, server_hostname, timeout=limit)
        return TimedStream(secure, deadline=self._deadline, silence=self._silence)

    def get_extra_info(self, info: str) -> Any:
        """Return what the connection knows of itself."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses alone.

    Args:
        deadline: Of the answer that the connections are for.
        silence: Longest time without a byte.
        resolve: Looks hosts up.
        allow_private: Whether addresses inside the own network may be asked.
    """

    def __init__(self, *, deadline: Deadline, silence: float, resolve: Resolve, allow_private: bool) -> None:
        self._deadline = deadline
        self._silence = silence
        self._resolve = resolve
        self._allow_private = allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address of a host that answers."""
        failed: Exception | None = None
        for address in self._checked(host, port):
            limit = min(self._silence, self._deadline.left())
            try:
                stream = self._plain.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return TimedStream(stream, deadline=self._deadline, silence=self._silence)
        raise failed or httpcore.ConnectError("no address")

    def _checked(self, host: str, port: int) -> list[str]:
        url = self._deadline.address
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError(url, f"no host of the name {host} is known") from error
        allowed = [address for address in found if self._allow_private or is_public(address)]
        if not allowed:
            reason = f"leads to {found[0]}, which is no public address (--allow-private allows it)"
            raise FetchError(url, reason if found else f"no host of the name {host} is known", lasting=bool(found))
        return allowed


class GuardedTransport(httpx.BaseTransport):
    """What carries the requests of one answer and its redirects.

    Args:
        backend: Makes the connections.
        context: For TLS.
    """

    def __init__(self, backend: GuardedBackend, *, context: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(context, max_connections=1, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; the answer's body is still to be read."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(httpcore.Request(request.method, url, headers=request.headers.raw))
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=dict(answer.extensions)
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
