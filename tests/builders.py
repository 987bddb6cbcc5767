"""Reports built by hand, for tests of what is done with a report."""

from reportedly.records import (
    Act,
    Actor,
    Article,
    Claim,
    ClaimKind,
    CoderInfo,
    Date,
    DateCandidate,
    Event,
    EventType,
    Factuality,
    Furniture,
    Item,
    ItemCategory,
    Mention,
    Modality,
    Place,
    PlaceKind,
    Precision,
    Published,
    Publisher,
    Quad,
    Quantity,
    QuantityKind,
    Report,
    Source,
    SourceKind,
    Span,
    Standing,
    stable_id,
)

TEXT = (
    "Officials in Lima said on Monday that an army helicopter shelled a mining camp near Iquitos, "
    "killing at least nine people.\n\n"
    "“We condemn the attack,” Governor Ana Quispe told Radio Amazonas."
)
TITLE = "Helicopter shells mining camp in Peru"


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def an_article(**changes: object) -> Article:
    """Return an article with everything in it that a page can have."""
    fields: dict[str, object] = {
        "id": stable_id("article", TEXT),
        "raw_sha256": "0" * 64,
        "url": "https://harbourpost.example/a/1",
        "title": TITLE,
        "language": "en",
        "text": TEXT,
        "publisher": Publisher(name="Harbour Post", domain="harbourpost.example"),
        "credits": ("Meridian Wire",),
        "byline": ("Rosa Quintanilla",),
        "published": Published(
            value="2025-03-04",
            precision=Precision.DAY,
            evidence="JSON-LD datePublished",
            conflict=True,
            candidates=(
                DateCandidate(value="2025-03-04", evidence="JSON-LD datePublished", score=0.9),
                DateCandidate(value="2025-03-09T08:00:00+00:00", evidence="page clock", score=0.2),
            ),
        ),
        "furniture": (Furniture(kind="share bar", text="Share on Facebook"),),
    }
    return Article.from_dict(Article(**(fields | changes)).to_dict())  # type: ignore[arg-type]


def a_source(name: str = "Officials", **changes: object) -> Source:
    """Return a hop of a chain."""
    fields: dict[str, object] = {"name": name, "kind": SourceKind.OFFICIAL}
    return Source.from_dict(Source(**(fields | changes)).to_dict())  # type: ignore[arg-type]


def a_chain() -> tuple[Source, ...]:
    """Return publisher, agency and an unnamed origin with a stake."""
    return (
        a_source("Harbour Post", kind=SourceKind.PUBLISHER),
        a_source("Meridian Wire", kind=SourceKind.WIRE),
        a_source(anonymous=True, interested=True, span=span_of("Officials")),
    )


def a_claim() -> Claim:
    """Return the governor's claim."""
    return Claim(
        id="claim1",
        content=(span_of("“We condemn the attack,”"),),
        cue=(span_of("told"),),
        kind=ClaimKind.DIRECT,
        act=Act.SAY,
        sources=(
            a_source("Radio Amazonas", kind=SourceKind.OUTLET),
            a_source("Ana Quispe", span=span_of("Ana Quispe")),
        ),
        factuality=Factuality.CT_PLUS,
    )


def an_event(**changes: object) -> Event:
    """Return the shelling, with every field filled."""
    trigger, evidence = span_of("shelled"), span_of(TEXT.split("\n")[0])
    common: dict[str, object] = {
        "sources": a_chain(),
        "standing": Standing.REPORTED,
        "modality": Modality.ACTUAL,
        "factuality": Factuality.CT_PLUS,
        "trigger": trigger,
        "evidence": evidence,
    }
    fields: dict[str, object] = common | {
        "id": "event1",
        "type": EventType.ASSAULT,
        "mode": "aerial",
        "contexts": ("military",),
        "quad": Quad.MATERIAL_CONFLICT,
        "intensity": -9.0,
        "cameo": "195",
        "actors": (Actor(name="Peruvian army", text="an army helicopter", country="PER", sectors=("MIL",)),),
        "recipients": (Actor(name="miners", text="a mining camp", country="PER", sectors=("CVL",), alleged=True),),
        "date": Date(start="2025-03-03", end="2025-03-04", precision=Precision.DAY, text="on Monday"),
        "place": Place(name="Iquitos", text="Iquitos", kind=PlaceKind.CITY, country="PER", admin1="Loreto"),
        "items": (Item(text="an army helicopter", span=span_of("an army helicopter"), category=ItemCategory.AIRCRAFT),),
        "quantities": (
            Quantity(kind=QuantityKind.KILLED, value=9, low=9, unit="people", modifier="at least",
                     text="at least nine people", span=span_of("at least nine people")),
        ),
        "mentions": (Mention(**common),),  # type: ignore[arg-type]
        "confidence": 0.85,
        "why": ("frame:shell",),
    }  # fmt: skip
    return Event.from_dict(Event(**(fields | changes)).to_dict())  # type: ignore[arg-type]


def a_report(**changes: object) -> Report:
    """Return a report with one event and one claim."""
    fields: dict[str, object] = {
        "article": an_article(),
        "claims": (a_claim(),),
        "events": (an_event(),),
        "places": (),
        "coder": CoderInfo(version="0.1.0", codebook="PLOVER 2.0", models=("en_core_web_sm 3.8.0",), config_hash="abc"),
    }
    return Report(**(fields | changes))  # type: ignore[arg-type]
