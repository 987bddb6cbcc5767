"""From bytes to articles: one reader a format, furniture cut and kept, dates and sources weighed."""

from reportedly.reading.entry import read, read_all
from reportedly.reading.options import ReadingOptions

__all__ = ["ReadingOptions", "read", "read_all"]
