"""Nouns for people that attribution knows by what sort of source they are: "criminologist", "stationmaster"."""

from pydantic import BaseModel, ConfigDict

from reportedly.resources import load_model


class Calling(BaseModel):
    """What of an entry of `attribution/source_kinds.yaml` tells a noun for people."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    words: tuple[str, ...]
    human: bool = False
    lends: bool = False


def callings() -> frozenset[str]:
    """Return the single words."""
    entries = load_model("attribution/source_kinds.yaml", list[Calling])
    return frozenset(word for e in entries if e.human and not e.lends for word in e.words if " " not in word)
