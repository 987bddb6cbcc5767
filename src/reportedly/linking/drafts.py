"""What the linking room hands on: links from copies to their roots, and stories before their events are merged."""

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.records import Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLink:
    """One article republishes another's text.

    Attributes:
        article: Id of the copy.
        of: Id of the root: the earliest article that carries the text.
        similarity: 0…1, the share of the copy's body that stands in the root.
        additions: Spans of the copy that are its own: local paragraphs, a lead of its own.
        reasons: Why it is held to be a copy, in words.
        also: Ids of further roots, where it was put together from several; their text is no addition.
    """

    article: str
    of: str
    similarity: float
    additions: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDraft:
    """Articles on one happening, before events are merged.

    Attributes:
        reports: By date of publication, then id.
        copies: The links of those that are copies, by article id.
        reasons: Why each article belongs to the story, by article id.
    """

    reports: tuple[Report, ...]
    copies: Mapping[str, CopyLink]
    reasons: Mapping[str, tuple[str, ...]]
