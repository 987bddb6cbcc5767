"""The list of feeds to watch: feeds.toml, or the OPML of a feed reader."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from reportedly.errors import FetchError, SettingsError
from reportedly.gathering.addresses import parse_address
from reportedly.gathering.opml import feeds_of, is_opml
from reportedly.gathering.rhythm import Rhythm

SPAN = re.compile(r"(\d{1,6}(?:\.\d{1,3})?) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)")
UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}


def seconds_of(value: Any) -> float:
    """Read a span of time.

    >>> seconds_of("5 min"), seconds_of("1.5 h")
    (300.0, 5400.0)

    Raises:
        ValueError: It is none.
    """
    found = SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError('no span of time; write "90 s", "5 min", "2 h" or "1 day"')
    return float(found[1]) * UNITS[found[2][0]]


Seconds = Annotated[float, BeforeValidator(seconds_of)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _FeedLine(_Entry):
    url: str
    publisher: str | None = None
    pages: bool = True
    least: Seconds | None = None
    most: Seconds | None = None


class _File(_Entry):
    least: Seconds = 300.0
    most: Seconds = 21_600.0
    revisit: tuple[Seconds, ...] = (7200.0, 86_400.0)
    feed: tuple[_FeedLine, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedFeed:
    """A feed to watch.

    Attributes:
        address: Of the feed.
        rhythm: Between which pauses it is asked.
        publisher: Who carries its articles, where neither feed nor page says.
        pages: Whether the pages that it lists are fetched; else the articles are taken from the feed itself.
    """

    address: str
    rhythm: Rhythm
    publisher: str | None = None
    pages: bool = True


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What to watch.

    Attributes:
        feeds: Each once.
        revisit: After how many seconds a page is looked at again, visit for visit.
    """

    feeds: tuple[WatchedFeed, ...]
    revisit: tuple[float, ...]


def load_watchlist(path: Path) -> Watchlist:
    """Load a list of feeds, TOML or OPML.

    Raises:
        SettingsError: The file cannot be read or makes no sense; the message names the file and the key.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from error
    told = _from_opml(raw, name=str(path)) if is_opml(raw) else _from_toml(raw, name=str(path))
    feeds: dict[str, WatchedFeed] = {}
    for feed in _watched(told, name=str(path)):
        feeds.setdefault(feed.address, feed)
    return Watchlist(tuple(feeds.values()), told.revisit)


def _from_opml(raw: bytes, *, name: str) -> _File:
    addresses = list(feeds_of(raw, name=name))
    if not addresses:
        raise SettingsError(f"{name}: names no feed")
    return _File(feed=tuple(_FeedLine(url=address) for address in addresses))


def _from_toml(raw: bytes, *, name: str) -> _File:
    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{name}: is not TOML: {error}") from error
    try:
        return _File.model_validate(data)
    except ValidationError as error:
        raise SettingsError(f"{name}: {_explain(error)}") from error


def _watched(told: _File, *, name: str) -> Iterator[WatchedFeed]:
    for line in told.feed:
        try:
            address = str(parse_address(line.url))
        except FetchError as error:
            raise SettingsError(f"{name}: {error}") from error
        least = told.least if line.least is None else line.least
        most = told.most if line.most is None else line.most
        if least > most:
            raise SettingsError(f"{name}: {address}: least is longer than most")
        yield WatchedFeed(address=address, rhythm=Rhythm(least, most), publisher=line.publisher, pages=line.pages)


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["loc"] == ("feed",):
        return "names no feed; each stands under [[feed]] with its url"
    message = first["msg"].removeprefix("Value error, ")
    return f"{_place(first['loc'])}: {message[:1].lower()}{message[1:]}"


def _place(keys: Iterable[int | str]) -> str:
    # Feeds are counted from one, as people count them.
    return " ".join(str(key + 1) if isinstance(key, int) else key for key in keys)
