"""Prints how far confidences can be taken at their word: reliability tables and expected calibration errors.

    python bench/calibration.py [--json]

Of the judge on the marked rows that its training kept apart; of `Coder.relate` on the sentences among them, which no
frame was written for, and on PLV train; of events on GSR dev and on the events judged by hand (`bench/judged/`).
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training" / "events"))

from gsr import GOLD as GSR  # noqa: E402 - beside this file, after the path to the training's rows
from judged import ARTICLES, SAMPLE, VERDICTS  # noqa: E402
from relations import GOLD as PLV  # noqa: E402
from reportedly import Article, Coder  # noqa: E402
from reportedly.coding.judging import load_judge  # noqa: E402
from reportedly.coding.judging.labels import LABELS, NOTHING  # noqa: E402
from rows import Row, codebook_rows, sentence_rows  # type: ignore[import-not-found]  # noqa: E402

BINS = 10
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class Answer(NamedTuple):
    """How sure an answer was, and whether it was right."""

    confidence: float
    is_right: bool


class Bin(NamedTuple):
    """The answers of like confidence."""

    answers: int
    confidence: float
    right: float


def bins(answers: Iterable[Answer]) -> tuple[Bin, ...]:
    """Gather answers into bins of equal width, the empty ones left out."""
    groups: dict[int, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(min(int(answer.confidence * BINS), BINS - 1), []).append(answer)
    return tuple(
        Bin(len(group), sum(a.confidence for a in group) / len(group), sum(a.is_right for a in group) / len(group))
        for _, group in sorted(groups.items())
    )


def calibration_error(found: Iterable[Bin]) -> float:
    """Return the expected calibration error: how far confidence and share right lie apart, weighted by count."""
    found = tuple(found)
    total = sum(b.answers for b in found)
    return sum(b.answers * abs(b.confidence - b.right) for b in found) / max(1, total)


def judge_answers() -> Iterator[Answer]:
    """Ask the judge about every row that its training kept apart."""
    judge = load_judge()
    for row in (*codebook_rows(), *sentence_rows()):
        if row.is_held_out:
            judgement = judge.judge(row.text, row.marks)
            shares = {**{kind.value: share for kind, share in judgement.shares.items()}, NOTHING: judgement.nothing}
            best = max(shares, key=lambda label: shares[label])
            yield Answer(shares[best], best == LABELS[row.label])


def pair_answers(coder: Coder) -> Iterator[Answer]:
    """Ask `Coder.relate` about the pairs of the sentences that were kept apart."""
    rows = (row for row in sentence_rows() if row.is_held_out and row.marks.actor and row.marks.recipient)
    yield from (_related(coder, row) for row in rows)


def _related(coder: Coder, row: Row) -> Answer:
    assert row.marks.actor is not None and row.marks.recipient is not None
    relation = coder.relate(row.text, actor=row.marks.actor, recipient=row.marks.recipient)
    return Answer(relation.confidence, (relation.type or NOTHING) == LABELS[row.label])


def plv_answers(coder: Coder) -> Iterator[Answer]:
    """Ask `Coder.relate` about the pairs of PLV train, where something always happens."""
    for row in map(json.loads, PLV.read_text(encoding="utf-8").splitlines()):
        if row["source_span"] and row["target_span"]:
            actor, recipient = tuple(row["source_span"]), tuple(row["target_span"])
            relation = coder.relate(row["sentence"], actor=actor, recipient=recipient)
            kind = relation.type.value if relation.type else NOTHING
            yield Answer(relation.confidence, YIELD.get(kind, kind) == row["root"])


def event_answers(coder: Coder) -> Iterator[Answer]:
    """Code the sentences of GSR dev and the articles of the sample; an event is right if marked or judged true."""
    yield from _gsr_answers(coder)
    verdicts = {v["id"]: v["true"] for v in yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))}
    wanted = {name.split(":")[0] for name in verdicts}
    for row in map(json.loads, ARTICLES.read_text(encoding="utf-8").splitlines()):
        for event in coder.code(Article.verbatim(row["text"])).events if row["id"] in wanted else ():
            name = f"{row['id']}:{event.type}:{event.trigger[0]}"
            if name in verdicts:
                yield Answer(event.confidence, verdicts[name])


def _gsr_answers(coder: Coder) -> Iterator[Answer]:
    verdicts = {(v["id"], v["type"]): v["true"] for v in yaml.safe_load(VERDICTS.read_text(encoding="utf-8"))}
    marked: dict[str, list[dict[str, str]]] = {}
    for row in map(json.loads, GSR.read_text(encoding="utf-8").splitlines()):
        marked.setdefault(row["text"], []).append(row)
    for text, rows in marked.items():
        left = Counter(row["event_v2"] for row in rows)
        for event in sorted(coder.code(Article.verbatim(text)).events, key=lambda e: -e.confidence):
            if event.modality != "negated":
                is_marked = left[event.type.value] > 0
                left[event.type.value] -= is_marked
                yield Answer(event.confidence, is_marked or verdicts.get((rows[0]["id"], event.type.value), False))


def print_table(name: str, answers: tuple[Answer, ...]) -> None:
    """Print the reliability table of some answers."""
    found = bins(answers)
    right = sum(a.is_right for a in answers) / len(answers)
    print(f"{name}: {len(answers)} answers, {right:.3f} right, ECE {calibration_error(found):.3f}")
    for b in found:
        print(f"  said {b.confidence:.2f}  right {b.right:.2f}  {'#' * round(40 * b.right):40} {b.answers}")


def main() -> int:
    """Ask, and print."""
    coder = Coder()
    asked = {"judge, rows kept apart": judge_answers(), "relate, sentences kept apart": pair_answers(coder)}
    if GSR.exists():
        asked |= {"relate, PLV train": plv_answers(coder), "events, GSR dev and the judged": event_answers(coder)}
    tables = {name: tuple(answers) for name, answers in asked.items()}
    if "--json" in sys.argv:
        print(json.dumps({name: round(calibration_error(bins(answers)), 4) for name, answers in tables.items()}))
        return 0
    for name, answers in tables.items():
        print_table(name, answers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
