"""Reads the original examples and lays them out as texts of a few paragraphs each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

_MARK = re.compile(r"\[([sqc])(\d*)\||\]")
_ROLES = {"s": "source", "q": "cue", "c": "content"}
#: Paragraphs of a text made of examples.
PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its attributions, in the form of the corpus."""

    text: str
    attributions: list[dict[str, list[list[int]]]]


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a file."""
    return [_example(marked) for marked in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _example(marked: str) -> Example:
    """Take the marks out of a text and keep where they stood."""
    if marked.count("[") != marked.count("]"):
        raise ValueError(f"not a whole example: {marked}")
    text, found, opened, last = "", {}, [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() != "]":
            opened.append((match[1], match[2] or "1", len(text)))
            continue
        role, numbers, start = opened.pop()
        for number in numbers:
            spans = found.setdefault(number, {r: [] for r in _ROLES.values()})
            spans[_ROLES[role]].append([start, len(text)])
    text += marked[last:]
    if any(not a["cue"] or not a["content"] for a in found.values()):
        raise ValueError(f"not a whole example: {marked}")
    return Example(text, [{role: sorted(spans) for role, spans in found[n].items()} for n in sorted(found)])


def shuffled_texts(examples: Sequence[Example], chance: np.random.Generator) -> Iterator[Example]:
    """Yield texts of a few examples each, one a paragraph, in an order of their own."""
    order = [examples[i] for i in chance.permutation(len(examples))]
    for low in range(0, len(order), PARAGRAPHS):
        yield _joined(order[low : low + PARAGRAPHS])


def _joined(parts: Sequence[Example]) -> Example:
    text, attributions = "", []
    for part in parts:
        offset = len(text)
        text += part.text + "\n\n"
        attributions += [
            {role: [[start + offset, end + offset] for start, end in spans] for role, spans in attribution.items()}
            for attribution in part.attributions
        ]
    return Example(text, attributions)
