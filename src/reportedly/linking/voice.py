"""Somebody with all the names that a story gives them, and which of these tells most."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language.given_names import fold
from reportedly.linking.speaker_words import speaker_words
from reportedly.linking.speakers import Speaker
from reportedly.linking.together import THINGS
from reportedly.records import SourceKind


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody with all the names that a story gives them.

    Attributes:
        name: The name that tells most.
        names: All of them.
        kind: Of the name that tells most.
        is_named: Whether any is a proper name or that of an institution.
        is_body: Whether any is that of an institution.
        is_document: Whether it is a paper or a post.
        is_house: Whether it is a publisher that speaks for itself.
        is_state: Whether it is a country and nothing else.
        country: ISO code, where it is known.
    """

    name: str
    names: tuple[str, ...]
    kind: SourceKind
    is_named: bool = False
    is_body: bool = False
    is_document: bool = False
    is_house: bool = False
    is_state: bool = False
    country: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether others could ask it: it has a name, or is a document."""
        return self.is_named or self.is_document or self.is_state


def voice_of(members: Sequence[Speaker]) -> Voice:
    """Return the voice of all names that are one body's."""
    first = max(members, key=_telling)
    return Voice(
        name=first.calling or first.name,
        names=tuple(dict.fromkeys(name for one in members for name in (one.calling, one.name) if name)),
        kind=first.kind,
        is_named=any(one.is_named or one.is_body or one.calling is not None for one in members),
        is_body=any(one.is_body for one in members),
        is_document=all(one.kind in THINGS for one in members),
        is_state=all(not one.core and one.country is not None for one in members),
        country=next((one.country for one in members if one.country is not None), None),
    )


def _telling(speaker: Speaker) -> tuple[bool, bool, bool, int]:
    """Return how much a name tells; "their union" tells less than who leads it."""
    is_borrowed = fold(speaker.name).split()[0] in speaker_words("possessives")
    is_body = speaker.is_body and not is_borrowed
    return speaker.is_named and is_body, is_body, speaker.is_named or speaker.calling is not None, len(speaker.core)
