"""What speaks for two coded events being one act, told by two articles or twice by one; and what rules that out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.language.given_names import fold
from reportedly.language.word_groups import words_of
from reportedly.linking.deeds import may_be_one_inside, reason_of, types_near
from reportedly.linking.parties import (
    Days,
    act_together,
    any_alike,
    are_of_other_sorts,
    are_reversed,
    clash,
    days_of,
    names_place,
    overlap,
    same_place,
    tolls,
)
from reportedly.linking.passages import opening_aside
from reportedly.linking.revising import revised_figures
from reportedly.linking.terms import term_book
from reportedly.linking.words import all_stems, plain_words, stems_of
from reportedly.records import Event, EventType, Modality, PlaceKind, QuantityKind, Report, Standing

#: Points at which two events are held to be one act.
ENOUGH = 3.0
#: The same for what names nobody and stands so many paragraphs from a telling of that type.
ENOUGH_BARE, NEAR = 1.0, 2
#: The same for a denial.
ENOUGH_DENIED = 2.0
#: So many paragraphs tell the news; what stands deeper may be another matter.
HEAD = 4
#: Share of common words from which two sentences are one, printed twice.
SAME_SENTENCE = 0.6
#: Of these types, an act may be laid at two doors. Two capitals may both condemn a third.
FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
#: Sectors that say little of who acts: gunmen may be the rebels of the next paragraph.
VAGUE = frozenset({"UAF", "UNK", "CVL"})
WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.CONTINENT})


@dataclass(frozen=True, slots=True)
class Told:
    """An event where it was coded, with what is compared often kept at hand.

    Attributes:
        report: Of its article.
        event: As coded.
        words: The plain words of its sentence.
        stems: The stems of its sentence.
        depth: Number of the first paragraph that tells it; the lead is 0.
        is_update: Whether the sentence brings a new figure: its date is that of the figure, and not of the deed.
    """

    report: Report
    event: Event
    words: str
    stems: frozenset[str]
    depth: int
    is_update: bool

    @property
    def order(self) -> tuple[str, str, int, str]:
        """The earliest article first, then the order of reading."""
        article = self.report.article
        return article.published.value or "9999", article.id, self.event.trigger[0], self.event.id


@dataclass(frozen=True, slots=True)
class Bond:
    """Two events that may be one act, with the reasons."""

    strength: float
    reasons: tuple[str, ...]


def tell(report: Report, event: Event) -> Told:
    """Return a coded event ready for comparison."""
    text = report.article.text
    sentence = text[slice(*event.evidence)]
    first = min(event.trigger[0], *(mention.trigger[0] for mention in event.mentions), event.trigger[0])
    return Told(
        report=report,
        event=event,
        words=plain_words(sentence),
        stems=stems_of(sentence),
        depth=text.count("\n\n", 0, first),
        is_update=bool(revised_figures(text, event.trigger[0])),
    )


def bond(one: Told, other: Told) -> Bond | None:
    """Return what ties two events, or None when they cannot be one act or too little speaks for it."""
    if rules_out(one, other):
        return None
    points = list(_points(one, other))
    strength = sum(point for point, _ in points)
    enough = ENOUGH_BARE if _takes_up(one, other) else ENOUGH
    return None if strength < enough else Bond(strength, tuple(reason for _, reason in points if reason))


def _takes_up(one: Told, other: Told) -> bool:
    """Whether one event, which names nobody, takes up the other a few paragraphs off: "They let them go at dawn"."""
    if one.report.article.id != other.report.article.id or one.event.type is not other.event.type:
        return False
    return any(map(_is_bare, (one.event, other.event))) and abs(one.depth - other.depth) <= NEAR


def _is_bare(event: Event) -> bool:
    """Whether an event names nobody: whom "they" stands for is a guess."""
    return all(fold(actor.text) in words_of("subject pronouns") for actor in (*event.actors, *event.recipients))


def denial_bond(denied: Told, told: Told) -> Bond | None:
    """Return what ties a denial to what it denies; much less is enough, since nobody denies what nobody told.

    Days and places do not matter: a denial has those of its own.
    """
    event, against = denied.event, told.event
    if against.type not in types_near(event.type) or against.modality in (Modality.HISTORICAL, Modality.FUTURE):
        return None
    points = list(_points(denied, told))
    strength = sum(point for point, _ in points)
    return None if strength < ENOUGH_DENIED else Bond(strength, tuple(reason for _, reason in points if reason))


def rules_out(one: Told, other: Told, *, rivals: bool = False) -> bool:
    """Whether two events cannot be one act: of other types, times or countries, or with the roles turned round.

    Args:
        one: An event.
        other: Another.
        rivals: Whether they stand beside two accounts of one attack that name other attackers: theirs may differ too.
    """
    event, against = one.event, other.event
    if against.type not in types_near(event.type):
        return True
    is_inside = one.report.article.id == other.report.article.id
    if is_inside and not may_be_one_inside(event.type, against.type):
        return True
    if is_inside and (_are_by_others(event, against) or _is_beside(one, other)):
        return True
    if Modality.HISTORICAL in {event.modality, against.modality} and event.modality is not against.modality:
        return True
    days, other_days = (days_of(told.event, article=told.report.article) for told in (one, other))
    # What is planned and then done lies days apart, and a denial or a new toll is dated by when it is uttered.
    is_later = any(is_denied(told.event) or told.is_update for told in (one, other))
    if event.modality is against.modality and not is_later and not _may_be_one_day(one, other, days, other_days):
        return True
    if are_reversed(event, against):
        return True
    if clash(event.actors, against.actors) and not rivals and not are_rivals(event, against):
        return True
    return _apart(event, against)


def _are_by_others(event: Event, against: Event) -> bool:
    """Whether one article tells two acts by doers of other sorts: inmates fight, then troops storm the jail."""
    known = [tuple(actor for actor in one.actors if not VAGUE & {*actor.sectors}) for one in (event, against)]
    return event.evidence != against.evidence and are_of_other_sorts(known[0], known[1])


def _is_beside(one: Told, other: Told) -> bool:
    """Whether a sentence of an article tells one deed to date the other: "promised a fund *before* the signing"."""
    if one.event.evidence != other.event.evidence or one.event.type is other.event.type:
        return False
    first, second = sorted((one.event.trigger, other.event.trigger))
    return opening_aside().search(one.report.article.text[first[1] : second[0]]) is not None


def are_rivals(event: Event, against: Event) -> bool:
    """Whether two events may be one act that two sides lay at each other's door: the same victims, and force."""
    if not {event.type, against.type} <= FORCE or Modality.HISTORICAL in {event.modality, against.modality}:
        return False
    victims, others = (all_stems(actor.name for actor in one.recipients) for one in (event, against))
    return bool(victims & others)


def _may_be_one_day(one: Told, other: Told, days: Days | None, other_days: Days | None) -> bool:
    """Whether two tellings can be of one time: accounts of one happening may differ by a day."""
    if overlap(days, other_days):
        return True
    if one.report.article.id == other.report.article.id or days is None or other_days is None:
        return False
    is_near = days[0] == other_days[1] or other_days[0] == days[1]
    return is_near and (any_alike(one.event.recipients, other.event.recipients) or _share_things(one, other))


def _share_things(one: Told, other: Told) -> bool:
    """Whether two events are about the same things: one strike by drones is printed by two houses a day apart."""
    return bool(_items(one.event) & _items(other.event))


def _apart(event: Event, against: Event) -> bool:
    """Whether two events are told of places that cannot be one; where "the Centre" lies nobody knows."""
    place, other = event.place, against.place
    if place is None or other is None or same_place(place, other):
        return False
    if (place.country is None) != (other.country is None):
        return False
    return place.country != other.country or not _share_people(event, against)


def _share_people(event: Event, against: Event) -> bool:
    return any_alike(event.actors, against.actors) or any_alike(event.recipients, against.recipients)


def _points(one: Told, other: Told) -> Iterator[tuple[float, str]]:
    event, against = one.event, other.event
    why_near = reason_of(event.type, against.type)
    if why_near is not None:
        yield -1.0, f"{event.type} and {against.type}: {why_near}"
    if one.report.article.id == other.report.article.id:
        if event.evidence == against.evidence:
            yield 3.0, "told in one sentence"
        elif abs(one.depth - other.depth) <= 1:
            yield 1.0, "told in one breath"
    elif one.words == other.words or _share(one.stems, other.stems) >= SAME_SENTENCE:
        yield 4.0, "told in the same sentence"
    if one.depth < HEAD and other.depth < HEAD:
        yield 1.75 - 0.25 * (one.depth + other.depth), "both stand at the head of the news"
    yield from _wording(one, other)
    if any_alike(event.actors, against.actors) or act_together(event.actors, against.actors):
        yield 2.0, "same actor"
    if any_alike(event.recipients, against.recipients):
        yield 2.0, "same recipient"
    if are_of_other_sorts(event.actors, against.actors) and not any(map(_is_bare, (event, against))):
        yield -1.5, ""
    if is_denied(event) != is_denied(against):
        yield 1.0, "the one denies it"
    yield from _circumstances(event, against)


def _wording(one: Told, other: Told) -> Iterator[tuple[float, str]]:
    if _triggers(one) & _triggers(other):
        yield 1.0, "same word for it"
    shared = (one.stems & other.stems) - _triggers(one) - _plain()
    if shared:
        yield min(0.6 * len(shared), 2.0), f"shared words: {', '.join(sorted(shared))}"


@cache
def _plain() -> frozenset[str]:
    return all_stems(word for group in term_book().plain for word in group.words)


def is_denied(event: Event) -> bool:
    """Whether a coded event is said not to have happened."""
    return event.standing is Standing.DENIED or event.modality is Modality.NEGATED


def _circumstances(event: Event, against: Event) -> Iterator[tuple[float, str]]:
    if names_place(event.recipients, against.place) or names_place(against.recipients, event.place):
        yield 1.5, "the place of the one is aimed at in the other"
    if event.place is not None and against.place is not None and same_place(event.place, against.place):
        is_wide = {event.place.kind, against.place.kind} & WIDE
        yield (1.0 if is_wide else 2.0), f"same place: {event.place.name}"
    if event.date is not None and against.date is not None:
        yield 1.0, f"same time: {event.date.start}"
    ours, theirs = tolls(event.quantities), tolls(against.quantities)
    if {(q.kind, q.value) for q in ours} & {(q.kind, q.value) for q in theirs}:
        yield 2.0, "same figure"
    elif {q.kind for q in ours} & {q.kind for q in theirs}:
        yield 1.0, "both count victims"
    elif _counts(event) & _counts(against):
        yield 1.0, "same number"
    if _items(event) & _items(against):
        yield 1.0, "same things"


def _counts(event: Event) -> set[float | None]:
    return {q.value for q in event.quantities if q.kind is QuantityKind.COUNT}


def _items(event: Event) -> frozenset[str]:
    return frozenset().union(*(stems_of(item.text) for item in event.items))


def _triggers(told: Told) -> frozenset[str]:
    text = told.report.article.text
    spans = (told.event.trigger, *(mention.trigger for mention in told.event.mentions))
    return frozenset().union(*(stems_of(text[slice(*span)]) for span in spans))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
