"""Makes hostile text safe to show: news text is data and must never move the cursor, colour or reorder the screen.

Every dangerous character becomes one visible character, so offsets into the text stay right.
"""

import re
import unicodedata

# Cc: controls, among them ESC. Cf: invisible formatting, among it the overrides that reorder text. Cs: lone halves of
# a surrogate pair, which no terminal can be sent. Zl and Zp: separators that some terminals break lines at.
DANGEROUS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
#: Joiners that ordinary words and emoji are written with, and the soft hyphen.
HARMLESS = frozenset("\u200c\u200d\u00ad")
NOT_PLAIN = re.compile(r"[^\x20-\x7e]")
#: The row of Unicode that draws the C0 controls: ␀ ␁ … ␛.
CONTROL_PICTURES = 0x2400
DELETE = "\x7f"
SPACES = frozenset("\t\n\r")


def printable(text: str, *, keep_lines: bool = False) -> str:
    """Return the text with every dangerous character replaced by a visible one; the length stays the same.

    Args:
        text: Anything that came from outside.
        keep_lines: Whether line breaks stay; else they become spaces, so that the text is one line.
    """
    return NOT_PLAIN.sub(lambda match: _visible(match[0], keep_lines=keep_lines), text)


def _visible(character: str, *, keep_lines: bool) -> str:
    if character == "\n" and keep_lines:
        return character
    if character in SPACES:
        return " "
    if unicodedata.category(character) not in DANGEROUS or character in HARMLESS:
        return character
    if character == DELETE:
        return "␡"
    return chr(CONTROL_PICTURES + ord(character)) if character < " " else "\ufffd"
