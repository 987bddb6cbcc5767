"""Which publishers are one house, and which print each other's articles.

From `codebook/linking/families.yaml`, and a file of the user's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.reading.outlets import canonical_name
from reportedly.records import Article, Publisher
from reportedly.resources import load_model

FILE = "linking/families.yaml"
WORD = re.compile(r"\w+")
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.ASCII)
#: "MPA" may stand for a house; two letters stand for too many.
LEAST_INITIALS = 3


class Family(BaseModel):
    """One entry of families.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: Literal["house", "group"]
    members: tuple[str, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Families:
    """The families by name or domain of their members.

    Attributes:
        houses: Newsrooms with several names.
        groups: Groups whose papers share copy.
    """

    houses: Mapping[str, str]
    groups: Mapping[str, str]

    def house_of(self, publisher: Publisher | None) -> str | None:
        """Return the key of the newsroom: two articles with one key come from one house."""
        if publisher is None:
            return None
        name = canonical_name(publisher.name)
        known = self.houses.get(name if publisher.domain is None else publisher.domain)
        return canonical_name(known) if known else name

    def group_of(self, publisher: Publisher | None) -> str | None:
        """Return the name of the group that the publisher belongs to, if it is a known one."""
        if publisher is None:
            return None
        return self.groups.get(canonical_name(publisher.name) if publisher.domain is None else publisher.domain)


def make_families(entries: Sequence[Family]) -> Families:
    """Gather families by the names and domains of their members."""
    found: dict[str, dict[str, str]] = {"house": {}, "group": {}}
    for family in entries:
        for member in family.members:
            found[family.kind][_key(member)] = family.name
    return Families(found["house"], found["group"])


@lru_cache(maxsize=8)
def load_families(file: Path | None = None) -> Families:
    """Load the packaged families, and those of a user's file of the same shape, which win.

    Raises:
        CodebookError: A file does not have that shape.
    """
    entries = load_model(FILE, tuple[Family, ...])
    if file is not None:
        entries += load_model(file.name, tuple[Family, ...], root=file.parent)
    return make_families(entries)


def credits_house(credit: str, publisher: Publisher) -> bool:
    """Whether a credit line names a publisher: by its name, or by the initials of its name.

    >>> credits_house("MPA and own staff", Publisher(name="Mesopotamia Press Agency"))
    True
    """
    name = [word.casefold() for word in WORD.findall(publisher.name)]
    printed = WORD.findall(credit)
    if canonical_name(credit) == canonical_name(publisher.name) or _stands_in(name, [w.casefold() for w in printed]):
        return True
    return not _initials(publisher.name).isdisjoint(word for word in printed if word.isupper())


def is_credited(article: Article, publisher: Publisher | None) -> bool:
    """Whether the article says that its copy comes from that publisher."""
    return publisher is not None and any(credits_house(credit, publisher) for credit in article.credits)


def _stands_in(name: Sequence[str], words: Sequence[str]) -> bool:
    size = len(name)
    return size > 0 and any(list(words[at : at + size]) == list(name) for at in range(len(words) - size + 1))


def _initials(name: str) -> frozenset[str]:
    """Return the initials of a name, with and without its small words: "AAS" and "AADS"."""
    words = WORD.findall(name)
    every = "".join(word[0].upper() for word in words)
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return frozenset(initials for initials in (every, capitals) if len(initials) >= LEAST_INITIALS)


def _key(member: str) -> str:
    return member.casefold() if DOMAIN.fullmatch(member) else canonical_name(member)
