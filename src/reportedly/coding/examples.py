"""Holds the codebook to its own examples: does each sentence code as it is marked?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from reportedly.coding.codebook import Codebook, Example
from reportedly.records import Actor, Event, EventType, Report


class CodesText(Protocol):
    """What checks examples needs of a coder."""

    def code(self, article: str) -> Report:
        """Code a plain text."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """An example that does not code as marked.

    Attributes:
        type: The type whose file holds it.
        text: The example.
        found: What is wrong, in words.
    """

    type: EventType
    text: str
    found: str


def find_mistakes(codebook: Codebook, *, coder: CodesText) -> Iterator[Mistake]:
    """Yield every example that does not code as marked."""
    for kind, entry in codebook.types.items():
        for example in entry.all_examples():
            for found in disagreements(example, coder.code(example.text), file_type=kind):
                yield Mistake(kind, example.text, found)


def disagreements(example: Example, report: Report, *, file_type: EventType) -> Iterator[str]:
    """Yield what in a report is not as the example marks it.

    Args:
        example: What a careful coder marks.
        report: What the coder made of its text.
        file_type: The type that counts when the example names none.
    """
    if example.trigger is None:
        yield from (f"coded {_named(event)}, though nothing is to be coded" for event in report.events)
        return
    wanted = example.type or file_type
    triggered = [event for event in report.events if _has_trigger(event, example, report)]
    event = next((event for event in triggered if event.type is wanted), None)
    if event is None:
        coded = ", ".join(_named(event) for event in triggered or report.events) or "nothing"
        yield f"{wanted} at {example.trigger!r} is missing; coded {coded}"
        return
    yield from _detail_disagreements(example, event)


def _detail_disagreements(example: Example, event: Event) -> Iterator[str]:
    if example.mode is not None and event.mode != example.mode:
        yield f"mode {event.mode}, not {example.mode}"
    for role, marked, found in (
        ("actor", example.actors, event.actors),
        ("recipient", example.recipients, event.recipients),
    ):
        names = ", ".join(actor.text for actor in found) or "nobody"
        yield from (f"{role} {words!r} is missing; found {names}" for words in marked if not _is_among(words, found))
    if event.modality is not example.modality:
        yield f"modality {event.modality}, not {example.modality}"
    if event.standing is not example.standing:
        yield f"standing {event.standing}, not {example.standing}"


def _has_trigger(event: Event, example: Example, report: Report) -> bool:
    marked = example.trigger or ""
    told = (report.article.text[slice(*mention.trigger)] for mention in event.mentions)
    return any(words in marked or marked in words for words in told)


def _is_among(words: str, actors: Iterable[Actor]) -> bool:
    # The marked words may be the head alone or the whole phrase, so either may contain the other.
    folded = words.casefold()
    found = [text.casefold() for actor in actors for text in (actor.text, actor.name)]
    return any(folded in text or text in folded for text in found)


def _named(event: Event) -> str:
    return str(event.type) if event.mode is None else f"{event.type} {event.mode}"
