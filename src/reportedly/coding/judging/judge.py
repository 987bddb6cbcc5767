"""The learned judge: a sentence with marks in, the share of certainty for each type of event out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Self

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from reportedly.attribution.tagging.tagger import load_tagger
from reportedly.coding.judging.labels import LABELS, NOTHING
from reportedly.coding.judging.marking import Marks, mark
from reportedly.coding.judging.model import JudgeFiles
from reportedly.records import EventType
from reportedly.resources.sessions import open_session


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the judge thinks of one question.

    Attributes:
        shares: For each type how sure it is, 0…1.
        nothing: How sure it is that no event of any type happens; with the shares it sums to one.
    """

    shares: Mapping[EventType, float]
    nothing: float

    @property
    def likeliest(self) -> EventType:
        """The type that it is surest of, whether or not it is surer of nothing."""
        return max(self.shares, key=lambda kind: self.shares[kind])


@dataclass(frozen=True)
class Judge:
    """The model in memory; `load` it once a process.

    Attributes:
        name: Of the model, for the report.
        digest: Of its files, for the hash of everything that can change a report.
        session: The encoder.
        tokenizer: Cuts words into pieces.
        temperature: By which its answers are divided.
    """

    name: str
    digest: str
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    temperature: float

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Load a model, the packaged one unless a folder is given.

        Raises:
            ModelError: A file is missing, damaged or no model.
        """
        files = JudgeFiles.load(folder)
        manifest = files.manifest
        return cls(
            manifest.name, manifest.digest, open_session(files.encoder), load_tagger().tokenizer, manifest.temperature
        )

    def judge(self, sentence: str, marks: Marks) -> Judgement:
        """Tell what happens in a sentence between those who are marked, or at the marked trigger.

        One question at a time: the int8 scales of a batch would depend on its other questions, and answers with them.
        """
        marked = mark(sentence, marks, self.tokenizer)
        given = {"ids": np.array(marked.ids, dtype=np.int64), "places": np.array(marked.places, dtype=np.int64)}
        logits = self.session.run(None, given)[0] / self.temperature
        shares = np.exp(logits - logits.max())
        by_label = dict(zip(LABELS, map(float, shares / shares.sum()), strict=True))
        nothing = by_label.pop(NOTHING)
        return Judgement(MappingProxyType({EventType(name): share for name, share in by_label.items()}), nothing)


@lru_cache(maxsize=1)
def load_judge() -> Judge:
    """Load the packaged model once a process.

    Raises:
        ModelError: A file is missing, damaged or no model.
    """
    return Judge.load()
