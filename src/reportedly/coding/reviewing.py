"""What the learned judge makes of the events that frames coded: it agrees, is unsure, or takes them for another type.

It decides nothing but how sure the coder is: dropping, retyping and adding were measured and did not pay
(docs/decisions/0009-event-model.md).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reportedly.coding.judging import Judge, Marks
from reportedly.records import Actor, Event, Modality, Span

#: From these shares on the judge agrees, and is unsure; below, it disagrees.
AGREES, UNSURE = 0.8, 0.1
#: What did not happen is told in the same words; the judge was taught to see nothing there.
UNASKED = frozenset({Modality.NEGATED})


def reviewed(events: Iterable[Event], *, text: str, judge: Judge) -> Iterator[Event]:
    """Yield events with what the judge thinks of their types among the reasons.

    Args:
        events: Coded by frames; one question each, asked about its fullest telling.
        text: Of the article.
        judge: The learned one.
    """
    for event in events:
        if event.modality in UNASKED:
            yield event
            continue
        judgement = judge.judge(text[slice(*event.evidence)], marks_of(event))
        yield replace(event, why=(*event.why, _opinion(judgement.shares[event.type])))


def _opinion(share: float) -> str:
    """Return the reason's code for how sure the judge is of the frames' type."""
    return "judge-agrees" if share >= AGREES else "judge-unsure" if share >= UNSURE else "judge-disagrees"


def marks_of(event: Event) -> Marks:
    """Return where trigger, actor and recipient stand in the sentence; of those who do it together, two actors."""
    actors = tuple(_spans_of(event.actors, event))
    recipients = tuple(_spans_of(event.recipients, event)) or actors[1:]
    actor = actors[0] if actors else None
    return Marks(actor, next((span for span in recipients if span != actor), None), _inside(event.trigger, event))


def _spans_of(people: Iterable[Actor], event: Event) -> Iterator[Span]:
    return (span for person in people if (span := _inside(person.span, event)) is not None)


def _inside(span: Span | None, event: Event) -> Span | None:
    """Return a span as it stands in the sentence, or None when it stands elsewhere."""
    start, end = event.evidence
    return None if span is None or span[0] < start or span[1] > end else (span[0] - start, span[1] - start)
