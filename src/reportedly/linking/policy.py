"""The user's own view of sources: Admiralty reliability A to F, read from a policy file and never derived."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, TypeAlias

from reportedly.language.given_names import fold
from reportedly.linking.terms import Strict
from reportedly.resources import load_model

Reliability: TypeAlias = Literal["A", "B", "C", "D", "E", "F"]
UNJUDGED: Reliability = "F"
NO_ENTRY = "no entry of the policy names it"


class PolicyEntry(Strict):
    """One entry of a policy file: a name, or a pattern with * and ?, its letter, and why."""

    source: str
    reliability: Reliability
    reason: str


class PolicyFile(Strict):
    """A policy file."""

    sources: tuple[PolicyEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """How reliable the user holds a source to be, and why."""

    reliability: Reliability
    reason: str


@dataclass(frozen=True, slots=True)
class Policy:
    """The entries of a policy file; without any, nobody is judged.

    Attributes:
        entries: In the order of the file: the first that fits a name counts.
    """

    entries: tuple[PolicyEntry, ...] = ()

    @classmethod
    def load(cls, path: Path) -> "Policy":
        """Read a policy file.

        Raises:
            CodebookError: It is missing, no YAML, has unknown keys or another letter than A to F.
        """
        return cls(load_model(path.name, PolicyFile, root=path.parent).sources)

    def judge(self, name: str) -> Judgement:
        """Return the judgement of a source by its name; case and accents do not count.

        >>> Policy().judge("Reuters").reliability
        'F'
        """
        for entry in self.entries:
            if fnmatchcase(fold(name), fold(entry.source)):
                return Judgement(entry.reliability, entry.reason)
        return Judgement(UNJUDGED, NO_ENTRY)
