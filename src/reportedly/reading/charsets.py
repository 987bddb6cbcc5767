"""What a server says of the encoding of a page, as far as it is to be believed."""

from reportedly.reading.decoding import LATIN_1_NAMES


def served_encoding(raw: bytes, charset: str | None) -> str | None:
    """Return the encoding that a server names; None for UTF-8, which stands on the bytes, and for unknown ones.

    Args:
        raw: The page.
        charset: As the server names it.
    """
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        named = (charset or "").lower()
        return "cp1252" if named in LATIN_1_NAMES else named if _is_known(named) else None
    return None


def _is_known(charset: str) -> bool:
    try:
        "".encode(charset)
    except (LookupError, UnicodeError, ValueError):
        return False
    return True
