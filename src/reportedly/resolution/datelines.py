"""In which country the place of a dateline lies: "PESHAWAR, Pakistan", "CAIRO/GAZA", "SACRAMENTO, Calif."."""

import re

from reportedly.resolution.gazetteer import Gazetteer, GazetteerEntry

#: Between the towns of a report sent from several: "CAIRO/GAZA", "Geneva and Bamako".
SEVERAL = re.compile(r"\s*(?:/|;|\band\b)\s*", re.IGNORECASE)


def dateline_country(place: str, *, gazetteer: Gazetteer) -> str | None:
    """Return the country that a report was sent from.

    What follows a comma says where the town lies; a town by itself is a capital of that name, else the largest. Of
    several towns the first counts.

    Args:
        place: As the dateline has it: "PESHAWAR, Pakistan".
        gazetteer: Where the names are looked up.

    Returns:
        Its ISO 3166-1 alpha-3 code; None when no part of it is known.
    """
    town, *within = (part.strip() for part in SEVERAL.split(place, maxsplit=1)[0].split(","))
    for name in reversed(within):
        found = next((entry for entry in gazetteer.lookup(name) if entry.kind != "city"), None)
        if found is not None:
            return found.country
    best = _likeliest(gazetteer.lookup(town))
    return None if best is None else best.country


def _likeliest(entries: tuple[GazetteerEntry, ...]) -> GazetteerEntry | None:
    return next((entry for entry in entries if entry.is_capital), entries[0] if entries else None)
