"""Training rows: a sentence, who and what is marked in it, and the type of what happens between them.

Rows come from the codebook's marked examples and from the files of `SENTENCES`, which are marked in place:
A[who acts], R[who is acted upon], E[the trigger], X[somebody who takes no part in it].
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from reportedly.coding.codebook import Codebook, Example, TypeEntry
from reportedly.coding.judging.labels import LABELS, NOTHING
from reportedly.coding.judging.marking import Marks
from reportedly.records import Span

HERE = Path(__file__).resolve().parent
SENTENCES = ("sentences.yaml", "near_misses.yaml", "boundaries.yaml")
MARK = re.compile(r"([AREX])\[([^\]]*)\]")
ENDINGS = ("s", "es", "d", "ed", "ing")
NUMBERED = re.compile(r"([ARE])(\d+)\[([^\]]*)\]")
#: One row in so many is kept apart for choosing and for the calibration.
FOLDS = 7


@dataclass(frozen=True, slots=True)
class Row:
    """A marked sentence with its answer.

    Attributes:
        text: The sentence.
        marks: Where actor, recipient and trigger stand; any may be absent.
        label: Of `LABELS`.
        others: Where people stand who take no part.
    """

    text: str
    marks: Marks
    label: int
    others: tuple[Span, ...] = ()

    @property
    def is_held_out(self) -> bool:
        """Tell by the text whether the row is kept apart, so that all rows of a text stay together."""
        return int(sha256(self.text.encode()).hexdigest(), 16) % FOLDS == 0


def codebook_rows() -> Iterator[Row]:
    """Yield a row for every example of the packaged codebook."""
    for kind, entry in Codebook.load().types.items():
        for example in entry.all_examples():
            label = NOTHING if example.trigger is None else str(example.type or kind)
            yield Row(example.text, _marks_of(example), LABELS.index(label))
            if example.trigger is None:
                # What tempts a frame there is the very word that must not be taken for a trigger.
                yield from (
                    Row(example.text, Marks(trigger=span), LABELS.index(label))
                    for span in _tempting(example.text, entry)
                )


def _marks_of(example: Example) -> Marks:
    # Of those who do it with one another the second stands for the recipient.
    people = [*example.actors, *example.recipients][:2] if not example.recipients else []
    actor = example.actors[0] if example.actors else None
    recipient = example.recipients[0] if example.recipients else (people[1] if len(people) > 1 else None)
    return Marks(*(_find(example.text, words) for words in (actor, recipient, example.trigger)))


def _tempting(text: str, entry: TypeEntry) -> Iterator[Span]:
    """Yield the words of a sentence that look like a form of a verb or noun of a type's frames."""
    lemmas = {lemma for frame in entry.frames for lemma in (*frame.verbs, *frame.nouns)}
    for match in re.finditer(r"[a-z]+", text.lower()):
        word = match.group()
        stems = {word, *(word.removesuffix(end) for end in ENDINGS), *(word.removesuffix(end) + "e" for end in ENDINGS)}
        if stems & lemmas:
            yield match.span()


def _find(text: str, words: str | None) -> Span | None:
    if words is None or words not in text:
        return None
    return text.index(words), text.index(words) + len(words)


def sentence_rows() -> Iterator[Row]:
    """Yield a row for every act that is marked in the sentences of this folder."""
    yield from several_rows()
    for name in SENTENCES:
        for label, sentences in yaml.safe_load((HERE / name).read_text(encoding="utf-8")).items():
            for marked in sentences:
                yield read_marked(marked, LABELS.index(label))


def several_rows() -> Iterator[Row]:
    """Yield a row for every act of the sentences that tell several."""
    for entry in yaml.safe_load((HERE / "several_acts.yaml").read_text(encoding="utf-8")):
        for number, label in enumerate(entry["acts"], start=1):
            yield read_marked(_of_act(entry["text"], str(number)), LABELS.index(label))


def _of_act(marked: str, number: str) -> str:
    """Return a sentence with the marks of one act alone."""
    return NUMBERED.sub(lambda m: f"{m[1]}[{m[3]}]" if number in m[2] else m[3], marked)


def read_marked(marked: str, label: int) -> Row:
    """Return the row of a sentence that is marked in place."""
    text, found, others, end = "", dict[str, Span](), list[Span](), 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        span = len(text), len(text) + len(match[2])
        text, end = text + match[2], match.end()
        if match[1] == "X":
            others.append(span)
        else:
            found.setdefault(match[1], span)
    return Row(text + marked[end:], Marks(*map(found.get, "ARE")), label, tuple(others))
