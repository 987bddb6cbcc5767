"""Generated training rows: clauses of one act each, with people in their slots, alone or two in a sentence."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from reportedly.coding.judging.labels import LABELS, NOTHING
from reportedly.coding.judging.marking import Marks
from reportedly.records import Span
from reportedly.resources import load_yaml
from rows import Row

HERE = Path(__file__).resolve().parent
CLAUSES = ("clauses_words.yaml", "clauses_deeds.yaml", "clauses_nothing.yaml")
SLOT = re.compile(r"\{([ARXPN])\}( was | is | has |)|([\[\]])")
AGREEING = {" was ": " were ", " is ": " are ", " has ": " have ", "": ""}
PAST = re.compile(r"\{A\} \[(\w+ed)\]")
PERFECT = 0.2
#: How often a sentence holds a second act, and how often a row asks about people between whom nothing happens.
PAIRED, NOTHING_SHARE = 0.35, 0.15
#: Types that two do to one another: whoever is named first may stand on either side.
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody in a slot."""

    text: str
    is_plural: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A filled clause: its text and where its slots and its trigger stand in it."""

    text: str
    label: str
    spans: dict[str, Span]

    def moved(self, by: int) -> dict[str, Span]:
        """Return the spans as they stand in a text that holds the clause so far in."""
        return {name: (start + by, end + by) for name, (start, end) in self.spans.items()}


class Generator:
    """Makes rows from the clauses and the fillers; the same chance makes the same rows."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self._fillers = yaml.safe_load((HERE / "fillers.yaml").read_text(encoding="utf-8"))
        self._clauses: dict[str, Any] = {}
        for name in CLAUSES:
            self._clauses |= yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
        self._countries = [c for c in load_yaml("actors/countries.yaml") if c["adjectives"] and c["capital"]]
        self._cities = [c["capital"] for c in self._countries]

    def rows(self, count: int) -> list[Row]:
        """Return so many rows, every type as often as every other, and nothing twice as often."""
        kinds = (*LABELS, NOTHING)
        return [self._row(kinds[i % len(kinds)]) for i in range(count)]

    def _row(self, kind: str) -> Row:
        first = self._clause(kind, str(self._one(self._clauses[kind]["clauses"])))
        if self._chance.random() < PAIRED:
            return self._pair(first)
        text, at = self._wrapped(self._one(self._fillers["alone"]), {"c": first.text})
        spans = first.moved(at["c"])
        other = at.get("X")
        if other is not None and "A" in spans and self._chance.random() < NOTHING_SHARE:
            reporter = (other, other + at["X_length"])
            return Row(text, Marks(reporter, spans["A"]), LABELS.index(NOTHING))
        return Row(text, _marks(spans), LABELS.index(kind))

    def _pair(self, first: Piece) -> Row:
        """Return a row about one of two acts in a sentence, or about people of different acts."""
        kind = str(self._one(list(self._clauses)))
        second = self._clause(kind, str(self._one(self._clauses[kind]["clauses"])))
        text, at = self._wrapped(self._one(self._fillers["pairs"]), {"c": first.text, "d": second.text})
        one, other = first.moved(at["c"]), second.moved(at["d"])
        if self._chance.random() < NOTHING_SHARE and "A" in one and "R" in other:
            return Row(text, Marks(one["A"], other["R"]), LABELS.index(NOTHING))
        chosen, spans = (first, one) if self._chance.random() < 0.6 else (second, other)
        return Row(text, _marks(spans), LABELS.index(chosen.label))

    def _clause(self, kind: str, clause: str) -> Piece:
        entry = self._clauses[kind]
        return self._filled(clause, kind, (str(self._one(entry["actors"])), str(self._one(entry["recipients"]))))

    def _perfect(self, clause: str) -> str:
        """Return a clause, now and then with "has" before a regular past: clauses are written in one tense."""
        return PAST.sub(r"{A} has [\1]", clause) if self._chance.random() < PERFECT else clause

    def _filled(self, clause: str, label: str, kinds: tuple[str, str]) -> Piece:
        """Fill the slots of a clause and note where everything stands."""
        clause, text, end, opened = self._perfect(clause), "", 0, 0
        spans: dict[str, Span] = {}
        for match in SLOT.finditer(clause):
            text += clause[end : match.start()]
            end = match.end()
            if match[3] == "[":
                opened = len(text)
            elif match[3] == "]":
                spans["E"] = opened, len(text)
            else:
                phrase = self._slot(match[1], kinds)
                spans.setdefault(match[1], (len(text), len(text) + len(phrase.text)))
                text += phrase.text + (AGREEING[match[2]] if phrase.is_plural else match[2])
        return Piece(text + clause[end:], label, spans)

    def _slot(self, slot: str, kinds: tuple[str, str]) -> Phrase:
        if slot == "P":
            return Phrase(str(self._one(self._cities)), is_plural=False)
        if slot == "N":
            return Phrase(str(self._chance.integers(3, 900)), is_plural=True)
        everybody = list(self._fillers["people"])
        return self._person({"A": kinds[0], "R": kinds[1]}.get(slot) or str(self._one(everybody)))

    def _person(self, kind: str) -> Phrase:
        group = self._fillers["people"][kind]
        is_plural = bool(self._chance.random() < len(group["plural"]) / (len(group["plural"]) + len(group["singular"])))
        pattern = str(self._one(group["plural" if is_plural else "singular"]))
        country = self._one(self._countries)
        words = {"country": country["name"], "adjective": country["adjectives"][0], "capital": country["capital"]}
        return Phrase(pattern.format(surname=self._one(self._fillers["surnames"]), **words), is_plural)

    def _wrapped(self, pattern: Any, clauses: dict[str, str]) -> tuple[str, dict[str, int]]:
        """Set clauses into a pattern; return the text and where they, and somebody who reports, begin in it."""
        text, at = "", dict[str, int]()
        for part in re.split(r"(\{\w\})", str(pattern)):
            slot = part[1:-1] if part.startswith("{") else None
            if slot is None:
                text += part
                continue
            words = clauses.get(slot) or self._slot(slot, ("state", "state")).text
            at[slot] = len(text)
            at[f"{slot}_length"] = len(words)
            text += words
        return text[0].upper() + text[1:] + ".", at

    def replaced(self, row: Row, share: float) -> Row:
        """Return a row whose parties are now and then somebody else, or masked, so that names alone decide nothing."""
        for role, name in ((0, "actor"), (1, "recipient")):
            if row.marks[role] is None or self._chance.random() >= share:
                continue
            masked = self._chance.random() < 0.3
            kind = str(self._one(list(self._fillers["people"])))
            words = str(self._one(self._fillers["masks"][name])) if masked else self._person(kind).text
            row = _with_words(row, role, words)
        return row

    def _one(self, options: Any) -> Any:
        return options[int(self._chance.integers(len(options)))]


def _marks(spans: dict[str, Span]) -> Marks:
    return Marks(spans.get("A"), spans.get("R"), spans.get("E"))


def _with_words(row: Row, role: int, words: str) -> Row:
    """Put other words into a marked place, unless another mark lies inside it."""
    span = row.marks[role]
    if span is None or any(s is not None and s is not span and s[0] < span[1] and span[0] < s[1] for s in row.marks):
        return row
    by = len(words) - (span[1] - span[0])

    def moved(other: Span | None) -> Span | None:
        if other is None or other == span:
            return None if other is None else (span[0], span[1] + by)
        return other if other[0] < span[0] else (other[0] + by, other[1] + by)

    text = row.text[: span[0]] + words + row.text[span[1] :]
    return Row(text, Marks(*map(moved, row.marks)), row.label, ())
