"""Tells in which room of the package the processor's time goes, by looking at the stack while it works."""

import signal
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import reportedly

PACKAGE = Path(reportedly.__file__).parent
#: Processor seconds between two looks.
INTERVAL = 0.005
#: What takes most of a room's time is told apart from it, by the end of a file's name.
PARTS = {
    "spacy/language.py": "language: spaCy",
    "attribution/tagging/tagger.py": "attribution: tagger",
    "coding/judging/judge.py": "coding: judge",
}


def shares_by_room(work: Callable[[], object]) -> dict[str, float]:
    """Do some work and return which share of the processor's time each room took, the greatest first.

    A look comes late where compiled code is running, so each counts for the time since the one before.

    Args:
        work: Runs in the main thread. What the coder calls belongs to the room that it calls, wherever that leads.
    """
    seconds: defaultdict[str, float] = defaultdict(float)
    last = time.process_time()

    def look(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        seconds[_room_of(frame)] += now - last
        last = now

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    whole = sum(seconds.values())
    return {room: seconds[room] / whole for room in sorted(seconds, key=lambda room: -seconds[room])}


def _room_of(frame: FrameType | None) -> str:
    """Return the part or the room that the coder called, from the innermost frame outwards."""
    room, part = "beside", None
    while frame is not None:
        path = frame.f_code.co_filename
        part = part or next((name for end, name in PARTS.items() if path.endswith(end)), None)
        if path.startswith(str(PACKAGE)):
            inside = Path(path).relative_to(PACKAGE).parts
            room = inside[0] if len(inside) > 1 else room
        frame = frame.f_back
    return part or room
