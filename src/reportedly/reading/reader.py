"""Readers bid for an input, and the best bid reads it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from reportedly.reading.options import ReadingOptions
from reportedly.reading.raw import RawInput
from reportedly.records import Article, Failure


class Reader(ABC):
    """A reader of one format.

    Attributes:
        name: The format, for messages.
    """

    name: str

    def __init__(self, options: ReadingOptions) -> None:
        self.options = options

    @abstractmethod
    def bid(self, source: RawInput) -> float:
        """Say how well the input fits, 0…1, from its name and first bytes; 0 for not at all."""

    @abstractmethod
    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield the articles of the input, and a Failure for every part that cannot be read.

        Raises:
            ReadError: Nothing of the input can be read.
        """


def choose_reader(readers: Sequence[Reader], source: RawInput) -> Reader:
    """Return the reader with the highest bid; of equal bids, the first."""
    return max(readers, key=lambda reader: reader.bid(source))
