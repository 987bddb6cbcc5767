"""OPML: the lists of subscriptions that feed readers export."""

from collections.abc import Iterator

import lxml.etree

from reportedly.errors import SettingsError


def is_opml(raw: bytes) -> bool:
    """Whether a file is such a list."""
    return b"<opml" in raw[:4096].lower()


def feeds_of(raw: bytes, *, name: str) -> Iterator[str]:
    """Yield the addresses of the feeds in a list, in its order, folders opened.

    Args:
        raw: The list.
        name: Of the file, for messages.

    Raises:
        SettingsError: It cannot be read.
    """
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(raw, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SettingsError(f"{name}: is no OPML that can be read: {error}") from error
    if root is None:
        raise SettingsError(f"{name}: is no OPML that can be read")
    for outline in root.iter("outline"):
        # Readers write the name in both ways.
        address = outline.get("xmlUrl") or outline.get("xmlurl") or ""
        if address.strip():
            yield address.strip()
