"""From bytes to text: the encoding told in a fixed order, and binary files turned away.

The order: 1. the caller's; 2. a byte order mark; 3. UTF-8, if every byte fits; 4. what the page declares; 5. what
charset-normalizer holds likeliest; 6. Windows-1252. UTF-8 stands before the declaration because text that is valid
UTF-8 by chance hardly exists, while wrong declarations are common.
"""

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.errors import ReadError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""", re.I
)
# C0 controls that plain text never needs; tab, line ends, form feed and escape are left out.
CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r\f\x1b")
# One control in fifty bytes: far above what damaged text shows, far below any compressed format.
CONTROL_SHARE = 0.02
# Browsers read these names as Windows-1252 (WHATWG Encoding Standard), and pages rely on it.
LATIN_1_NAMES = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"})
LEGACY_ENCODINGS = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "shift_jis", "euc_jp", "gb18030",
    "big5", "euc_kr",
]  # fmt: skip
SAMPLE_BYTES = 65_536


def decode(raw: bytes, *, name: str, encoding: str | None = None) -> str:
    """Decode an input.

    Args:
        raw: Its bytes.
        name: Its name, for messages.
        encoding: What the caller says it is; used if every byte fits.

    Raises:
        ReadError: It is empty, or looks binary.
    """
    if not raw.strip():
        raise ReadError(name, "is empty")
    for candidate in (encoding, _marked(raw)):
        if candidate and (text := _try(raw, candidate)) is not None:
            return text
    check_is_text(raw, name=name)
    for candidate in ("utf-8", _declared(raw), _guessed(raw)):
        if candidate and (text := _try(raw, candidate)) is not None:
            return text
    return raw.decode("cp1252", errors="replace")


def check_is_text(raw: bytes, *, name: str) -> None:
    """Turn binary data away.

    Raises:
        ReadError: The bytes look binary.
    """
    if _marked(raw):
        return
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise ReadError(name, f"looks binary: {what}")
    sample = raw[:SAMPLE_BYTES]
    if b"\x00" in sample or sum(byte in CONTROLS for byte in sample) > CONTROL_SHARE * len(sample):
        raise ReadError(name, "looks binary: it holds bytes that no text has")


def _marked(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in BYTE_ORDER_MARKS if raw.startswith(mark)), None)


def _declared(raw: bytes) -> str | None:
    found = DECLARED.search(raw[:4096])
    if not found:
        return None
    name = (found[1] or found[2]).decode("ascii").lower()
    return "cp1252" if name in LATIN_1_NAMES else name


def _guessed(raw: bytes) -> str | None:
    best = from_bytes(raw[:SAMPLE_BYTES], cp_isolation=LEGACY_ENCODINGS).best()
    return best.encoding if best else None


def _try(raw: bytes, encoding: str) -> str | None:
    # UnicodeError and not its subclass: some codecs ("idna", "undefined") raise the base.
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
