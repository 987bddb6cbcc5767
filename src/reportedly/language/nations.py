"""Country codes by name; several where a name is ambiguous."""

from collections import defaultdict
from collections.abc import Iterable


def codes_by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return the codes of each name out of pairs of name and code."""
    codes: dict[str, set[str]] = defaultdict(set)
    for name, code in pairs:
        codes[name].add(code)
    return {name: frozenset(found) for name, found in codes.items()}
