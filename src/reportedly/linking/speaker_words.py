"""The words of codebook/linking/speakers.yaml, by group, as they stand and as stems."""

from functools import cache

from reportedly.language.given_names import fold
from reportedly.linking.terms import Strict
from reportedly.linking.words import all_stems, stem_list
from reportedly.resources import load_model


class SpeakerWords(Strict):
    """One entry of speakers.yaml."""

    group: str
    words: tuple[str, ...]
    example: str


@cache
def speaker_words(group: str) -> frozenset[str]:
    """Return the words of a group of speakers.yaml, folded.

    Raises:
        KeyError: There is no such group.
    """
    entries = {entry.group: entry.words for entry in load_model("linking/speakers.yaml", list[SpeakerWords])}
    return frozenset(fold(word) for word in entries[group])


@cache
def speaker_stems(group: str) -> frozenset[str]:
    """Return the same words as stems, those of one word."""
    return frozenset(stems[0] for word in speaker_words(group) if len(stems := stem_list(word)) == 1)


@cache
def joint_stems() -> frozenset[str]:
    """Return the stems that stand for any paper in which several parties speak at once."""
    return all_stems((*speaker_words("joint"), *speaker_words("statements")))
