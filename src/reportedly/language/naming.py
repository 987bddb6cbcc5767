"""A name as it stands in a text."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of tokens that is a name.

    Attributes:
        start: Index of the first token.
        end: Index after the last.
        label: spaCy's label, after repair.
    """

    start: int
    end: int
    label: str

    def words(self, doc: Doc) -> tuple[str, ...]:
        """Return the words of the name, without line breaks."""
        return tuple(t.text for t in doc[self.start : self.end] if not t.is_space)

    def text(self, doc: Doc) -> str:
        """Return the name as people write it."""
        return re.sub(r"\s+", " ", doc[self.start : self.end].text)
