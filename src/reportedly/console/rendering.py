"""Pages from templates: everything that comes from news is escaped, made legible and cut to a length."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.console import labels, links
from reportedly.console.marking import mark_sentence
from reportedly.wording import explained
from reportedly.wording.certainty import CERTAINTY
from reportedly.wording.counting import counted, number_words
from reportedly.wording.printable import printable
from reportedly.wording.when import date_words, iso_words

#: No text in a page is longer, but for an article's own.
LONGEST = 1_200


class Whole(str):
    """A text that a page shows whole: an article's own words."""

    __slots__ = ()


@cache
def environment() -> Environment:
    """Return the environment of all templates."""
    made = Environment(
        loader=PackageLoader("reportedly.console"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=legible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "date_words": date_words,
        "iso_words": iso_words,
        "number_words": number_words,
        "safe_url": safe_url,
        "utc_words": utc_words,
    }
    made.globals |= {
        "counted": counted,
        "explained": explained,
        "labels": labels,
        "certainty": CERTAINTY,
        "links": links,
        "mark_sentence": mark_sentence,
        "whole": Whole,
    }
    return made


def render(template: str, **values: Any) -> str:
    """Return a page."""
    return environment().get_template(template).render(values)


def legible(value: Any) -> Any:
    """Return what a page shows for a value: of text so much, and no character that is invisible or reorders others."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    if isinstance(value, Whole):
        return printable(value, keep_lines=True)
    return printable(value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…", keep_lines=True)


def utc_words(value: str) -> str:
    """Say when an article appeared: lists have days as they are, and moments in UTC without saying so."""
    return iso_words(f"{value}+00:00" if "T" in value else value)


def safe_url(url: str | None) -> str | None:
    """Return an address that a link may lead to; None for all but web pages."""
    return url if url is not None and url.startswith(("https://", "http://")) else None
