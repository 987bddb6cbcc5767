"""Why a piece of a page was cut, told anew from the record by the rules that cut it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reportedly.reading.credits import read_credit_line, read_lead
from reportedly.reading.furniture import Cut, Where, find_cut
from reportedly.reading.published import from_line, from_number
from reportedly.reading.signatures import read_signature
from reportedly.records import Furniture

#: What stands where, for pieces that no rule of wording or shape names.
POSITIONS = {
    "section label": "it is a short label above the text",
    "related links": "it is a short line without a full stop below the last paragraph",
    "navigation": "it is a word or two beside the text, and no sentence",
    "credit": "it is the name of an outlet, or of one whom the page credits, on a line of its own",
    "byline": "it names or describes those who made the article",
    "other": "it stands between headline and text, or only the less strict extraction of the page held it",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a piece was cut.

    Attributes:
        kind: markup, learned, phrase, shape, position, or heading (it stands under another piece).
        words: The reason, to follow "because".
    """

    kind: str
    words: str


def furniture_reasons(pieces: Iterable[Furniture]) -> Iterator[Reason]:
    """Tell why each piece was cut.

    The order: 1. the page's markup, or a furniture file; 2. its wording; 3. its shape; 4. the heading above it; 5. its
    place.

    Args:
        pieces: What was cut from one page, in reading order.
    """
    heading: Furniture | None = None
    for piece in pieces:
        cut = _cut(piece)
        if cut or heading is None or heading.kind != piece.kind:
            heading = piece if cut and cut.opens != "nothing" else None
        yield _reason(piece, cut=cut, heading=heading)


def _reason(piece: Furniture, *, cut: Cut | None, heading: Furniture | None) -> Reason:
    if piece.markup:
        return Reason("markup", f"the page's markup says so: {piece.markup}")
    if piece.learned is not None:
        articles = "an article" if piece.learned == 1 else f"{piece.learned:,} articles"
        return Reason("learned", f"the furniture file has it from {articles} of the publisher")
    if cut:
        return Reason("phrase", f"it is worded like “{cut.example}”")
    if shape := _shape(piece.text):
        return Reason("shape", shape)
    if heading:
        return Reason("heading", f"it stands under “{heading.text}”")
    return Reason("position", POSITIONS.get(piece.kind, "of where it stands"))


def _cut(piece: Furniture) -> Cut | None:
    cuts = (find_cut(piece.text, where) for where in Where)
    return next((cut for cut in cuts if cut and cut.kind == piece.kind), None)


def _shape(text: str) -> str | None:
    if from_number(text):
        return "it is an article number that holds a date"
    if read_signature(text, below_title=True):
        return "it signs the article, every piece of it a name, a post, an outlet or a date"
    if read_credit_line(text):
        return "it has the shape of a credit line or byline"
    if read_lead(f"{text} Nine people died.").cut == text:
        return "it opens the first paragraph as datelines and agency marks do"
    return "it is a date with hardly a word beside it" if from_line(text, above_title=True) else None
