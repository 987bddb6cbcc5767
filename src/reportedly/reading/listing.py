"""What feeds and news sitemaps list: entries, as records that know nothing of the form they came in."""

from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One article that a feed lists.

    Attributes:
        id: As the feed gives it; some feeds give all entries the same one.
        address: Of the page.
        title: Of the article.
        published: ISO 8601 moment.
        updated: As the feed writes it; compared, never read.
        authors: As named.
        source: Whose copy it is, where the feed says that it came from another one.
        publisher: Who carries it, where the feed lists several publishers.
        body: The article itself, as HTML or text, where the feed holds it.
        summary: A few words of it, or again the whole.
        labels: Categories that the feed files it under.
    """

    id: str | None = None
    address: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    publisher: str | None = None
    body: str | None = None
    summary: str | None = None
    labels: tuple[str, ...] = ()

    def well_formed(self) -> Self:
        """Return the entry without halves of surrogate pairs, which broken feeds write and nothing can store."""
        texts = {f.name: value for f in fields(self) if isinstance(value := getattr(self, f.name), str)}
        return replace(
            self,
            authors=tuple(map(_whole, self.authors)),
            labels=tuple(map(_whole, self.labels)),
            **{name: _whole(text) for name, text in texts.items()},
        )

    def without_text(self) -> Self:
        """Return the entry without the article's own words."""
        return replace(self, body=None, summary=None)

    @property
    def digest(self) -> str:
        """A hash of everything that changes when the article does."""
        parts = (self.title, self.updated or self.published, self.summary, self.body)
        return blake2b("\x1f".join(part or "" for part in parts).encode("utf-8", "replace"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says.

    Attributes:
        title: Its own.
        entries: In its order.
        seconds: How long it asks to be left alone between two visits; None when it does not say.
        further: Addresses of further sitemaps, the latest first.
    """

    title: str | None = None
    entries: tuple[FeedEntry, ...] = ()
    seconds: float | None = None
    further: tuple[str, ...] = ()


def _whole(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
