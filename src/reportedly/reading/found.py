"""What the lines of a page turned out to be."""

from dataclasses import dataclass, field

from reportedly.reading.credits import Credit
from reportedly.reading.names import merge
from reportedly.records import DateCandidate, Furniture


@dataclass(slots=True)
class Layout:
    """What the lines turned out to be; filled line by line.

    Attributes:
        title: The headline; None when the page shows none.
        paragraphs: The body.
        credits: What every credit line, byline and dateline said, in reading order.
        outlets: Names of outlets that stand alone in the head.
        dates: Signs of the publication date.
        place: Of the dateline.
        date: Of the dateline, as printed.
        furniture: What was cut, in reading order.
        above: How many pieces of it stand above the body.
    """

    title: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)
    place: str | None = None
    date: str | None = None
    furniture: list[Furniture] = field(default_factory=list)
    above: int = 0

    @property
    def agencies(self) -> tuple[str, ...]:
        """Every agency credited, nearest first."""
        return merge(credit.agencies for credit in self.credits)

    @property
    def authors(self) -> tuple[str, ...]:
        """Every author named."""
        return merge(credit.authors for credit in self.credits)
