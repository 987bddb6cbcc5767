"""What happens between two marked people: the coded events and the learned judge, weighed against one another."""

import math
from collections.abc import Iterable

from reportedly.coding.judging import Judgement
from reportedly.records import Actor, Event, Relation, Span

#: What a frame's answer adds to the judge's logarithm of its type, if both parties fit; and what is added to that of
#: nothing where frames told an act. Fitted, as the temperature, on pairs of GSR dev and on sentences that the judge's
#: training kept apart; these leave the first open between 2.5 and 5, where PLV train chose (docs/decisions/0009).
FRAME_WEIGHT, NOTHING_WEIGHT = 4.5, -1.0
#: By which the weighed logarithms are divided, so that a confidence is the share of such answers that are right.
TEMPERATURE = 1.3
#: How sure the judge must be of a type where frames told nothing: "Chad borders Sudan" reminds it of troops, unsurely.
#: Costs .002 of PLV train's root macro-F1.
ALONE = 0.63


def relate(events: Iterable[Event], *, judgement: Judgement, actor: Span, recipient: Span) -> Relation:
    """Return what links two spans of a sentence: the likeliest type, or none, by the judge and the frames together.

    Args:
        events: What the frames coded in the sentence.
        judgement: What the judge thinks of the two spans.
        actor: Whoever acts.
        recipient: Whoever is acted upon.

    Returns:
        The type and how likely it is; its mode, where the frames name the same type; or no type, and how likely it is
        that nothing happens.
    """
    told = by_frames(events, actor=actor, recipient=recipient)
    weights = {
        kind: _weighed(share, FRAME_WEIGHT * told.confidence if kind is told.type else 0.0)
        for kind, share in judgement.shares.items()
    }
    nothing = _weighed(judgement.nothing, 0.0 if told.type is None else NOTHING_WEIGHT)
    total = sum(weights.values()) + nothing
    kind = max(weights, key=lambda kind: weights[kind])
    if nothing > weights[kind] or (told.type is None and weights[kind] < ALONE * total):
        return Relation(confidence=round(nothing / total, 2))
    return Relation(
        type=kind, mode=told.mode if kind is told.type else None, confidence=round(weights[kind] / total, 2)
    )


def _weighed(share: float, weight: float) -> float:
    return math.pow(share * math.exp(weight), 1 / TEMPERATURE)


def by_frames(events: Iterable[Event], *, actor: Span, recipient: Span) -> Relation:
    """Return the coded event that fits two spans best, with how well it does for its confidence.

    1. One whose actor and recipient are the two: 1.
    2. One whose actor is the first, or whose recipient is the second: a half.
    3. None: 0.

    The event's own confidence has the judge's opinion in it already, and does not count here.
    """
    partial: list[Event] = []
    for event in events:
        acts, suffers = _touches(event.actors, actor), _touches(event.recipients, recipient)
        if acts and (suffers or _touches(event.actors, recipient)):
            return Relation(type=event.type, mode=event.mode, confidence=1.0)
        if acts or suffers:
            partial.append(event)
    if partial:
        return Relation(type=partial[0].type, mode=partial[0].mode, confidence=0.5)
    return Relation(confidence=0.0)


def _touches(people: Iterable[Actor], span: Span) -> bool:
    return any(p.span is not None and p.span[0] < span[1] and span[0] < p.span[1] for p in people)
