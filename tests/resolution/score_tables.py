"""Scores times, figures, things and actors on tables written apart from the rules: `score_tables.py [-v]`.

The tables `…_more` are by a third hand, `…_wire` by a fourth, `…_probes` by whoever worked on the rules; none of their
rows is held back.

A row is right when every phrase in brackets means what the row says. With `-v` the wrong rows of the open parts are
listed; no option lists those of the held-back parts, whose texts leave no function here.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Actor, Article, Date, Item, Quantity, Span
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.dates import find_dates
from reportedly.resolution.gazetteer import Gazetteer
from reportedly.resolution.items import find_items
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.places import PlaceFinder
from reportedly.resolution.quantities import find_quantities

FOLDER = Path(__file__).resolve().parent
Row: TypeAlias = dict[str, Any]
#: What was found over one phrase in brackets; None for a phrase over which there is not exactly one.
Found: TypeAlias = Date | Quantity | Item | tuple[Actor, ...]
FIGURE = re.compile(
    r"(?P<kind>[a-z]+) (?P<value>-|[\d.]+)(?: (?P<low>[\d.]*?)\.\.(?P<high>[\d.]*))?"
    r"(?: (?P<unit>[A-Za-z]*[a-z][A-Za-z| ]*?))?(?: (?P<currency>[A-Z]{3}))?(?: /(?P<per>[a-z]+))?"
)


@dataclass(slots=True)
class Tally:
    """How many rows of each kind there are, and how many of them are right."""

    total: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Right rows over all rows."""
        return self.right.total() / self.total.total()


def load(name: str) -> list[Row]:
    """Return the rows of a table, or of its held-back part: "dates", "dates_heldback"."""
    rows: list[Row] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return rows


def parts_of(text: str) -> tuple[str, tuple[Span, ...]]:
    """Return a text without its brackets, and where the phrases stand that were in them."""
    plain, spans = "", []
    for piece in re.split(r"(\[[^]]*\])", text):
        words = piece[1:-1] if piece.startswith("[") else piece
        if piece.startswith("["):
            spans.append((len(plain), len(plain) + len(words)))
        plain += words
    return plain, tuple(spans)


def is_held_back(text: str) -> bool:
    """Tell which part of its table a row belongs to."""
    return int(sha256(parts_of(text)[0].encode()).hexdigest()[:8], 16) % 3 == 0


def over(span: Span, things: Iterable[Any]) -> list[Any]:
    """Return the things of which a word stands in a span."""
    return [thing for thing in things if thing.span and thing.span[0] < span[1] and span[0] < thing.span[1]]


def date_means(date: Date, meaning: str) -> bool:
    """Compare a time with "start/end precision"."""
    return meaning == f"{date.start or '..'}/{date.end or '..'} {date.precision}"


def figure_means(quantity: Quantity, meaning: str) -> bool:
    """Compare a figure with "kind value low..high unit currency /per"."""
    match = FIGURE.fullmatch(meaning)
    if match is None:
        raise ValueError(f"{meaning!r} is no meaning of a figure")
    part = match.groupdict()
    value = _number(part["value"])
    bounded = part["low"] is not None
    low, high = (_number(part["low"]), _number(part["high"])) if bounded else (value, value)
    return (
        (quantity.kind, quantity.currency, quantity.per) == (part["kind"], part["currency"], part["per"])
        and all(map(_equal, (quantity.value, quantity.low, quantity.high), (value, low, high)))
        and (part["unit"] is None or quantity.unit in part["unit"].split("|"))
    )


def item_means(item: Item, meaning: str) -> bool:
    """Compare a thing with "category count action"."""
    found = (item.category, item.count, item.action)
    return all(
        ("-" if one is None else str(one)) in each.split("|")
        for one, each in zip(found, meaning.split(" "), strict=True)
    )


def actors_mean(actors: tuple[Actor, ...], meaning: str) -> bool:
    """Compare the actors of a phrase with "country sectors", joined by "&"."""
    wanted = meaning.split(" & ")
    return len(actors) == len(wanted) and all(map(_actor_means, actors, wanted))


def _actor_means(actor: Actor, meaning: str) -> bool:
    countries, sectors = (part.split(",") for part in meaning.split(" "))
    found = set(actor.sectors or "-")
    return (actor.country or "-") in countries and (sectors == ["*"] or found <= set(sectors))


def _number(text: str) -> float | None:
    return None if text in ("", "-") else float(text)


def _equal(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return abs(found - wanted) <= 0.0005 * abs(wanted)


def dates_in(row: Row) -> list[Found | None]:
    """Return the time over each phrase of a row."""
    return _single(row, find_dates(_annotated(row)))


def quantities_in(row: Row) -> list[Found | None]:
    """Return the figure over each phrase of a row."""
    return _single(row, find_quantities(_annotated(row)))


def items_in(row: Row) -> list[Found | None]:
    """Return the thing over each phrase of a row."""
    return _single(row, find_items(_annotated(row)))


def actors_in(row: Row) -> list[Found | None]:
    """Return the actors that each phrase of a row names, conjuncts too, with the places of its sentence known."""
    annotated = _annotated(row)
    view = _resolver().view(annotated)
    view = view.placed(_place_finder().find(annotated, marks=view.marks))
    found: list[Found | None] = []
    for span in parts_of(row["text"])[1]:
        phrase = annotated.doc.char_span(*span, alignment_mode="expand")
        heads = [phrase.root, *(token for token in phrase.root.conjuncts if phrase.start <= token.i < phrase.end)]
        found.append(tuple(actor for head in heads for actor in view.resolve_all(head)))
    return found


def _single(row: Row, things: Iterable[Any]) -> list[Found | None]:
    found = [over(span, things) for span in parts_of(row["text"])[1]]
    if not row["means"]:
        return [thing for each in found for thing in each]
    return [each[0] if len(each) == 1 else None for each in found]


def _annotated(row: Row) -> AnnotatedText:
    text, _ = parts_of(row["text"])
    return annotate(Article.verbatim(text, published=row.get("published")), nlp=load_pipeline())


@cache
def _resolver() -> ActorResolver:
    return ActorResolver.load()


@cache
def _place_finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load(), PlaceLexicon.load())


@dataclass(frozen=True, slots=True)
class Table:
    """How one table is scored.

    Attributes:
        find: Row → what is found over each of its phrases.
        means: Whether what was found has a meaning.
    """

    find: Callable[[Row], list[Found | None]]
    means: Callable[[Any, str], bool]


TABLES = {
    "dates": Table(dates_in, date_means),
    "quantities": Table(quantities_in, figure_means),
    "items": Table(items_in, item_means),
    "actors": Table(actors_in, actors_mean),
}


#: Open tables: by a third and a fourth hand, and probes by whoever worked on the rules.
MORE = ("items_more", "items_wire", "actors_more", "items_probes", "items_drawn")


def table_of(name: str) -> Table:
    """Return how a part of a table is scored: "items_heldback" and "items_more" as "items"."""
    return TABLES[name.partition("_")[0]]


def agrees(found: list[Found | None], row: Row, means: Callable[[Any, str], bool]) -> bool:
    """Tell whether what was found over the phrases of a row is what the row says."""
    return len(found) == len(row["means"]) and all(
        one is not None and any(means(one, reading) for reading in meaning.split(" or "))
        for one, meaning in zip(found, row["means"], strict=True)
    )


def score(name: str) -> Tally:
    """Count one part of a table.

    Raises:
        RuntimeError: A row could not be judged; the traceback of that would show the row, so it is not kept.
    """
    table, tally = table_of(name), Tally()
    for row in load(name):
        tally.total[row["kind"]] += 1
        try:
            tally.right[row["kind"]] += agrees(table.find(row), row, table.means)
        except Exception as error:
            raise RuntimeError(f"{type(error).__name__} raised by a row of {name}") from None
    return tally


def faults(table: str) -> Iterator[str]:
    """Yield a line for each wrong row of the open part of a table, or of one that is open as a whole."""
    for row in load(table):
        found = table_of(table).find(row)
        if not agrees(found, row, table_of(table).means):
            yield f"{table}, {row['kind']}: {row['text']} -> {row['means']}, not {[_shown(each) for each in found]}"


def _shown(found: Found | None) -> str:
    match found:
        case None:
            return "none or several"
        case Date():
            return f"“{found.text}” {found.start or '..'}/{found.end or '..'} {found.precision}"
        case Quantity():
            figures = f"{found.kind} {found.value} {found.low}..{found.high}"
            return f"“{found.text}” {figures} {found.unit} {found.currency} /{found.per}"
        case Item():
            return f"“{found.text}” {found.category} {found.count} {found.action}"
        case _:
            return " & ".join(f"“{actor.text}” {actor.country} {','.join(actor.sectors)}" for actor in found)


def main() -> None:
    """Print the shares of both parts of each table by kind, then what is wrong in the open parts when asked."""
    for name in (*(part for table in TABLES for part in (table, f"{table}_heldback")), *MORE):
        tally = score(name)
        kinds = ", ".join(f"{kind} {tally.right[kind]}/{total}" for kind, total in tally.total.items())
        print(f"{name}: {tally.right.total()} of {tally.total.total()}, {tally.share:.4f} ({kinds})")
    if "-v" in sys.argv[1:]:
        for table in (*TABLES, *MORE):
            print(*faults(table), sep="\n")


if __name__ == "__main__":
    main()
