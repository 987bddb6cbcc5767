"""Notes on who made an article, by the shapes of `codebook/reading/notes.yaml`: "Asha Juma covers the coast"."""

import re
from collections.abc import Collection
from functools import cache

from reportedly.reading.calendar import with_parts
from reportedly.reading.codebook import Note, note_book
from reportedly.reading.furniture import reports_speech
from reportedly.reading.outlets import is_outlet_name
from reportedly.records import FurnitureKind

#: Notes on writers run to a few sentences.
LONGEST_NOTE = 500


def read_note(line: str, *, authors: Collection[str] = (), houses: Collection[str] = ()) -> FurnitureKind | None:
    """Tell whether a line below the text is a note on a writer or an outlet, and what to call it.

    Args:
        line: The whole line.
        authors: Persons that the page names as its writers.
        houses: Agencies and outlets that it names.
    """
    if len(line) > LONGEST_NOTE or reports_speech(line):
        return None
    for note, pattern in _patterns():
        match = pattern.fullmatch(line)
        if match and _is_meant(note, match.groupdict().get("who"), authors=authors, houses=houses):
            return "legal notice" if note.of == "house" else "byline"
    return None


def _is_meant(note: Note, who: str | None, *, authors: Collection[str], houses: Collection[str]) -> bool:
    match note.of:
        case "anyone":
            return who is None or not is_outlet_name(who)
        case "author":
            return who is not None and who.casefold() in {name.casefold() for name in authors}
        case _:
            return who is not None and (is_outlet_name(who) or who.casefold() in {name.casefold() for name in houses})


@cache
def _patterns() -> tuple[tuple[Note, re.Pattern[str]], ...]:
    book = note_book()
    return tuple((note, re.compile(with_parts(note.shape, book.parts))) for note in book.notes)
