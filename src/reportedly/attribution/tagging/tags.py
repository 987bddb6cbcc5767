"""The tags of the pieces: outside, or the beginning or the rest of a content, a cue, a source."""

from typing import Final

TAGS: Final = ("O", "B-content", "I-content", "B-cue", "I-cue", "B-source", "I-source")
OUTSIDE: Final = 0
ROLES: Final = ("content", "cue", "source")


def beginning(role: str) -> int:
    """Return the tag that begins a role; the one after it goes on with it."""
    return 1 + 2 * ROLES.index(role)
