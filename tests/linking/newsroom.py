"""Reports of invented articles, built by hand: who published what, who says what in it, and which events it tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.codebook import Codebook
from reportedly.linking.drafts import CopyLink, StoryDraft
from reportedly.records import (
    Act,
    Actor,
    Article,
    Claim,
    ClaimKind,
    CoderInfo,
    Date,
    Event,
    EventType,
    Factuality,
    Item,
    ItemCategory,
    Mention,
    Modality,
    Place,
    PlaceKind,
    Precision,
    Quantity,
    QuantityKind,
    Report,
    Source,
    SourceKind,
    Standing,
    stable_id,
)

CODER = CoderInfo(version="0.1.0", codebook="PLOVER 2.0", models=(), config_hash="abc")
MORNING = "2026-05-05T08:00:00+00:00"


@dataclass(frozen=True)
class Says:
    """A claim: its words, and the chain as (name, kind) or (name, kind, title)."""

    words: str
    by: Sequence[tuple[str, ...]]
    act: str = "say"
    factuality: str = "CT+"
    figures: Sequence[tuple[str, float, str]] = ()


@dataclass(frozen=True)
class Tells:
    """An event: its type and trigger; `said` is the place of the claim that asserts it."""

    type: str
    trigger: str
    actors: Sequence[Actor] = ()
    recipients: Sequence[Actor] = ()
    said: int | None = None
    place: Place | None = None
    date: str | None = None
    figures: Sequence[tuple[str, float, str]] = ()
    items: Sequence[str] = ()
    standing: str = "reported"
    modality: str = "actual"
    factuality: str = "CT+"


def party(name, country=None, *sectors, title=None):
    return Actor(name=name, text=name, country=country, sectors=sectors, title=title)


def town(name, country=None, kind="city", admin1=None):
    return Place(name=name, text=name, kind=PlaceKind(kind), country=country, admin1=admin1)


def report(publisher, text, *, published=MORNING, title=None, credits=(), said=(), told=(), places=()):
    """Return the report of an article; words are looked up in its text."""
    url = f"https://{publisher.replace(' ', '').lower()}.example/{stable_id(text)}"
    article = Article.verbatim(
        text, title=title or text.split(".")[0], published=published, publisher=publisher, url=url, credits=credits
    )  # fmt: skip
    claims = tuple(_claim(one, article) for one in said)
    events = tuple(_event(one, article, claims) for one in told)
    return Report(article=article, claims=claims, events=events, places=tuple(places), coder=CODER)


def draft(*reports, copies=(), reasons=None):
    """Return the draft of a story; `copies` are (copy, root) or (copy, root, words that it adds)."""
    ordered = tuple(sorted(reports, key=lambda one: (one.article.published.value, one.article.id)))
    links = {one[0].article.id: _link(*one) for one in copies}
    return StoryDraft(reports=ordered, copies=links, reasons=reasons or {})


def _link(copy, root, *added):
    spans = tuple(span_of(words, copy.article.text) for words in added)
    return CopyLink(
        article=copy.article.id, of=root.article.id, similarity=0.9, additions=spans, reasons=("carries its text",)
    )  # fmt: skip


def span_of(words, text):
    start = text.index(words)
    return start, start + len(words)


def _source(hop, article):
    name, kind, *title = hop
    words = name if name in article.text else None
    return Source(
        name=name, kind=SourceKind(kind.removeprefix("anonymous ")), anonymous=kind.startswith("anonymous "),
        title=title[0] if title else None, span=span_of(words, article.text) if words else None,
    )  # fmt: skip


def _quantities(figures, article):
    return tuple(
        Quantity(kind=QuantityKind(kind), value=value, unit=None, text=words, span=span_of(words, article.text))
        for kind, value, words in figures
    )  # fmt: skip


def _claim(one, article):
    span = span_of(one.words, article.text)
    return Claim(
        id=stable_id("claim", article.id, *span), content=(span,), cue=(span,), kind=ClaimKind.INDIRECT,
        act=Act(one.act),
        sources=tuple(_source(hop, article) for hop in one.by), factuality=Factuality(one.factuality),
        quantities=_quantities(one.figures, article),
    )  # fmt: skip


def _event(one, article, claims):
    trigger = span_of(one.trigger, article.text)
    start = article.text.rfind("\n", 0, trigger[0]) + 1
    end = article.text.find("\n", trigger[1])
    claim = None if one.said is None else claims[one.said]
    standing = Standing(one.standing if claim is not None else "asserted")
    common = {
        "trigger": trigger, "evidence": (start, end if end >= 0 else len(article.text)), "standing": standing,
        "modality": Modality(one.modality), "factuality": Factuality(one.factuality),
        "claim": None if claim is None else claim.id, "sources": () if claim is None else claim.sources,
    }  # fmt: skip
    kind = EventType(one.type)
    entry = Codebook.load().types[kind]
    return Event(
        id=stable_id("event", article.id, one.type, *trigger), type=kind, quad=entry.quad, intensity=entry.intensity,
        actors=tuple(one.actors), recipients=tuple(one.recipients), place=one.place, date=_date(one.date),
        quantities=_quantities(one.figures, article),
        items=tuple(Item(text=w, span=span_of(w, article.text), category=ItemCategory.OTHER) for w in one.items),
        mentions=(Mention(**common),), confidence=0.9, **common,
    )  # fmt: skip


def _date(day):
    if day is None:
        return None
    return Date(start=day, end=f"{day[:8]}{int(day[8:]) + 1:02d}", precision=Precision.DAY, text=day)
