"""Words of a codebook file by the part that each plays: how `turns.py`, `mishaps.py` and `norms.py` keep theirs."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Generic, TypeVar

from reportedly.coding.codebook import Entry
from reportedly.resources import load_model

R = TypeVar("R", bound=str)


class RoleWord(Entry, Generic[R]):
    """One entry of such a file; its head explains the roles."""

    word: str
    role: R
    example: str


@cache
def words_by_role(file: str, shape: type[RoleWord[R]]) -> Mapping[R, frozenset[str]]:
    """Return the words of a file by their roles.

    Args:
        file: Its name below the codebook folder: `"norms.yaml"`.
        shape: `RoleWord` of the roles that it knows.

    Raises:
        CodebookError: The file has a mistake, or a role that is unknown.
    """
    found: dict[R, set[str]] = defaultdict(set)
    entries: list[RoleWord[R]] = load_model(file, list[shape])  # type: ignore[valid-type]
    for entry in entries:
        found[entry.role].add(entry.word)
    return {role: frozenset(words) for role, words in found.items()}
