"""A name as it stands in a text."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from reportedly.language.given_names import is_given
from reportedly.language.word_groups import words_of


@dataclass(frozen=True, slots=True)
class Naming:
    """A stretch of tokens that is a name.

    Attributes:
        start: Index of the first token.
        end: Index after the last.
        label: spaCy's label, after repair.
        ruled: Whether a rule that is surer than any vote gave the label.
    """

    start: int
    end: int
    label: str
    ruled: bool = False

    def words(self, doc: Doc) -> tuple[str, ...]:
        """Return the words of the name, without line breaks."""
        return tuple(t.text for t in doc[self.start : self.end] if not t.is_space)

    def chunks(self, doc: Doc) -> list[tuple[str, ...]]:
        """Return the tokens of the name, gathered by what stands between spaces: "el-Megarhi" is one."""
        chunks: list[list[str]] = [[]]
        for token in doc[self.start : self.end]:
            if not token.is_space:
                chunks[-1].append(token.text)
            if token.whitespace_ or token.is_space:
                chunks.append([])
        return [tuple(chunk) for chunk in chunks if chunk]

    def short_forms(self, doc: Doc) -> set[tuple[str, ...]]:
        """Return tokens that name a person again: the surname, without its article, or the family name before."""
        chunks = self.chunks(doc)
        if len(chunks) < 2:
            return {chunks[-1]} if chunks else set()
        short = {chunks[-1], chunks[-1][-1:] if chunks[-1][0].lower() in words_of("name particles") else chunks[-1]}
        if len(chunks) > 2 and chunks[-2][0].lower() not in words_of("name particles"):
            short.add(chunks[-2])
        if not is_given(chunks[0][0]) and chunks[0][0].lower() not in words_of("name particles"):
            short.add(chunks[0])
        # A given name between two others is no surname: "Mary Ann Smith".
        return {form for form in short if form == chunks[-1] or not is_given(form[0])}

    def text(self, doc: Doc) -> str:
        """Return the name as people write it."""
        return re.sub(r"\s+", " ", doc[self.start : self.end].text)
