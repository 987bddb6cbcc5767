"""What the items of news agencies have in common, whatever their format: status, credits, the place they come from."""

from dataclasses import replace

from reportedly.errors import ReadError
from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.calendar import parse_date
from reportedly.reading.changes import last_change
from reportedly.reading.names import merge, split_names
from reportedly.reading.outlets import split_outlets
from reportedly.reading.published import from_text
from reportedly.records import Article, Dateline

USABLE = "usable"
#: What agencies ask of those who get an item: IPTC NewsCodes, publishing status.
REASONS = {
    "withheld": "is withheld: its agency asks not to use it for now",
    "canceled": "was canceled by its agency; `reportedly retract` takes out what was added of it before",
}


def check_status(status: str | None, *, name: str) -> None:
    """Turn away items that their agency has not released.

    Args:
        status: "usable", "withheld" or "canceled", with a prefix or without; None for usable.
        name: Of the item, for messages.

    Raises:
        ReadError: It is not to be used.
    """
    told = (status or USABLE).rpartition(":")[2].rpartition("/")[2].strip().lower()
    told = "canceled" if told == "cancelled" else told
    if told != USABLE:
        raise ReadError(name, REASONS.get(told, f"has the publishing status {told!r}, which is not known; not read"))


def build_item(
    *,
    name: str,
    raw: bytes,
    text: str,
    title: str | None,
    url: str | None,
    publisher: str | None,
    byline: str | None,
    credits: tuple[str, ...],
    created: str | None,
    detail: str,
    place: str | None,
    genres: tuple[str, ...] = (),
    first_created: str | None = None,
) -> Article:
    """Make an article of an agency's item.

    Args:
        name: Of the item, for messages.
        raw: The bytes that it came from.
        text: Its body.
        title: Its headline.
        url: Where it is published, where the item says so.
        publisher: Who provides it.
        byline: Who wrote it, as printed.
        credits: Credit lines and sources of information, nearest first.
        created: When this version was made.
        detail: The name of the field that says so.
        place: Where it comes from.
        genres: What kind of piece it is, by name or code.
        first_created: When its first version was made; a later version is a change of it.

    Raises:
        ReadError: It holds no text.
    """
    named = split_names(byline or "")
    date = from_text(created, kind="field", detail=detail) if created else None
    first = parse_date(first_created) if first_created else None
    changed = last_change([date.value], published=first) if date and first else None
    article = build_article(
        Draft(
            name=name,
            raw=raw,
            text=text,
            title=title,
            url=url,
            publishers=(publisher,) if publisher else (),
            authors=named.authors,
            agencies=merge([*(split_outlets(credit) for credit in credits), named.agencies]),
            dates=(date,) if date else (),
            labels=tuple(code.rpartition(":")[2].rpartition("/")[2] for code in genres),
        )
    )
    # The date of a version is that of its news, and tells at once when the item was last changed.
    article = replace(article, modified=changed or article.modified)
    return replace(article, dateline=Dateline(place=place)) if place and article.dateline is None else article
