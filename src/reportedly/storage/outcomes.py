"""What becomes of what a store is asked to do."""

from dataclasses import dataclass
from enum import StrEnum

from reportedly.records import Record


class Outcome(StrEnum):
    """What became of an article that was to be added."""

    ADDED = "added"
    #: Added, and others of its texts are there.
    REVISED = "revised"
    #: The same content is there already: nothing changed.
    KNOWN = "known"
    #: It was taken out before: nothing was added.
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone(Record):
    """What is left of a retracted text.

    Attributes:
        id: Of the article.
        sha256: Of its content.
        retracted: When, ISO 8601.
        reason: As given; None when none was.
    """

    id: str
    sha256: str
    retracted: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Record):
    """One text of an article, and what it changed.

    Attributes:
        id: Of this text.
        earlier: Id of the text before it; the same when only title, authors, credits or date changed.
        current: Whether it is the newest.
        added: How many lines are new.
        removed: How many are gone.
        diff: These lines, each behind "+" or "-"; empty where the texts are too long to compare line by line.
    """

    id: str
    earlier: str
    current: bool
    added: int
    removed: int
    diff: str
