"""Admiralty credibility, 1 confirmed to 6 cannot be judged: from independent origins only, with its reasons."""

from collections.abc import Iterator

from reportedly.linking.differences import TURNED
from reportedly.linking.resting import Grounds
from reportedly.records import Contradiction, Credibility

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = range(1, 7)
#: So many independent origins outweigh a denial.
MANY = 3


def judge(grounds: Grounds, contradictions: tuple[Contradiction, ...]) -> Credibility:
    """Judge how credible an act is.

    ===== ============================================================================================
    1     two or more independent origins, and nobody denies it or tells it the other way round
    2     three or more, and somebody does
    3     one named origin and nobody against it; or two, and somebody does
    4     one named origin, and somebody denies it or tells it the other way round
    5     only denials
    6     nobody with a name stands behind it
    ===== ============================================================================================

    Figures and places that differ are reasons, and do not lower it: those who differ agree that it happened.
    """
    against = [entry for entry in contradictions if _is_against(entry, grounds)]
    reasons = (*_origins(grounds), *_loops(grounds), *(entry.what for entry in contradictions))
    return Credibility(value=_value(grounds, is_disputed=bool(against)), reasons=tuple(dict.fromkeys(reasons)))


def _value(grounds: Grounds, *, is_disputed: bool) -> int:
    named = sum(voice.is_known for voice in grounds.voices)
    if not grounds.voices:
        return IMPROBABLE if grounds.denying else UNJUDGED
    if named == 0:
        return DOUBTFUL if is_disputed else UNJUDGED
    if named == 1:
        return DOUBTFUL if is_disputed else POSSIBLE
    if is_disputed:
        return PROBABLE if named >= MANY else POSSIBLE
    return CONFIRMED


def _is_against(entry: Contradiction, grounds: Grounds) -> bool:
    return entry.what.startswith(TURNED) or entry.by in {voice.name for voice in grounds.denying}


def _origins(grounds: Grounds) -> Iterator[str]:
    names = "; ".join(voice.name for voice in grounds.voices)
    if not grounds.voices:
        yield "nobody is named as having said so"
    elif len(grounds.voices) == 1:
        yield f"one origin: {names}"
    else:
        yield f"{len(grounds.voices)} independent origins: {names}"
    for voice in grounds.voices:
        if not voice.is_known:
            yield f"unnamed: {voice.name}"


def _loops(grounds: Grounds) -> Iterator[str]:
    for citation in grounds.citations:
        if citation.closes_loop:
            yield f"a loop: {citation.house} leans on the article that leans on it"
