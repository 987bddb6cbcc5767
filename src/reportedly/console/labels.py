"""Words and marks of closed sets: what a standing is called, and which sign tells it without colour."""

from collections.abc import Iterable

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
EDGES = {EdgeKind.RELAYS: "quotes", EdgeKind.COPIES: "copies", EdgeKind.CITES: "cites"}
FACETS = {
    "type": "Type",
    "quad": "Cooperation or conflict",
    "standing": "Standing",
    "modality": "Told as",
    "disputed": "Disputed",
    "origins": "Independent origins",
    "country": "Country",
}
#: PLOVER's sectors, and its codes for parties that belong to no country.
SECTORS = {
    "GOV": "government", "MIL": "military", "COP": "police", "JUD": "courts", "LEG": "legislature",
    "SPY": "intelligence service", "PRM": "paramilitaries", "PTY": "political party", "REB": "rebels",
    "UAF": "armed group, whose is unknown", "UNK": "unknown", "AGR": "farming and fishing", "BUS": "business",
    "CRM": "criminals", "CVL": "civilians", "EDU": "education", "ELI": "former office-holders and elites",
    "JRN": "journalists", "LAB": "labour", "MED": "health", "REF": "refugees", "OPP": "opposition",
    "PRE": "breakaway authority", "REL": "religious bodies", "SOC": "social groups and charities",
}  # fmt: skip
COUNTRIES = {
    "IGO": "other intergovernmental organisation", "UNO": "United Nations", "EUR": "European Union",
    "NGO": "non-governmental organisation", "ISM": "religious movement across countries",
    "IMG": "armed group across countries",
    "MNC": "firm across countries", "KOS": "Kosovo",
}  # fmt: skip
#: What the choices in the address of a view are called, beside those of the facets.
CHOICES = FACETS | {
    "actor": "Actor",
    "recipient": "Recipient",
    "party": "Party",
    "since": "Since",
    "until": "Until",
    "text": "Words",
    "source": "Source",
}
NOT_JUDGED = NO_ENTRY


def facet_words(name: str, value: str) -> str:
    """Return what a choice of a filter is called."""
    if name == "disputed":
        return "disputed" if value == "true" else "not disputed"
    if name == "origins":
        return "any" if value == "1" else f"{value} or more"
    return value


def codes_words(country: str | None, sectors: Iterable[str]) -> str:
    """Return "COL, military": what the codes of a party stand for; a country's own code says which it is."""
    words = [COUNTRIES.get(country, country)] if country else []
    return ", ".join([*words, *(SECTORS.get(sector, sector) for sector in sectors)])


def group_words(group: str) -> str:
    """Return "COL, military" for "COL MIL"."""
    return ", ".join(COUNTRIES.get(code, SECTORS.get(code, code)) for code in group.split())


def choice_words(name: str, value: str) -> str:
    """Return what a choice in the address of a view says: "Independent origins: 2 or more"."""
    return f"{CHOICES[name]}: {facet_words(name, value)}"


def place_words(place: Place) -> str:
    """Return "Tin Azeraf, Gao, MLI": the place, its division and its country, each once; a country is its name."""
    around = () if place.kind is PlaceKind.COUNTRY else (place.admin1, place.country)
    return ", ".join(dict.fromkeys(part for part in (place.name, *around) if part))


def in_order(given: Iterable[GivenValue]) -> list[GivenValue]:
    """Return figures in the order in which they were given, those of unknown day last."""
    return sorted(given, key=lambda one: (one.as_of is None, one.as_of or ""))


def given_words(given: GivenValue) -> str:
    """Return "17", "30 – 40", "at least 9"."""
    if given.low is None and given.high is None and given.value is not None:
        return number_words(given.value)
    return range_words(given.low, given.high)
