"""Which outlets a text names as those it has something from, known ones and unknown."""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict

from reportedly.reading.outlets import is_outlet_name
from reportedly.resources import load_model

FILE = "linking/citing.yaml"
#: "Kordofan Witness", "Diario del Estero": capitalised words, small ones between them.
NAME = r"[A-ZÀ-Þ][\w’'-]*(?: (?:(?:of|de|del|da|do|du|di|la|le|el|al) )*[A-ZÀ-Þ][\w’'-]*)+"
RUN = re.compile(NAME)
#: "The Zambezi Herald’s" is Zambezi Herald.
AROUND = re.compile(r"^The |[’']s?$")


class CitingCue(BaseModel):
    """One entry of citing.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    cue: str
    example: str


def find_outlets(text: str) -> tuple[str, ...]:
    """Return the outlets that a text names, in reading order: outlets by their names, and whoever follows a cue.

    >>> find_outlets("The pilot told the Karpas Mercury that he had slept.")
    ('Karpas Mercury',)
    """
    return tuple(dict.fromkeys(name for _, name in sorted(_named(text))))


@cache
def citing_cues() -> tuple[CitingCue, ...]:
    """Load citing.yaml."""
    return load_model(FILE, tuple[CitingCue, ...])


def _named(text: str) -> Iterator[tuple[int, str]]:
    for match in RUN.finditer(text):
        name = AROUND.sub("", match.group())
        if is_outlet_name(name):
            yield match.start(), name
    for match in _cued().finditer(text):
        yield match.start("name"), AROUND.sub("", match["name"])


@cache
def _cued() -> re.Pattern[str]:
    cues = "|".join(re.escape(entry.cue) for entry in citing_cues())
    return re.compile(rf"\b(?:{cues}) (?:[Tt]he )?(?P<name>{NAME})")
