"""Addresses of pages: every view has one, and what it shows stands in it."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode


def to(*parts: str, **query: str | int | None) -> str:
    """Return the address of a page.

    >>> to("actors", "Ana/Quispe", after=None, limit=5)
    '/actors/Ana%2FQuispe?limit=5'
    """
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    given = {name: value for name, value in query.items() if value is not None}
    return f"{path}?{urlencode(given)}" if given else path


def changed(path: str, given: Mapping[str, str], **changes: str | None) -> str:
    """Return the address of a view with some of its choices changed; None takes one away."""
    kept = {name: value for name, value in given.items() if name not in changes}
    kept |= {name: value for name, value in changes.items() if value is not None}
    return f"{path}?{urlencode(kept)}" if kept else path
