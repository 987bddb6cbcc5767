"""Which characters of a paragraph stand inside a quotation, by its marks alone.

The tagger is trained on this view, so a change here asks for new weights. The quotations of the language room, which
repair and judge, are another matter.
"""

import re

import numpy as np
import numpy.typing as npt

#: What closes a quotation, by what opened it.
CLOSERS = {"“": "”", "„": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
APOSTROPHES = "'’"
_MARK = re.compile(f"[{''.join(CLOSERS)}]")


def inside_quotation(paragraph: str) -> npt.NDArray[np.bool_]:
    """Return for every character whether a quotation holds it, marks included.

    A double mark that nothing closes rules to the end of the paragraph, as newswire has it when speech runs on; a
    single one that nothing closes is an apostrophe.
    """
    inside = np.zeros(len(paragraph), dtype=np.bool_)
    at = 0
    while (mark := _MARK.search(paragraph, at)) is not None:
        end = _end_of_quotation(paragraph, mark.start())
        at = mark.end() if end is None else end
        if end is not None:
            inside[mark.start() : end] = True
    return inside


def _end_of_quotation(paragraph: str, start: int) -> int | None:
    """Return where the quotation that the mark at a position opens ends; None when it opens none."""
    closer = CLOSERS[paragraph[start]]
    if closer not in APOSTROPHES:
        found = paragraph.find(closer, start + 1)
        return len(paragraph) if found < 0 else found + 1
    if not _opens(paragraph, start):
        return None
    found = paragraph.find(closer, start + 1)
    while found >= 0:
        if not paragraph[found + 1 : found + 2].isalnum() and not paragraph[found - 1].isspace():
            return found + 1
        found = paragraph.find(closer, found + 1)
    return None


def _opens(paragraph: str, at: int) -> bool:
    """Tell an opening single mark from an apostrophe and from the shortened year of "the '90s"."""
    before, after = paragraph[at - 1 : at], paragraph[at + 1 : at + 2]
    return not before.isalnum() and after.isalpha()
