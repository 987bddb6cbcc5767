"""ninjs, IPTC's news in JSON: generations 1 to 3, whose names differ in case and in what is a list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportedly.errors import ReadError
from reportedly.reading.fragments import fragment_text, inline_text
from reportedly.reading.newsitems import build_item, check_status
from reportedly.records import Article

#: An item has an identifier, and beside it at least one of these groups of fields, which other records do not.
SIGNS = ({"headlines", "bodies"}, {"pubstatus"}, {"versioncreated", "headline"}, {"versioncreated", "bodies"})
TEXTS = frozenset({"", "text", "composite", "component"})
#: The richest form of a body first: paragraphs stand apart there for certain.
MEDIA = ("html", "nitf", "xml", "plain", "")
OLD_BODIES = ("body_html", "body_xhtml", "body_text")
ADDRESS_STARTS = ("http://", "https://")


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a JSON record is an item in ninjs."""
    told = _folded(record)
    standard = told.get("standard")
    if isinstance(standard, Mapping) and _text(_folded(standard), "name") == "ninjs":
        return True
    return "uri" in told and any(signs <= told.keys() for signs in SIGNS)


def read_ninjs(record: Mapping[str, Any], *, raw: bytes, name: str, publisher: str | None = None) -> Article:
    """Read an item.

    Args:
        record: The item.
        raw: The bytes that it came from.
        name: Of the input, for messages.
        publisher: Who carries it, where the item does not say.

    Raises:
        ReadError: It is withheld or canceled, or no text.
    """
    told = _folded(record)
    check_status(_text(told, "pubstatus"), name=name)
    kind = (_text(told, "type") or "").lower()
    if kind not in TEXTS:
        raise ReadError(name, f"is no text but of the type {kind}")
    text = _body(told)
    if not text:
        raise ReadError(name, "holds no body")
    uri = _text(told, "uri") or ""
    created = next((field for field in ("versioncreated", "contentcreated", "firstcreated") if _text(told, field)), "")
    return build_item(
        name=name,
        raw=raw,
        text=text,
        title=_headline(told),
        url=uri if uri.startswith(ADDRESS_STARTS) else None,
        publisher=publisher or _text(told, "copyrightholder"),
        byline=_text(told, "by") or _text(told, "byline"),
        credits=tuple(_sources(told)),
        created=_text(told, created),
        detail=created,
        place=_text(told, "located"),
        genres=tuple(_genres(told)),
        first_created=_text(told, "firstcreated"),
    )


def _body(told: Mapping[str, Any]) -> str:
    bodies = _objects(told, "bodies")
    main = [body for body in bodies if (_text(body, "role") or "").lower() == "main"] or bodies
    ranked = sorted(main, key=_rank)
    values = [(_text(body, "value") or "", _rank(body)) for body in ranked]
    values += [(_text(told, field) or "", 0) for field in OLD_BODIES]
    for value, rank in values:
        # What says that it is plain is: "a < b" in it is no tag.
        text = value.strip() if rank == MEDIA.index("plain") else fragment_text(value)
        if text:
            return text
    return ""


def _rank(body: Mapping[str, Any]) -> int:
    media = (_text(body, "contenttype") or "").lower()
    return next(rank for rank, sign in enumerate(MEDIA) if sign in media)


def _headline(told: Mapping[str, Any]) -> str | None:
    headlines = _objects(told, "headlines")
    main = [line for line in headlines if (_text(line, "role") or "").lower() == "main"] or headlines
    found = [_text(line, "value") for line in main] + [_text(told, "headline"), _text(told, "title")]
    return next((inline_text(value) for value in found if value), None)


def _sources(told: Mapping[str, Any]) -> list[str]:
    sources = [*_objects(told, "infosources"), *_objects(told, "infosource")]
    names = [_text(source, "name") or _text(source, "literal") for source in sources]
    return [name for name in (*names, _text(told, "creditline")) if name]


def _genres(told: Mapping[str, Any]) -> Iterator[str]:
    for genre in (*_objects(told, "genres"), *_objects(told, "genre")):
        yield from (value for field in ("name", "literal", "code", "uri") if (value := _text(genre, field)))


def _objects(told: Mapping[str, Any], field: str) -> list[dict[str, Any]]:
    value = told.get(field)
    if isinstance(value, Mapping):
        value = [value]
    several = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
    return [_folded(item) for item in several if isinstance(item, Mapping)]


def _folded(record: Mapping[str, Any]) -> dict[str, Any]:
    # Generation 3 writes versionCreated and contentType, those before versioncreated and contenttype.
    return {str(key).lower(): value for key, value in record.items()}


def _text(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    return value.strip() or None if isinstance(value, str) else None
