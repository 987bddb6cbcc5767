"""One line of an actor memory: what a name was shown to be, between which dates, and by which words."""

from functools import cache
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from reportedly.errors import RecordError
from reportedly.language.lexicon import Country
from reportedly.resolution.actor_words import PLOVER_CODES, SUPRANATIONAL
from reportedly.resolution.days import Days
from reportedly.resolution.full_names import MAX_CHARACTERS, is_full_name
from reportedly.resources import load_model

Sector: TypeAlias = Literal[
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "PTY", "REB", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip


@cache
def country_codes() -> frozenset[str]:
    """Return every code that an actor's country can have."""
    countries = load_model("actors/countries.yaml", list[Country])
    return SUPRANATIONAL | {PLOVER_CODES.get(country.iso3, country.iso3) for country in countries}


def _full_name(name: str) -> str:
    if not is_full_name(name):
        shape = f"two words or more, each with a capital, {MAX_CHARACTERS} characters at most"
        raise ValueError(f"{name[:40]!r} is no full name ({shape})")
    return name


def _country_code(code: str) -> str:
    if code not in country_codes():
        raise ValueError(f"{code[:40]!r} is neither an ISO 3166-1 alpha-3 code nor one of PLOVER's")
    return code


def _iso_date(value: str) -> str:
    try:
        Days.of(value)
    except RecordError as error:
        raise ValueError(str(error)) from error
    return value


FullName: TypeAlias = Annotated[str, AfterValidator(_full_name)]
CountryCode: TypeAlias = Annotated[str, AfterValidator(_country_code)]
IsoDate: TypeAlias = Annotated[str, AfterValidator(_iso_date)]


class _Entry(BaseModel):
    # Strict: "articles": true is a slip of the pen, not the number one.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Shown(_Entry):
    """A sentence that showed it.

    Attributes:
        article: Id of the article, as in its report.
        published: When; None when unknown.
        sentence: The words.
    """

    article: str
    published: IsoDate | None = None
    sentence: str


class Remembered(_Entry):
    """What a name was shown to be; a name has one line for every country, office and title that it was shown with.

    Attributes:
        name: The full name.
        aliases: Other full names of the same person.
        country: As in the Actor record; None when the texts told none.
        sectors: PLOVER sectors, the most specific first.
        title: As the texts put it.
        first: Date of the first article that showed it, or first day of the office; None when not known.
        last: Date of the last article, or last day of the office; None when not known.
        articles: How many articles showed it; a line written by hand counts as one.
        shown_by: Some of the sentences that showed it.
    """

    name: FullName
    aliases: tuple[FullName, ...] = ()
    country: CountryCode | None = None
    sectors: tuple[Sector, ...] = ()
    title: str | None = None
    first: IsoDate | None = None
    last: IsoDate | None = None
    articles: Annotated[int, Field(ge=1)] = 1
    shown_by: tuple[Shown, ...] = ()

    @model_validator(mode="after")
    def _tells_something(self) -> Self:
        if self.country is None and not self.sectors:
            raise ValueError("it has neither a country nor sectors, so it tells nothing")
        if self.period.end < self.period.start:
            raise ValueError(f"last ({self.last}) lies before first ({self.first})")
        return self

    @property
    def period(self) -> Days:
        """The days from first to last."""
        return Days.between(self.first, self.last)
