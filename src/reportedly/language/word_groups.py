"""Small closed groups of words, by name: `codebook/language/function_words.yaml`."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from reportedly.resources import load_model


class WordGroup(BaseModel):
    """One entry of the file; the fields are explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    group: str
    words: tuple[str, ...]
    example: str


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {
        entry.group: frozenset(entry.words) for entry in load_model("language/function_words.yaml", list[WordGroup])
    }


def words_of(group: str) -> frozenset[str]:
    """Return the words of a group, lower-case.

    Raises:
        KeyError: There is no group of that name.
    """
    return _groups()[group]
