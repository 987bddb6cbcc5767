"""From records to rows: what of a record its table repeats, and the JSON that it is built from again."""

import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import msgspec

from reportedly.records import Actor, Article, Claim, Event, Mention, Place, Published, Record, Source
from reportedly.storage.days import days_of, moment_key

Row: TypeAlias = dict[str, Any]

#: What of an article is its content: what a reader sees and what coding reads. The page's furniture, the bytes it came
#: from and the signs of its date change with every visit, and make no other article.
CONTENT = ("text", "title", "language", "publisher", "credits", "byline", "dateline")


def check_storable(record: Record) -> None:
    """Raise a RecordError for text that UTF-8 cannot carry: half a surrogate pair, as broken JSON escapes leave."""
    record.to_json()


def content_sha256(article: Article) -> str:
    """Return the hash of an article's content: the same content is stored once."""
    parts = {name: getattr(article, name) for name in CONTENT} | {"published": article.published.value}
    return sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def address_of(url: str) -> str | None:
    """Return what tells an article's page from others; None for no address, and for a front page.

    A front page carries one article after another.

    >>> address_of("http://www.Post.example/a/1/#comments")
    'post.example/a/1'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        # "http://[half": no address at all, and so the article's alone.
        return None
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return None
    host = parts.netloc.casefold().removeprefix("www.")
    return f"{host}{path}?{parts.query}" if parts.query else f"{host}{path}"


def folded(text: str) -> str:
    """Return a text without case and accents, as names are compared: "Nicolás Maduro" → "nicolas maduro"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(part for part in parts if not unicodedata.combining(part)).split())


def article_row(article: Article) -> Row:
    """Return the row of an article."""
    record = msgspec.to_builtins(article)
    # The text has a column of its own; what it revises depends on what else is in the store.
    del record["text"], record["revision_of"]
    return {
        "id": article.id,
        "sha256": content_sha256(article),
        "address": None if article.url is None else address_of(article.url),
        "title": article.title or "",
        "published": moment_key(article.published),
        "text": article.text,
        "record": msgspec.json.encode(record).decode(),
    }


def claim_row(claim: Claim, *, position: int, published: Published) -> Row:
    """Return the row of a claim."""
    days = days_of(claim.date, published=published)
    return {
        "position": position,
        "id": claim.id,
        "act": str(claim.act),
        "parent": claim.parent,
        "first_day": days.first,
        "last_day": days.last,
        "record": _encoded(claim),
    }


def event_row(event: Event, *, position: int, published: Published) -> Row:
    """Return the row of an event."""
    days = days_of(event.date, published=published)
    return {
        "position": position,
        "id": event.id,
        "type": str(event.type),
        "claim": event.claim,
        "first_day": days.first,
        "last_day": days.last,
        "record": _encoded(event),
    }


def party_rows(event: Event) -> Iterator[Row]:
    """Yield a row for each actor and each recipient."""
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for position, actor in enumerate(actors):
            yield {"role": role, "position": position, **_party(actor)}


def mentions_of(event: Event) -> tuple[Mention, ...]:
    """Return the places that tell an event; for an event that names none, what the event itself says of its first."""
    own = Mention(
        trigger=event.trigger, evidence=event.evidence, claim=event.claim, sources=event.sources,
        standing=event.standing, modality=event.modality, factuality=event.factuality,
    )  # fmt: skip
    return event.mentions or (own,)


def mention_row(mention: Mention, *, position: int) -> Row:
    """Return the row of a mention."""
    return {
        "position": position,
        "claim": mention.claim,
        "standing": str(mention.standing),
        "modality": str(mention.modality),
        "factuality": str(mention.factuality),
        "trigger_start": mention.trigger[0],
        "trigger_end": mention.trigger[1],
    }


def source_rows(chain: Iterable[Source]) -> Iterator[Row]:
    """Yield a row for each hop of a chain, nearest the reader first; the last is the origin."""
    hops = list(chain)
    for position, source in enumerate(hops):
        yield {
            "position": position,
            "origin": int(position == len(hops) - 1),
            "name": source.name,
            "kind": str(source.kind),
            "anonymous": int(source.anonymous),
            "interested": int(source.interested),
            "country": None if source.actor is None else source.actor.country,
        }


def place_row(place: Place, *, position: int) -> Row:
    """Return the row of a place."""
    return {
        "position": position,
        "name": place.name,
        "kind": str(place.kind),
        "country": place.country,
        "geonames_id": place.geonames_id,
        "lat": place.lat,
        "lon": place.lon,
        "record": _encoded(place),
    }


def _party(actor: Actor) -> Row:
    sectors = " ".join(actor.sectors)
    return {"name": actor.name, "country": actor.country, "sectors": sectors}


def _encoded(record: Record) -> str:
    return record.to_json()
