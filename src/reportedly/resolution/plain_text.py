"""A text as patterns like to see it: every character in its place, but one kind of blank and one kind of apostrophe."""

import re

#: Blanks that look like one, and the typographic apostrophe; each gives one character, so that offsets stay.
SAME_LENGTH = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\u2019": "'", "\u2011": "-"})
#: A line break inside a paragraph: wrapped text. An empty line stays what it is.
WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n])")


def plain(text: str) -> str:
    """Return the text with the same length and plainer characters, for patterns."""
    return WRAP.sub(" ", text).translate(SAME_LENGTH)
