"""Plain text: an article as someone copied or saved it."""

from collections.abc import Iterator

from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.decoding import decode
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.records import Article, Failure


class TextReader(Reader):
    """Reads one article from plain text; bids low, so that any other format goes first."""

    name = "text"

    def bid(self, source: RawInput) -> float:
        """Bid for anything: whatever is no other format is text."""
        return 0.3 if source.suffix in (".txt", ".text", ".md") else 0.1

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield the article.

        Raises:
            ReadError: The input is empty, too large, binary, or holds no article text.
        """
        raw = source.read_bytes(self.options.max_bytes)
        text = decode(raw, name=source.name, encoding=self.options.encoding)
        publishers = (self.options.publisher,) if self.options.publisher else ()
        yield build_article(
            Draft(
                name=source.name, raw=raw, text=text, url=source.address, publishers=publishers,
                published=self.options.published,
            )
        )  # fmt: skip
