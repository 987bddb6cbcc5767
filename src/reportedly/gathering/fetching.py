"""Fetches an address: politely, within limits, and never what the caller did not ask for.

The order for every hop of an answer: 1. is it an address that may be fetched; 2. does robots.txt allow it; 3. wait for
a turn at the host; 4. connect to an address of the host that was checked; 5. read, within size and time; 6. follow a
redirect, back to 1. A passing failure is tried again after a pause.
"""

import email.utils
from dataclasses import dataclass

import httpcore
import httpx

from reportedly.errors import FetchError
from reportedly.gathering.addresses import Resolve, parse_address, resolve
from reportedly.gathering.bodies import ACCEPTED, read_body
from reportedly.gathering.clock import Clock, SystemClock
from reportedly.gathering.connecting import GuardedBackend, GuardedTransport
from reportedly.gathering.deadline import Deadline
from reportedly.gathering.options import FetchOptions, agent_name
from reportedly.gathering.robots import Robots
from reportedly.gathering.turns import Turns

REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNCHANGED = 304
#: What may pass by itself: time-outs, overload, a server that is being mended.
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
#: Those of them that speak for the whole host.
OVERLOAD = frozenset({429, 503})
#: robots.txt: these say that there are no rules.
WITHOUT_RULES = frozenset(range(400, 500)) - PASSING
MEDIA = ("image/", "audio/", "video/", "font/")
FIRST_PAUSE = 1.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What lets a server say that nothing has changed.

    Attributes:
        address: That gave them; they say nothing of another.
        etag: Its ETag, as sent.
        modified: Its Last-Modified, as sent.
    """

    address: str
    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers that ask for news only."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer.

    Attributes:
        address: Where it came from, after redirects.
        body: Unpacked; None when the server says that nothing has changed.
        media_type: As the server names it, in lower case; empty when it does not.
        charset: As the server names it.
        validators: For the next time.
    """

    address: str
    body: bytes | None
    media_type: str = ""
    charset: str | None = None
    validators: Validators


class Fetcher:
    """Fetches addresses; threads share it.

    Args:
        options: Its limits.
        clock: To measure by; the machine's unless told.
        resolve: Looks hosts up.
    """

    def __init__(
        self, options: FetchOptions | None = None, *, clock: Clock | None = None, resolve: Resolve = resolve
    ) -> None:
        self.options = options or FetchOptions()
        self.clock = clock or SystemClock()
        self._resolve = resolve
        self._turns = Turns(self.clock, patience=self.options.patience)
        self._robots = Robots(self.clock, fetch=self._robots_file)
        self._context = httpx.create_ssl_context()

    def fetch(self, address: str, *, validators: Validators | None = None) -> Fetched:
        """Fetch an address, and its redirects.

        Args:
            address: http or https.
            validators: From the last answer, to be told if nothing has changed.

        Raises:
            FetchError: It cannot be fetched.
        """
        url = parse_address(address)
        tried = 1
        while True:
            try:
                return self._follow(url, address=address, validators=validators)
            except FetchError as error:
                pause = FIRST_PAUSE * 2 ** (tried - 1) if error.retry_after is None else error.retry_after
                if error.lasting or tried >= self.options.tries or pause > self.options.patience:
                    raise
            self.clock.wait(pause)
            tried += 1

    def _follow(
        self, url: httpx.URL, *, address: str, validators: Validators | None = None, heeds_robots: bool = True
    ) -> Fetched:
        """Fetch once, through all redirects."""
        seen: set[str] = set()
        left = self.options.seconds
        while str(url) not in seen:
            seen.add(str(url))
            if len(seen) > self.options.redirects + 1:
                raise FetchError(address, f"redirects more than {self.options.redirects} times", lasting=True)
            # robots.txt itself is a small file: the page that it is read for need not wait after it.
            pause = max(self._robots.check(url, address=address), self.options.host_pause) if heeds_robots else 0.0
            with self._turns.at(url.netloc.decode("ascii"), address=address, pause=pause):
                begun = self.clock.ticks()
                found = self._ask(url, address=address, seconds=left, validators=validators)
                # Waiting for a turn is no fault of the server's; everything else counts.
                left -= self.clock.ticks() - begun
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(address, "redirects in a circle", lasting=True)

    def _ask(
        self, url: httpx.URL, *, address: str, seconds: float, validators: Validators | None
    ) -> Fetched | httpx.URL:
        """Send one request; return the answer, or where it redirects to."""
        deadline = Deadline(address, seconds=seconds, whole=self.options.seconds, clock=self.clock)
        backend = GuardedBackend(
            deadline=deadline,
            silence=self.options.silence,
            resolve=self._resolve,
            allow_private=self.options.allow_private,
        )
        headers = {"User-Agent": agent_name(self.options.contact), "Accept-Encoding": ACCEPTED, "Accept": "*/*"}
        if validators is not None and validators.address == str(url):
            headers |= validators.headers()
        try:
            with (
                httpx.Client(transport=GuardedTransport(backend, context=self._context), trust_env=False) as client,
                client.stream("GET", url, headers=headers) as response,
            ):
                return self._answer(response, address=address)
        except httpcore.TimeoutException as error:
            raise FetchError(address, f"sent nothing for {self.options.silence:g} seconds") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise FetchError(address, f"the connection failed: {error}") from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise FetchError(address, f"answered with what cannot be read: {error}") from error

    def _answer(self, response: httpx.Response, *, address: str) -> Fetched | httpx.URL:
        status = response.status_code
        if status in REDIRECTS and "location" in response.headers:
            return _target(response, address=address)
        if status == UNCHANGED:
            return _fetched(response, body=None)
        if status != 200:
            raise self._refused(response, address=address)
        media_type = _media_type(response)
        if media_type.startswith(MEDIA):
            raise FetchError(address, f"is no text but {media_type}", lasting=True)
        return _fetched(response, body=read_body(response, address=address, most=self.options.most_bytes))

    def _refused(self, response: httpx.Response, *, address: str) -> FetchError:
        status = response.status_code
        after = _retry_after(response, now=self.clock.now())
        if status in OVERLOAD and after is not None:
            self._turns.close(response.url.netloc.decode("ascii"), seconds=after)
        words = f"answered {status} {response.reason_phrase}".rstrip()
        return _StatusError(address, words, status=status, lasting=status not in PASSING, retry_after=after)

    def _robots_file(self, address: str) -> bytes | None:
        try:
            return self._follow(parse_address(address), address=address, heeds_robots=False).body
        except _StatusError as error:
            if error.status in WITHOUT_RULES:
                return None
            raise


class _StatusError(FetchError):
    def __init__(self, input: str, reason: str, *, status: int, lasting: bool, retry_after: float | None) -> None:
        super().__init__(input, reason, lasting=lasting, retry_after=retry_after)
        self.status = status


def _fetched(response: httpx.Response, *, body: bytes | None) -> Fetched:
    address = str(response.url)
    return Fetched(
        address=address,
        body=body,
        media_type=_media_type(response),
        charset=response.charset_encoding,
        validators=Validators(address, response.headers.get("etag"), response.headers.get("last-modified")),
    )


def _target(response: httpx.Response, *, address: str) -> httpx.URL:
    try:
        return parse_address(str(response.url.join(response.headers["location"])))
    except FetchError as error:
        raise FetchError(address, f"redirects to {error.input}, which {error.reason}", lasting=True) from error


def _media_type(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _retry_after(response: httpx.Response, *, now: float) -> float | None:
    """Read Retry-After: a number of seconds, or a date."""
    value = response.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(email.utils.parsedate_to_datetime(value).timestamp() - now, 0.0)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
