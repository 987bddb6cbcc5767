"""Words and marks of closed sets: what a standing is called, and which sign tells it without colour."""

from reportedly.linking.policy import NO_ENTRY
from reportedly.records import EdgeKind, GivenValue, Modality, Place, PlaceKind, Standing
from reportedly.wording.counting import number_words, range_words

#: The fuller the circle, the more the article itself vouches.
SIGNS = {Standing.ASSERTED: "●", Standing.REPORTED: "◐", Standing.ALLEGED: "○", Standing.DENIED: "✕"}
STANDINGS = {
    Standing.ASSERTED: "told in the article's own voice",
    Standing.REPORTED: "told by somebody whom the article names or describes",
    Standing.ALLEGED: "claimed, and held at a distance",
    Standing.DENIED: "told only as something that somebody denies",
}
MODALITIES = {
    Modality.ACTUAL: "told as done",
    Modality.NEGATED: "told as not done",
    Modality.HYPOTHETICAL: "told as possible",
    Modality.FUTURE: "told as still to come",
    Modality.HISTORICAL: "told as background from long before",
}
EDGES = {EdgeKind.RELAYS: "relays", EdgeKind.COPIES: "copies", EdgeKind.CITES: "cites"}
FACETS = {
    "type": "Type",
    "quad": "Quadrant",
    "standing": "Standing",
    "modality": "Told as",
    "disputed": "Disputed",
    "origins": "Independent origins",
    "country": "Country",
}
NOT_JUDGED = NO_ENTRY


def facet_words(name: str, value: str) -> str:
    """Return what a choice of a filter is called."""
    if name == "disputed":
        return "disputed" if value == "true" else "not disputed"
    if name == "origins":
        return "any" if value == "1" else f"{value} or more"
    return value


def place_words(place: Place) -> str:
    """Return "Tin Azeraf, Gao, MLI": the place, its division and its country, each once; a country is its name."""
    around = () if place.kind is PlaceKind.COUNTRY else (place.admin1, place.country)
    return ", ".join(dict.fromkeys(part for part in (place.name, *around) if part))


def given_words(given: GivenValue) -> str:
    """Return "17", "30 – 40", "at least 9"."""
    return range_words(given.low, given.high) if given.value is None else number_words(given.value)
