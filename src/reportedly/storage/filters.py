"""What a list is narrowed to, and the SQL conditions that this means.

Conditions hold for one event as a whole: `actor` and `recipient` together ask for an event that has both. Claims are
chosen through the events that they assert, where a filter speaks of events.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from reportedly.errors import SettingsError
from reportedly.records import EventType
from reportedly.records.base import HALF_A_PAIR, is_encodable
from reportedly.storage.days import days_of_iso
from reportedly.storage.rows import folded

#: What SQLite takes for "no limit".
ALL = -1
FOLDED = "folded LIKE {part} ESCAPE '\\'"
NAMED = f"name IN (SELECT number FROM names WHERE {FOLDED})"
CURRENT = "articles.current"
#: A record whose days are unknown is in no period.
SINCE = "{table}.last_day >= :since"
UNTIL = "{table}.first_day <= :until AND {table}.first_day <> ''"

PARTY = "events.number IN (SELECT event FROM parties WHERE role = '{role}' AND {named})"
PARTY_OF = """EXISTS (SELECT 1 FROM parties JOIN names ON names.number = parties.name
    WHERE parties.event = events.number AND role = '{role}' AND {folded})"""
#: One condition in two forms. The first gathers all that fits, which is fast where little does; the second asks of each
#: row by itself, which is fast where so much fits that the first rows asked will do.
GATHERING = {
    "actor": PARTY.format(role="actor", named=NAMED.format(part=":actor")),
    "recipient": PARTY.format(role="recipient", named=NAMED.format(part=":recipient")),
    "type": "events.type = :type",
    "country": """events.number IN (SELECT event FROM parties WHERE country = :country
        UNION SELECT event FROM places WHERE country = :country AND event IS NOT NULL)""",
    "text": "articles.number IN (SELECT rowid FROM words WHERE words MATCH :text)",
    "event source": f"""events.number IN (SELECT event FROM mentions JOIN sources ON sources.mention = mentions.number
        WHERE sources.{NAMED.format(part=":source")})""",
    "claim source": f"""claims.number IN (SELECT claim FROM sources
        WHERE {NAMED.format(part=":source")} AND claim IS NOT NULL)""",
    "claim event": """(claims.article, claims.id) IN (SELECT events.article, mentions.claim
        FROM events JOIN mentions ON mentions.event = events.number WHERE {conditions})""",
}
ASKING = {
    "actor": PARTY_OF.format(role="actor", folded=FOLDED.format(part=":actor")),
    "recipient": PARTY_OF.format(role="recipient", folded=FOLDED.format(part=":recipient")),
    "type": "+events.type = :type",
    "country": """EXISTS (SELECT 1 FROM parties WHERE parties.event = events.number AND country = :country
        UNION ALL SELECT 1 FROM places WHERE places.event = events.number AND country = :country)""",
    "text": "EXISTS (SELECT 1 FROM words WHERE words MATCH :text AND words.rowid = articles.number)",
    "event source": f"""EXISTS (SELECT 1 FROM mentions JOIN sources ON sources.mention = mentions.number
        JOIN names ON names.number = sources.name
        WHERE mentions.event = events.number AND {FOLDED.format(part=":source")})""",
    "claim source": f"""EXISTS (SELECT 1 FROM sources JOIN names ON names.number = sources.name
        WHERE sources.claim = claims.number AND {FOLDED.format(part=":source")})""",
    "claim event": """EXISTS (SELECT 1 FROM events JOIN mentions ON mentions.event = events.number
        WHERE events.article = claims.article AND mentions.claim = claims.id AND {conditions})""",
}
Forms: TypeAlias = Mapping[str, str]


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
        SettingsError: There is no such type, a day is none, or a value cannot be written in UTF-8.
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
        for name, words in self._words().items():
            if not is_encodable(words):
                raise SettingsError(f"{name} {HALF_A_PAIR}: {words!r}")
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and days_of_iso(value) is None:
                raise SettingsError(f"{name} is no day, month or year: {value!r}; write 2025-03-04, 2025-03 or 2025")

    def _words(self) -> dict[str, str]:
        return {name: value for name in self.__slots__ if isinstance(value := getattr(self, name), str)}

    @property
    def concern_events(self) -> bool:
        """Whether a filter speaks of events alone."""
        return bool(self.of_events)

    @property
    def of_events(self) -> Mapping[str, str]:
        """What is asked of an event itself, whatever its days, its text and its sources, by the name of the filter."""
        named = {"actor": self.actor, "recipient": self.recipient, "type": self.type, "country": self.country}
        return {name: value for name, value in named.items() if value is not None}

    @property
    def concern_texts_alone(self) -> bool:
        """Whether nothing is asked of events and claims."""
        return not self.concern_events and self.since is self.until is self.source is None

    def values(self) -> Mapping[str, str]:
        """Return the values that the conditions name."""
        parts = {"actor": self.actor, "recipient": self.recipient, "source": self.source}
        found = {name: containing(value) for name, value in parts.items() if value is not None}
        since, until = (None if value is None else days_of_iso(value) for value in (self.since, self.until))
        whole = {
            "type": self.type and self.type.upper(),
            "country": self.country and self.country.upper(),
            "since": since and since.first,
            "until": until and until.last,
            "text": self.text,
        }
        return found | {name: value for name, value in whole.items() if value is not None}

    def for_articles(self, forms: Forms = GATHERING) -> str:
        """Return the condition on a row of `articles` alone."""
        return _all([*self._of_articles(forms)])

    def for_events(self, forms: Forms = GATHERING) -> str:
        """Return the condition on a row of `events` joined with its `articles`."""
        source = [] if self.source is None else [forms["event source"]]
        return _all([*self._of_articles(forms), *self._of_events(forms), *self._of_days("events"), *source])

    def for_claims(self, forms: Forms = GATHERING) -> str:
        """Return the condition on a row of `claims` joined with its `articles`."""
        conditions = _all(list(self._of_events(forms)))
        through = [forms["claim event"].format(conditions=conditions)] if self.concern_events else []
        source = [] if self.source is None else [forms["claim source"]]
        return _all([*self._of_articles(forms), *through, *self._of_days("claims"), *source])

    def _of_articles(self, forms: Forms) -> Iterator[str]:
        if not self.revisions:
            yield CURRENT
        if self.text is not None:
            yield forms["text"]

    def _of_events(self, forms: Forms) -> Iterator[str]:
        return (forms[name] for name in self.of_events)

    def _of_days(self, table: str) -> Iterator[str]:
        if self.since is not None:
            yield SINCE.format(table=table)
        if self.until is not None:
            yield UNTIL.format(table=table)


def _all(conditions: list[str]) -> str:
    return " AND ".join(conditions) or "1"


def containing(name: str) -> str:
    """Return the LIKE pattern for a part of a folded name; the signs that LIKE gives a meaning stand for themselves."""
    plain = folded(name).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%"
