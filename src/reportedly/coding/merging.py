"""One act told several times in one article becomes one event, every telling kept among its mentions."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from reportedly.records import Actor, Event, QuantityKind

T = TypeVar("T")
VICTIMS = frozenset({QuantityKind.KILLED, QuantityKind.INJURED})
#: Modes of force that no other telling of force includes: who is killed is not the one who is taken.
APART = frozenset({"abduct"})
#: Figures over which sources differ.
TOLLS = VICTIMS | {QuantityKind.ARRESTED}


def merge_tellings(
    events: Iterable[Event],
    *,
    ties: Iterable[tuple[int, int]] = (),
    echoes: Collection[int] = (),
    nobodys: Collection[int] = (),
) -> tuple[Event, ...]:
    """Merge the events that tell the same act.

    Two events of one type and modality are one when

    1. they share an actor and a recipient; or they stand in one sentence and
    2. what the one names in a role the other leaves empty ("an *air strike* … *killed* nine"), or
    3. they share an actor and one of them counts the victims ("*attacked* a base, *killing* nine soldiers"); or
    4. the grammar ties them ("a *raid* *killed* nine", "*ambushed* … the *ambush*"); or
    5. they give different figures of the same people, and one of them names nobody who did it.

    Different places or times keep them apart; so does it that who does the one falls in the other.

    Args:
        events: Each with one mention, in reading order.
        ties: Places in `events` of what the grammar ties.
        echoes: Places in `events` of those that are nothing unless they tell another one again.
        nobodys: Places of those that name nobody of politics: they stand where the text tells them twice, where
            somebody vouches for them, or where the text itself says both when and where.

    Returns:
        In order of their first telling. Each takes its fields from its fullest telling; mentions stand fullest first.
    """
    groups: list[list[Event]] = []
    bases: list[list[Event]] = []
    tied = {later: earlier for earlier, later in ties}
    group_of: dict[int, int] = {}
    # Only events of the same sentence or with the same actor can be one; a long text has thousands of others.
    by_sign: dict[Hashable, dict[int, list[Event]]] = {}
    for index, event in enumerate(events):
        # An echo names nobody, so that everything in its sentence would agree with it: only a tie places it.
        is_echo = index in echoes
        near = {} if is_echo else {n: group for sign in _signs(event) for n, group in by_sign.get(sign, {}).items()}
        number = next((n for n in sorted(near) if any(_same_act(event, other) for other in near[n])), len(groups))
        told = group_of.get(tied.get(index, -1))
        if number == len(groups) and told is not None and not any(_differs(event, other) for other in groups[told]):
            number = told
        if number == len(groups):
            groups.append([])
            bases.append([])
        groups[number].append(event)
        group_of[index] = number
        if not is_echo:
            bases[number].append(event)
            for sign in _signs(event):
                by_sign.setdefault(sign, {})[number] = bases[number]
    full = [(i, n) for i, n in group_of.items() if i not in echoes]
    solid = {n for i, n in full if i not in nobodys}
    shaky = {n for _, n in full if len(groups[n]) > 1 or _is_vouched(groups[n][0])}
    return tuple(_merged(group) for number, group in enumerate(groups) if number in solid | shaky)


def _is_vouched(event: Event) -> bool:
    """Tell whether somebody says it, or the text pins it to the map and the calendar."""
    return event.claim is not None or (event.place is not None and event.date is not None)


def _signs(event: Event) -> Iterator[Hashable]:
    """Yield what an event must share with another before the two can be one."""
    yield event.type, event.modality, event.evidence
    yield from ((event.type, event.modality, whom) for whom in _counted_people(event))
    yield from ((event.type, event.modality, key) for key in _keys(event.actors))


def _same_act(one: Event, other: Event) -> bool:
    if one.modality is not other.modality or _differs(one, other):
        return False
    if _counted_people(one) & _counted_people(other) and not (one.actors and other.actors):
        return True
    same_actors, same_recipients = _share(one.actors, other.actors), _share(one.recipients, other.recipients)
    if same_actors and same_recipients:
        return True
    if one.evidence != other.evidence:
        return False
    if same_actors and (_counts_victims(one) or _counts_victims(other)):
        return True
    if _fell(one, other) or _fell(other, one):
        return False
    return _compatible(one.actors, other.actors) and _compatible(one.recipients, other.recipients)


def _fell(doing: Event, suffering: Event) -> bool:
    """Tell whether who does the one is counted among the victims of the other."""
    return _counts_victims(suffering) and _share(doing.actors, suffering.recipients)


def _differs(one: Event, other: Event) -> bool:
    """Tell two acts by their types, places, times and modes."""
    if one.type is not other.type:
        return True
    if _clash(one.place, other.place, key=lambda p: p.name) or _clash(one.date, other.date, key=lambda d: d.start):
        return True
    return one.mode != other.mode and bool((one.mode and other.mode) or APART & {one.mode, other.mode})


def _counted_people(event: Event) -> set[tuple[QuantityKind, str | None]]:
    """Return of whom an event gives a figure: "43 people … arrested"."""
    return {(q.kind, q.unit) for q in event.quantities if q.kind in TOLLS}


def _clash(one: T | None, other: T | None, *, key: Callable[[T], Hashable]) -> bool:
    return one is not None and other is not None and key(one) != key(other)


def _keys(actors: Iterable[Actor]) -> set[str]:
    return {party_key(actor) for actor in actors}


def party_key(actor: Actor) -> str:
    """Return what makes two actors the same party: "Moscow" and "Russia" are one government, people go by name."""
    if actor.country is not None and actor.sectors == ("GOV",) and actor.title is None:
        return f"government of {actor.country}"
    return actor.name.casefold()


def _share(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    return bool(_keys(one) & _keys(other))


def _compatible(one: tuple[Actor, ...], other: tuple[Actor, ...]) -> bool:
    return not one or not other or _share(one, other)


def _counts_victims(event: Event) -> bool:
    return any(quantity.kind in VICTIMS for quantity in event.quantities)


def _fullness(event: Event) -> tuple[int, int]:
    """Return how much an event tells; of two that tell as much, the earlier is the fuller."""
    told = len(event.actors) + len(event.recipients) + len(event.items) + len(event.quantities)
    return told + (event.date is not None) + (event.place is not None), -event.trigger[0]


def _merged(group: list[Event]) -> Event:
    if len(group) == 1:
        return group[0]
    ranked = sorted(group, key=_fullness, reverse=True)
    first = ranked[0]
    return replace(
        first,
        mode=next((e.mode for e in ranked if e.mode), None),
        contexts=_union((e.contexts for e in ranked), key=lambda c: c),
        actors=first.actors or _first_filled(e.actors for e in ranked),
        recipients=_union((e.recipients for e in ranked), key=party_key),
        date=next((e.date for e in ranked if e.date is not None), None),
        place=next((e.place for e in ranked if e.place is not None), None),
        items=_union((e.items for e in ranked), key=lambda i: (i.text.casefold(), i.count)),
        quantities=_union((e.quantities for e in ranked), key=lambda q: (q.kind, q.value, q.low, q.high, q.unit)),
        mentions=tuple(m for e in ranked for m in e.mentions),
        why=(*first.why, "told-again"),
    )


def _first_filled(options: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return next((option for option in options if option), ())


def _union(lists: Iterable[tuple[T, ...]], *, key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Return everything in the lists, each thing once, in the order found."""
    return tuple({key(thing): thing for things in reversed(list(lists)) for thing in reversed(things)}.values())[::-1]
