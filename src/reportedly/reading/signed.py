"""Who signs a web page beside its text: the line below the headline, the owner of the copy in the footer."""

from collections.abc import Iterator

from reportedly.reading.boxes import Boxes
from reportedly.reading.credits import Credit, read_credit_line
from reportedly.reading.metadata import Metadata
from reportedly.reading.names import merge
from reportedly.reading.outlets import find_wire
from reportedly.reading.signatures import Signature, read_signature

#: Boxes below a text that may say whose copy it is; an agency's name alone in a box is as often that of a picture.
CLOSING = "legal notice"


def read_signed(boxes: Boxes, metadata: Metadata) -> Signature:
    """Read who signs a page: authors and dates only where the metadata name nobody, agencies always.

    Args:
        boxes: Of the page.
        metadata: Of the page.
    """
    above = [each for box in boxes.above if box.kind in ("byline", "credit") and (each := _read(box.text))]
    below = merge(_owners(boxes))
    if metadata.authors or metadata.agencies:
        return Signature(Credit(agencies=merge([_beside(above, metadata.authors), below])))
    first = next((each for each in above if each.credit.authors), Signature(Credit()))
    return Signature(Credit(authors=first.credit.authors, agencies=merge([first.credit.agencies, below])), first.dates)


def _read(text: str) -> Signature | None:
    signature = read_signature(text, below_title=True)
    credit = None if signature else read_credit_line(text)
    return Signature(credit) if credit else signature


def _beside(signatures: list[Signature], authors: tuple[str, ...]) -> Iterator[str]:
    """Yield the agencies that stand in a byline beside one of the authors: "By Ana Sitoe, Reuters"."""
    known = {name.casefold() for name in authors}
    for signature in signatures:
        if not known.isdisjoint(name.casefold() for name in signature.credit.authors):
            yield from signature.credit.agencies


def _owners(boxes: Boxes) -> Iterator[tuple[str, ...]]:
    """Yield the agencies that a copyright line below the text names; any other house there is the site's own."""
    for box in boxes.below:
        credit = read_credit_line(box.text) if box.kind == CLOSING else None
        if credit and all((wire := find_wire(name)) and wire.kind == "wire" for name in credit.agencies):
            yield credit.agencies
