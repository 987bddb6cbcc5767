"""What a list is narrowed to, and the SQL conditions that this means.

Conditions hold for one event as a whole: `actor` and `recipient` together ask for an event that has both. Claims are
chosen through the events that they assert, where a filter speaks of events.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.errors import SettingsError
from reportedly.records import EventType
from reportedly.storage.days import days_of_iso
from reportedly.storage.rows import folded

FOLDED = "folded LIKE {part} ESCAPE '\\'"
NAMED = f"name IN (SELECT number FROM names WHERE {FOLDED})"
ACTOR = f"events.number IN (SELECT event FROM parties WHERE role = 'actor' AND {NAMED.format(part=':actor')})"
RECIPIENT = (
    f"events.number IN (SELECT event FROM parties WHERE role = 'recipient' AND {NAMED.format(part=':recipient')})"
)
TYPE = "events.type = :type"
COUNTRY = """events.number IN (SELECT event FROM parties WHERE country = :country
    UNION SELECT event FROM places WHERE country = :country AND event IS NOT NULL)"""
TEXT = "articles.number IN (SELECT rowid FROM words WHERE words MATCH :text)"
CURRENT = "articles.current"
#: A record whose days are unknown is in no period.
SINCE = "{table}.last_day >= :since"
UNTIL = "{table}.first_day <= :until AND {table}.first_day <> ''"
EVENT_SOURCE = f"""events.number IN (SELECT event FROM mentions JOIN sources ON sources.mention = mentions.number
    WHERE sources.{NAMED.format(part=":source")})"""
CLAIM_SOURCE = (
    f"claims.number IN (SELECT claim FROM sources WHERE {NAMED.format(part=':source')} AND claim IS NOT NULL)"
)
CLAIM_EVENT = """(claims.article, claims.id) IN (SELECT events.article, mentions.claim
    FROM events JOIN mentions ON mentions.event = events.number WHERE {conditions})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to list; None narrows nothing.

    Attributes:
        actor: Part of the name of who did it; case and accents do not count.
        recipient: Part of the name of whom it was done to.
        type: PLOVER type.
        country: Code of an actor, a recipient or the place: VEN, IGO.
        since: ISO 8601 year, month or day; what happened on its first day or later. What has no date of its own counts
            as of the day that its article appeared.
        until: ISO 8601 year, month or day; what happened on its last day or earlier.
        text: Words that the article's title or text holds, in the query language of SQLite's FTS5.
        source: Part of the name of a source in the chain.
        revisions: Whether superseded texts of an article are searched too.

    Raises:
        SettingsError: There is no such type, or a day is none.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    source: str | None = None
    revisions: bool = False

    def __post_init__(self) -> None:
        if self.type is not None and self.type.upper() not in set(EventType):
            raise SettingsError(f"no event type is called {self.type!r}; there are {', '.join(EventType)}")
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and days_of_iso(value) is None:
                raise SettingsError(f"{name} is no day, month or year: {value!r}; write 2025-03-04, 2025-03 or 2025")

    @property
    def concern_events(self) -> bool:
        """Whether a filter speaks of events alone."""
        return any(value is not None for value in (self.actor, self.recipient, self.type, self.country))

    @property
    def concern_texts_alone(self) -> bool:
        """Whether nothing is asked of events and claims."""
        return not self.concern_events and self.since is self.until is self.source is None

    def values(self) -> Mapping[str, str]:
        """Return the values that the conditions name."""
        parts = {"actor": self.actor, "recipient": self.recipient, "source": self.source}
        found = {name: _containing(value) for name, value in parts.items() if value is not None}
        since, until = (None if value is None else days_of_iso(value) for value in (self.since, self.until))
        whole = {
            "type": self.type and self.type.upper(),
            "country": self.country and self.country.upper(),
            "since": since and since.first,
            "until": until and until.last,
            "text": self.text,
        }
        return found | {name: value for name, value in whole.items() if value is not None}

    def for_articles(self) -> str:
        """Return the condition on a row of `articles` alone."""
        return _all([*self._of_articles()])

    def for_events(self) -> str:
        """Return the condition on a row of `events` joined with its `articles`."""
        return _all(
            [*self._of_articles(), *self._of_events(), *self._of_days("events"), *self._if_source(EVENT_SOURCE)]
        )

    def for_claims(self) -> str:
        """Return the condition on a row of `claims` joined with its `articles`."""
        through = [CLAIM_EVENT.format(conditions=_all(list(self._of_events())))] if self.concern_events else []
        return _all([*self._of_articles(), *through, *self._of_days("claims"), *self._if_source(CLAIM_SOURCE)])

    def _of_articles(self) -> Iterator[str]:
        if not self.revisions:
            yield CURRENT
        if self.text is not None:
            yield TEXT

    def _of_events(self) -> Iterator[str]:
        conditions = {ACTOR: self.actor, RECIPIENT: self.recipient, TYPE: self.type, COUNTRY: self.country}
        return (condition for condition, value in conditions.items() if value is not None)

    def _of_days(self, table: str) -> Iterator[str]:
        if self.since is not None:
            yield SINCE.format(table=table)
        if self.until is not None:
            yield UNTIL.format(table=table)

    def _if_source(self, condition: str) -> list[str]:
        return [] if self.source is None else [condition]


def _all(conditions: list[str]) -> str:
    return " AND ".join(conditions) or "1"


def _containing(name: str) -> str:
    """Return the LIKE pattern for a part of a folded name; the signs that LIKE gives a meaning stand for themselves."""
    plain = folded(name).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"
