"""The shapes of the YAML files below `codebook/reading/`, checked when they are loaded."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from reportedly.records import FurnitureKind, Genre
from reportedly.resources import load_model


class Entry(BaseModel):
    """Base of the entries: a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FurnitureLine(Entry):
    """One line shape of furniture.yaml."""

    kind: FurnitureKind
    line: str
    where: Literal["any", "head", "tail", "edge"] = "any"
    opens: Literal["nothing", "next", "links", "rest"] = "nothing"
    most: int = 25
    example: str
    keeps: tuple[str, ...] = ()


class FurnitureBar(Entry):
    """One word list of furniture.yaml: a line of nothing but these words."""

    kind: FurnitureKind
    words: tuple[str, ...]
    least: int
    example: str


class FurnitureBook(Entry):
    """furniture.yaml."""

    speech: tuple[str, ...]
    parts: dict[str, str]
    bars: tuple[FurnitureBar, ...]
    lines: tuple[FurnitureLine, ...]


class CreditShape(Entry):
    """One shape of credits.yaml."""

    at: Literal["lead", "line", "close"]
    shape: str
    example: str
    finds: dict[str, str | list[str]]
    keeps: tuple[str, ...] = ()


class CreditBook(Entry):
    """credits.yaml."""

    parts: dict[str, str]
    shapes: tuple[CreditShape, ...]
    endings: tuple[str, ...]
    particles: tuple[str, ...]
    ends: tuple[str, ...]
    roles: tuple[str, ...]
    not_names: tuple[str, ...]
    town_openings: tuple[str, ...]
    lands: frozenset[str]
    titles: frozenset[str]
    beats: tuple[str, ...]
    byline_words: frozenset[str]
    writers: tuple[str, ...]
    helpers: tuple[str, ...]
    noise: tuple[str, ...]
    author_headings: frozenset[str]
    updates: tuple[str, ...]


class Note(Entry):
    """One shape of notes.yaml."""

    of: Literal["author", "anyone", "house"]
    shape: str
    example: str
    keeps: tuple[str, ...] = ()


class NoteBook(Entry):
    """notes.yaml."""

    parts: dict[str, str]
    notes: tuple[Note, ...]


class Box(Entry):
    """One kind of box of boxes.yaml."""

    kind: FurnitureKind
    words: tuple[str, ...]
    example: str
    keeps: tuple[str, ...] = ()


class BoxBook(Entry):
    """boxes.yaml."""

    boxes: tuple[Box, ...]
    tags: dict[str, FurnitureKind]
    mixed: dict[str, FurnitureKind]
    unseen: frozenset[str]
    inline: frozenset[str]


class OutletWord(Entry):
    """One word of publishers.yaml."""

    word: str
    example: str


class PublisherBook(Entry):
    """publishers.yaml."""

    outlet_words: tuple[OutletWord, ...]
    suffix_labels: tuple[str, ...]
    signs: dict[str, float]
    slogans: frozenset[str]
    generic: tuple[str, ...]
    labels: frozenset[str]
    openings: frozenset[str]
    particles: frozenset[str]


class Wire(Entry):
    """One agency or outlet of wires.yaml."""

    name: str
    aliases: tuple[str, ...] = ()
    domain: str | None = None
    kind: Literal["wire", "outlet"]
    common: bool = False
    example: str


class DateShape(Entry):
    """One shape of dates.yaml that holds a date."""

    shape: str
    example: str
    finds: str


class DateLine(DateShape):
    """One whole line of dates.yaml."""

    evidence: Literal["published line", "date line", "update line"]
    keeps: tuple[str, ...] = ()


class DateBook(Entry):
    """dates.yaml."""

    scores: dict[str, float]
    meta: tuple[str, ...]
    months: dict[str, int]
    zones: dict[str, int]
    parts: dict[str, str]
    formats: tuple[DateShape, ...]
    lines: tuple[DateLine, ...]
    numbers: tuple[DateShape, ...]
    urls: tuple[DateShape, ...]


class GenreSign(Entry):
    """One sign of genres.yaml."""

    genre: Genre
    at: Literal["type", "label", "path", "slug", "title", "line", "house"]
    words: frozenset[str] = frozenset()
    shape: str = ""
    above: bool = False
    example: str
    keeps: tuple[str, ...] = ()


class GenreBook(Entry):
    """genres.yaml."""

    scores: dict[str, float]
    plain: float
    order: tuple[Genre, ...]
    signs: tuple[GenreSign, ...]


class CorrectionLine(Entry):
    """One line shape of corrections.yaml."""

    anywhere: bool
    line: str
    example: str
    keeps: tuple[str, ...] = ()


class FieldNames(Entry):
    """Names of one field in fields.yaml."""

    names: tuple[str, ...]
    example: str


@cache
def furniture_book() -> FurnitureBook:
    """Load furniture.yaml."""
    return load_model("reading/furniture.yaml", FurnitureBook)


@cache
def credit_book() -> CreditBook:
    """Load credits.yaml."""
    return load_model("reading/credits.yaml", CreditBook)


@cache
def box_book() -> BoxBook:
    """Load boxes.yaml."""
    return load_model("reading/boxes.yaml", BoxBook)


@cache
def note_book() -> NoteBook:
    """Load notes.yaml."""
    return load_model("reading/notes.yaml", NoteBook)


@cache
def publisher_book() -> PublisherBook:
    """Load publishers.yaml."""
    return load_model("reading/publishers.yaml", PublisherBook)


@cache
def wires() -> tuple[Wire, ...]:
    """Load wires.yaml."""
    return load_model("reading/wires.yaml", tuple[Wire, ...])


@cache
def date_book() -> DateBook:
    """Load dates.yaml."""
    return load_model("reading/dates.yaml", DateBook)


@cache
def genre_book() -> GenreBook:
    """Load genres.yaml."""
    return load_model("reading/genres.yaml", GenreBook)


@cache
def correction_lines() -> tuple[CorrectionLine, ...]:
    """Load corrections.yaml."""
    return load_model("reading/corrections.yaml", tuple[CorrectionLine, ...])


@cache
def field_book() -> dict[str, FieldNames]:
    """Load fields.yaml."""
    return load_model("reading/fields.yaml", dict[str, FieldNames])
