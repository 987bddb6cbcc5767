"""What is known of somebody, from one phrase or from the whole text."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is known of somebody; the fields are those of the Actor record."""

    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: str | None = None
    alleged: bool = False

    def or_else(self, other: "Portrait") -> "Portrait":
        """Fill what is unknown here from another portrait of the same."""
        return Portrait(
            country=self.country or other.country,
            sectors=self.sectors or other.sectors,
            title=self.title or other.title,
            alleged=self.alleged,
        )


#: What the text tells elsewhere of the entity at a token; an empty portrait when nothing.
Known: TypeAlias = Callable[[Token], Portrait]
