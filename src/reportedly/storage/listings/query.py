"""What a list of events of the real world is narrowed to, and the SQL conditions that this means on `listed_events`."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from reportedly.errors import SettingsError
from reportedly.records import Modality, Quad, Standing
from reportedly.storage.filters import FOLDED, Filters
from reportedly.storage.rows import folded

CONTAINED = """listed_events.merged IN (SELECT merged FROM listed_parties WHERE role = '{role}' AND {named})"""
#: Conditions that need other tables; the rest are on columns of the row itself.
ELSEWHERE = {
    "actor": CONTAINED.format(role="actor", named=FOLDED.format(part=":actor")),
    "recipient": CONTAINED.format(role="recipient", named=FOLDED.format(part=":recipient")),
    "party": "listed_events.merged IN (SELECT merged FROM listed_parties WHERE folded = :party)",
    "country": "listed_events.merged IN (SELECT merged FROM listed_countries WHERE country = :country)",
    "text": """listed_events.merged IN (SELECT listed_articles.merged FROM words
        JOIN listed_articles ON listed_articles.article = words.rowid WHERE words MATCH :text)""",
    "source": f"""listed_events.merged IN (SELECT tellings.merged FROM heard
        JOIN tellings ON tellings.event = heard.event WHERE claim = 0
        AND source IN (SELECT number FROM source_totals WHERE {FOLDED.format(part=":source")}))""",
    "story": "listed_events.story = :story",
    "id": "listed_events.merged = :id",
}
PARTY_OF = """EXISTS (SELECT 1 FROM listed_parties
    WHERE listed_parties.merged = listed_events.merged AND role = '{role}' AND {named})"""
#: Some of them in the form that asks each event by itself. Without the signs SQLite would look every text that holds
#: the words, and every source, up in the index of each event's articles and tellings.
ASKED = {
    "actor": PARTY_OF.format(role="actor", named=FOLDED.format(part=":actor")),
    "recipient": PARTY_OF.format(role="recipient", named=FOLDED.format(part=":recipient")),
    "text": """EXISTS (SELECT 1 FROM listed_articles WHERE listed_articles.merged = listed_events.merged
        AND +article IN (SELECT rowid FROM words WHERE words MATCH :text))""",
    "source": f"""EXISTS (SELECT 1 FROM tellings JOIN heard ON heard.event = tellings.event
        WHERE tellings.merged = listed_events.merged AND claim = 0
        AND +source IN (SELECT number FROM source_totals WHERE {FOLDED.format(part=":source")}))""",
}
OWN = {
    "since": "last_day >= :since",
    "until": "first_day <= :until AND first_day <> ''",
    "type": "type = :type",
    "quad": "quad = :quad",
    "standing": "standing = :standing",
    "modality": "modality = :modality",
    "disputed": "disputed = :disputed",
    "origins": "independent_origins >= :origins",
}
CHOICES = {"quad": Quad, "standing": Standing, "modality": Modality}


class Sort(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    DISPUTED = "disputed"
    HAPPENED = "happened"
    TOLD = "told"
    ORIGINS = "origins"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """What to list of the events of the real world; None narrows nothing.

    Attributes:
        filters: As for the other lists of a store; they are asked of the event as the story has it, words and sources
            of the articles that tell it.
        party: The whole name of an actor or a recipient; case and accents do not count.
        quad: Verbal or material, cooperation or conflict.
        standing: Who vouches for it.
        modality: Whether it is told as done.
        disputed: Whether something speaks against it.
        origins: On at least so many independent origins.
        story: Id of the story in which it stands.
        id: Of the event itself.
        sort: What comes first.
        common: Filters that so much fits that asking each event is faster than gathering all; the store knows.

    Raises:
        SettingsError: A value makes no sense.
    """

    filters: Filters = field(default_factory=Filters)
    party: str | None = None
    quad: str | None = None
    standing: str | None = None
    modality: str | None = None
    disputed: bool | None = None
    origins: int | None = None
    story: str | None = None
    id: str | None = None
    sort: Sort = Sort.NEWEST
    common: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            value = getattr(self, name)
            if value is not None and value not in set(choices):
                raise SettingsError(f"no {name} is called {value!r}; there are {', '.join(choices)}")

    def values(self) -> dict[str, Any]:
        """Return the values that the conditions name."""
        own = {
            "party": self.party and folded(self.party),
            "quad": self.quad,
            "standing": self.standing,
            "modality": self.modality,
            "disputed": None if self.disputed is None else int(self.disputed),
            "origins": self.origins,
            "story": self.story,
            "id": self.id,
        }
        return {**self.filters.values(), **{name: value for name, value in own.items() if value is not None}}

    def conditions(self) -> list[str]:
        """Return what must hold for a row of `listed_events`."""
        return [*self.conditions_elsewhere(), *self.conditions_on_row()]

    def conditions_elsewhere(self) -> list[str]:
        """Return those conditions that need other tables."""
        return [*self._conditions(ELSEWHERE | {name: ASKED[name] for name in self.common})]

    def conditions_on_row(self) -> list[str]:
        """Return those conditions that are on columns of the row itself."""
        return [*self._conditions(OWN)]

    def without_country(self) -> "EventQuery":
        """Return the query with countries left open."""
        return replace(self, filters=replace(self.filters, country=None))

    def _conditions(self, known: dict[str, str]) -> Iterator[str]:
        given = self.values()
        return (condition for name, condition in known.items() if name in given)


def where(conditions: list[str]) -> str:
    """Return conditions as SQL: all of them; without any, everything."""
    return " AND ".join(conditions) or "1"
