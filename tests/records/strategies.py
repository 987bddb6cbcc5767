"""Hypothesis strategies for records, built from their types."""

from dataclasses import fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from reportedly.records import Span

# Half a surrogate pair is no text, and the reader lets none in.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPANS = st.tuples(st.integers(0, 1000), st.integers(1, 50)).map(lambda pair: (pair[0], pair[0] + pair[1]))
SIMPLE = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(-(2**53), 2**53),
    float: st.floats(allow_nan=False, allow_infinity=False),
    NoneType: st.none(),
    Span: SPANS,
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Return values of any type that records use."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return st.one_of([values(part) for part in get_args(kind)])
    if get_origin(kind) is tuple:
        item, _ = get_args(kind)
        return st.lists(values(item), max_size=2).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    return records(kind)


def records(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Return records of one type, every field filled in every way that its type allows."""
    hints = get_type_hints(kind)
    names = [field.name for field in (fields(kind) if is_dataclass(kind) else msgspec.structs.fields(kind))]
    return st.builds(kind, **{name: values(hints[name]) for name in names})
