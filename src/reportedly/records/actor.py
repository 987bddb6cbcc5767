"""Actors: who acts, who is acted upon, who speaks."""

from dataclasses import dataclass

from reportedly.records.base import Record, Span, check_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """A political actor as PLOVER sees it.

    Attributes:
        name: Resolved through pronouns, titles and short names: "Nicolás Maduro".
        text: The words as they stand.
        span: Where they stand; None when the actor comes from outside the text.
        country: ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC, KOS; None when unknown.
        sectors: PLOVER sectors, the most specific first.
        title: "president", "transport minister".
        alleged: Whether the text only alleges that they are such: "alleged smugglers".
    """

    name: str
    text: str
    span: Span | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: str | None = None
    alleged: bool = False

    def __post_init__(self) -> None:
        if self.span is not None:
            check_span(self.span, name="actor span")
