"""Which names a file of JSON records uses: a preset of a news service, or the user's own list."""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

from reportedly.errors import SettingsError
from reportedly.reading.codebook import field_book
from reportedly.resources import load_model

#: Of each field of an article the names to try, the surest first.
FieldMap: TypeAlias = Mapping[str, tuple[str, ...]]


class Preset(BaseModel):
    """One entry of presets.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: dict[str, tuple[str, ...]]
    example: str


@cache
def preset_book() -> dict[str, Preset]:
    """Load presets.yaml."""
    return load_model("reading/presets.yaml", dict[str, Preset])


def field_map(told: str) -> FieldMap:
    """Read what a user says of the names.

    Args:
        told: The name of a preset, or "text=story,title=head.line".

    Raises:
        SettingsError: There is no such preset, or no such field of an article.

    >>> field_map("text=story,title=head.line")
    {'text': ('story',), 'title': ('head.line',)}
    """
    if "=" not in told:
        if told not in preset_book():
            raise SettingsError(f"no fields of the name {told!r}; there are {', '.join(sorted(preset_book()))}")
        return preset_book()[told].fields
    found: dict[str, tuple[str, ...]] = {}
    for pair in told.split(","):
        field, _, name = (part.strip() for part in pair.partition("="))
        if field not in field_book() or not name:
            raise SettingsError(f"no field {pair.strip()!r}; write FIELD=NAME with one of {', '.join(field_book())}")
        found[field] = (*found.get(field, ()), name)
    return found
