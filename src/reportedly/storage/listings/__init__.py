"""What people look through: events of the real world with counts beside every filter, in pages that have an address."""

from reportedly.storage.listings.about import About, RunLine
from reportedly.storage.listings.actors import ActorLine, ActorView, Counterpart
from reportedly.storage.listings.articles import ArticleLine, ClaimLine
from reportedly.storage.listings.counting import DayCount, PairCount, PlaceCount
from reportedly.storage.listings.cursors import Page
from reportedly.storage.listings.events import EventLine
from reportedly.storage.listings.facets import Facet, Facets, FacetValue
from reportedly.storage.listings.failures import FailureLine
from reportedly.storage.listings.lister import Listings
from reportedly.storage.listings.origins import OriginLine
from reportedly.storage.listings.overview import Totals
from reportedly.storage.listings.query import EventQuery, Sort

__all__ = [
    "About", "ActorLine", "ActorView", "ArticleLine", "ClaimLine", "Counterpart", "DayCount", "EventLine",
    "EventQuery", "Facet", "FacetValue", "Facets", "FailureLine", "Listings", "OriginLine", "Page", "PairCount",
    "PlaceCount", "RunLine", "Sort", "Totals",
]  # fmt: skip
