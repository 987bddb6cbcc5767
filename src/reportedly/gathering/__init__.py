"""From addresses to articles: fetched politely and within limits, from pages and feeds."""

from reportedly.gathering.entry import read, read_all
from reportedly.gathering.options import FetchOptions

__all__ = ["FetchOptions", "read", "read_all"]
