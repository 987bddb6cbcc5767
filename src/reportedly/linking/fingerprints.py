"""What linking keeps of a report: small enough to be stored beside it, and all that comparing two reports needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from reportedly.linking.citing import find_outlets
from reportedly.linking.families import Families
from reportedly.linking.recalling import recalled_days
from reportedly.linking.terms import find_names, find_terms, weekdays
from reportedly.reading.outlets import canonical_name, split_outlets
from reportedly.records import (
    Article,
    EventType,
    Modality,
    PlaceKind,
    Precision,
    Publisher,
    Record,
    Report,
    SourceKind,
    Span,
    stable_id,
)

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
#: Where a sentence ends; "Dr. Solís" is cut too, alike in every copy.
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9À-Þ])")
QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")
WORD = re.compile(r"\w+")
#: A sentence is a quotation when so much of it stands between quotation marks.
QUOTED_SHARE = 0.5
#: A day named in the text counts as the news' own up to so many days before it appeared, or after.
NEWS_DAYS = 10
DAYS_AHEAD = 7
DAYS = frozenset({Precision.DAY, Precision.MINUTE})
CITING_KINDS = frozenset({SourceKind.OUTLET, SourceKind.WIRE})
FINE_PLACES = frozenset({PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.OTHER, PlaceKind.REGION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Record):
    """One sentence of an article.

    Attributes:
        span: Where it stands in `article.text`.
        key: Hash of its words; case, accents of typing and punctuation do not count.
        words: How many it has.
        terms: Its terms in reading order.
        is_quoted: Whether most of it is a direct quotation.
    """

    span: Span
    key: str
    words: int
    terms: tuple[str, ...] = ()
    is_quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Record):
    """One event of a report, as far as telling happenings apart needs it.

    Attributes:
        type: PLOVER type.
        day: ISO 8601 day on which it happened, if the text says so to the day.
        place: The place as gazetteer id or name; None where only a state is known.
        figures: "killed 17".
    """

    type: EventType
    day: str | None = None
    place: str | None = None
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint(Record):
    """What linking keeps of a report.

    Attributes:
        id: Article id.
        house: Key of the newsroom that publishes it; None when unknown.
        group: Group of papers that the house belongs to.
        publisher: As in the article.
        credits: As in the article.
        published: Moment of publication, UTC, ISO 8601; None when unknown. Of a day the last second, since an article
            without an hour cannot claim to be the earlier one.
        address: Canonical address without scheme.
        title: Terms of the headline.
        sentences: In reading order.
        cites: Keys of the houses that it leans on by name.
        days: ISO 8601 days that it names as days of the news, the first first.
        recalls: Days on which it looks back by how long ago they were: "five days after they were seized".
        acts: Its events that happened.
    """

    id: str
    house: str | None = None
    group: str | None = None
    publisher: Publisher | None = None
    credits: tuple[str, ...] = ()
    published: str | None = None
    address: str | None = None
    title: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    cites: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    recalls: tuple[str, ...] = ()
    acts: tuple[Act, ...] = ()

    def __hash__(self) -> int:
        """Hash the id: what is worked out for an article is looked up by its fingerprint for every pair."""
        return hash(self.id)

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return None if self.published is None else date.fromisoformat(self.published[:10])

    @property
    def moment(self) -> str:
        """A text that orders by publication: what has no date comes last."""
        return "9999" if self.published is None else self.published


def fingerprint(report: Report, *, families: Families) -> Fingerprint:
    """Return what linking keeps of a report.

    Args:
        report: With its article, claims, events and places.
        families: Which publishers are one house.
    """
    article = report.article
    names = find_names(article.text)
    return Fingerprint(
        id=article.id,
        house=families.house_of(article.publisher),
        group=families.group_of(article.publisher),
        publisher=article.publisher,
        credits=article.credits,
        published=_moment(article),
        address=_address(article.url),
        title=tuple(dict.fromkeys(term.text for term in find_terms(article.title or "", names=names))),
        sentences=tuple(_sentences(article.text, names=names)),
        cites=_cited(report, families=families),
        days=(days := _days(report)),
        recalls=tuple(recalled_days(article.text, days=days)),
        acts=tuple(_acts(report)),
    )


def split_sentences(text: str) -> Iterator[Span]:
    """Yield where the sentences of a text stand; a paragraph ends a sentence."""
    for paragraph in PARAGRAPH.finditer(text):
        start = paragraph.start()
        for end in SENTENCE_END.finditer(text, paragraph.start(), paragraph.end()):
            yield start, end.start() + len(end.group().rstrip())
            start = end.end()
        if start < paragraph.end():
            yield start, paragraph.end()


def _sentences(text: str, *, names: frozenset[str]) -> Iterator[Sentence]:
    for start, end in split_sentences(text):
        words = WORD.findall(text[start:end].casefold())
        if not words:
            continue
        terms = find_terms(text[start:end], names=names)
        quoted = sum(len(match.group()) for match in QUOTED.finditer(text, start, end))
        yield Sentence(
            span=(start, end),
            key=stable_id(" ".join(words)),
            words=len(words),
            terms=tuple(dict.fromkeys(term.text for term in terms)),
            is_quoted=quoted >= QUOTED_SHARE * (end - start),
        )


def _moment(article: Article) -> str | None:
    published = article.published
    if published.value is None or published.precision is Precision.YEAR:
        return None
    value = datetime.fromisoformat(published.value) if published.precision is not Precision.MONTH else None
    if value is None:
        return None
    if published.precision is Precision.DAY:
        value = value.replace(hour=23, minute=59, second=59)
    return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()


def _address(url: str | None) -> str | None:
    if url is None:
        return None
    return url.split("://", 1)[-1].removeprefix("www.").split("#", 1)[0].rstrip("/") or None


def _cited(report: Report, *, families: Families) -> tuple[str, ...]:
    """Return the houses that the article leans on by name: credits, outlets in its chains, and others that it names."""
    own = families.house_of(report.article.publisher)
    credits = [name for credit in report.article.credits for name in split_outlets(credit)]
    hops = [hop for claim in report.claims for hop in claim.sources]
    hops += [hop for event in report.events for mention in event.mentions for hop in mention.sources]
    names = [hop.name for hop in hops if hop.kind in CITING_KINDS and not hop.anonymous]
    keys = dict.fromkeys(canonical_name(name) for name in [*credits, *names, *find_outlets(report.article.text)])
    return tuple(key for key in keys if key != own)


def _days(report: Report) -> tuple[str, ...]:
    """Return the days of the news in the order in which the text names them."""
    moment = _moment(report.article)
    if moment is None:
        return ()
    today = date.fromisoformat(moment[:10])
    dates = [event.date for event in report.events] + [claim.date for claim in report.claims]
    resolved = {
        one.span: one.start[:10] for one in dates
        if one is not None and one.span is not None and one.start is not None and one.precision in DAYS
    }  # fmt: skip
    # The coder knows by the tense whether "on Monday" is past; the bare name of a day counts where it did not look.
    found = {span[0]: day for span, day in resolved.items()}
    for at, day in _weekdays(report.article.text, today=today):
        if not any(start <= at < end for start, end in resolved):
            found[at] = day
    days = [found[at] for at in sorted(found)]
    return tuple(dict.fromkeys(day for day in days if _is_near(date.fromisoformat(day), today)))


def _is_near(day: date, today: date) -> bool:
    return -DAYS_AHEAD <= (today - day).days <= NEWS_DAYS


def _weekdays(text: str, *, today: date) -> Iterator[tuple[int, str]]:
    """Yield the days that weekdays mean when they are the last ones before publication."""
    for word in WORD.finditer(text):
        number = weekdays().get(word.group())
        if number is not None:
            yield word.start(), (today - timedelta(days=(today.weekday() - number) % 7)).isoformat()


def _acts(report: Report) -> Iterator[Act]:
    for event in report.events:
        if event.modality not in (Modality.ACTUAL, Modality.NEGATED):
            continue
        known = event.date is not None and event.date.start is not None
        to_the_day = known and event.date is not None and event.date.precision in DAYS
        day = event.date.start[:10] if to_the_day and event.date is not None and event.date.start is not None else None
        place = event.place if event.place is not None and event.place.kind in FINE_PLACES else None
        where = None if place is None else str(place.geonames_id or place.name.casefold())
        figures = tuple(f"{one.kind} {one.value:g}" for one in event.quantities if one.value is not None)
        yield Act(type=event.type, day=day, place=where, figures=figures)
