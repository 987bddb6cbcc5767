"""Actors, figures, things and places in short words for the screen."""

from rich.text import Text

from reportedly.cli.show.screen import joined
from reportedly.records import Actor, Event, Item, Place, PlaceKind, Quantity, QuantityKind
from reportedly.wording.printable import printable

#: Kinds whose words need the kind beside them: "two" alone does not tell that it counts the dead.
TOLLS = frozenset(
    {
        QuantityKind.KILLED,
        QuantityKind.INJURED,
        QuantityKind.ARRESTED,
        QuantityKind.DISPLACED,
        QuantityKind.MISSING,
    }
)


def codes(actor: Actor) -> str:
    """Return country and sectors: "PER GOV"; an empty text when neither is known."""
    return " ".join((*([actor.country] if actor.country else []), *actor.sectors))


def actor_text(actor: Actor) -> Text:
    """Return "Alonso Rivarola (PER GOV)"."""
    text = Text("alleged " if actor.alleged and "alleged" not in actor.name else "")
    text.append(printable(actor.name), style="bold")
    if known := codes(actor):
        text.append(f" ({printable(known)})", style="dim")
    return text


def parties_text(event: Event) -> Text:
    """Return "actors → recipients"; whoever the text does not tell is a question mark."""
    actors = joined(", ", (actor_text(actor) for actor in event.actors))
    if not event.recipients:
        return actors
    recipients = joined(", ", (actor_text(actor) for actor in event.recipients))
    return Text.assemble(actors or Text("?", style="dim"), (" → ", "bold"), recipients)


def place_words(place: Place) -> str:
    """Return "Tin Azeraf, Gao, MLI": the place, its division and its country, each once; a country is its name."""
    around = () if place.kind is PlaceKind.COUNTRY else (place.admin1, place.country)
    parts = dict.fromkeys(part for part in (place.name, *around) if part)
    return printable(", ".join(parts))


def quantity_words(quantity: Quantity) -> str:
    """Return the words of the text; the kind beside them when they count people harmed."""
    words = printable(quantity.text)
    named = str(quantity.kind) not in words and quantity.kind in TOLLS
    return f"{quantity.kind}: {words}" if named else words


def item_words(item: Item) -> str:
    """Return "14 missile batteries (missile, deliver)"."""
    remarks = [remark for remark in (str(item.category), item.action) if remark and remark != "other"]
    return printable(f"{item.text} ({', '.join(remarks)})" if remarks else item.text)
