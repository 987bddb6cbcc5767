"""What a memory answers, and where it holds its tongue."""

import pytest

from reportedly.records import Article
from reportedly.resolution.actor_memory import NEAR, ActorMemory
from reportedly.resolution.portraits import Portrait
from reportedly.resolution.remembered import Remembered

NOTHING = Portrait()


def a_line(name="Marta Solís", **fields):
    return Remembered(name=name, **fields)


def an_article(published):
    return Article.verbatim("Text.", published=published)


def recall(lines, *, name="Marta Solís", on="2021-03-10", told=NOTHING):
    return ActorMemory(lines).recall([name], article=an_article(on), told=told)


MINISTER = a_line(country="CHL", sectors=("GOV",), title="foreign minister", first="2021-01-05", last="2021-06-30")


def test_a_name_is_known_by_country_and_sectors_and_not_by_title():
    assert recall([MINISTER]) == Portrait(country="CHL", sectors=("GOV",))


@pytest.mark.parametrize("name", ["MARTA SOLIS", "Marta  Solís", "Marta Solis"])
def test_spelling_does_not_matter(name):
    assert recall([MINISTER], name=name) == Portrait(country="CHL", sectors=("GOV",))


@pytest.mark.parametrize("name", ["Solís", "Marta", "Marta Solís Paz", "the minister"])
def test_other_names_and_short_ones_are_unknown(name):
    assert recall([MINISTER], name=name) == NOTHING


def test_an_alias_is_as_good_as_the_name():
    assert recall([a_line(aliases=("Marta Solís Paz",), country="CHL")], name="Marta Solís Paz").country == "CHL"


@pytest.mark.parametrize(
    ("on", "known"),
    [
        ("2021-01-05", True),
        ("2022-06-30", True),
        ("2022-07-01", False),
        ("2020-01-06", True),
        ("2020-01-04", False),
        ("2022", True),
        ("2019", False),
        (None, True),
    ],
)
def test_an_office_holds_about_its_dates(on, known):
    assert NEAR == 365
    assert (recall([MINISTER], on=on) != NOTHING) is known


def test_an_open_end_holds_on():
    assert recall([a_line(country="CHL", first="2010")], on="2031-01-01").country == "CHL"
    assert recall([a_line(country="CHL", first="2010")], on="2007-01-01") == NOTHING


FORMER = a_line(country="CHL", sectors=("ELI",), title="former minister", first="2021-09-01", last="2022-06-01")


@pytest.mark.parametrize(
    ("on", "sectors"),
    [
        ("2021-03-10", ("GOV",)),
        ("2021-07-01", ("GOV",)),
        ("2021-08-05", ()),
        ("2021-12-01", ("ELI",)),
        ("2022-12-01", ("ELI",)),
        (None, ()),
    ],
)
def test_an_office_ends_where_the_next_description_begins(on, sectors):
    found = recall([MINISTER, FORMER], on=on)
    assert (found.country, found.sectors) == ("CHL", sectors)


def test_two_of_one_name_at_one_time_are_nobody():
    assert recall([MINISTER, a_line(country="PER", sectors=("GOV",), first="2021-02-01", last="2021-05-01")]) == NOTHING


def test_two_of_one_name_at_two_times_are_told_apart():
    other = a_line(country="PER", sectors=("LEG",), first="2012-01-01", last="2013-01-01")
    assert recall([MINISTER, other]) == Portrait(country="CHL", sectors=("GOV",))
    assert recall([MINISTER, other], on="2012-06-01") == Portrait(country="PER", sectors=("LEG",))


@pytest.mark.parametrize(("strays", "country"), [(1, "CHL"), (3, None)])
def test_a_stray_among_many_is_outvoted_and_a_namesake_is_not(strays, country):
    many = a_line(country="CHL", sectors=("GOV",), articles=12)
    assert recall([many, a_line(country="JPN", sectors=("GOV",), articles=strays)]).country == country


def test_offices_that_do_not_agree_leave_the_country():
    lines = [a_line(country="CHL", sectors=("GOV",)), a_line(sectors=("PTY",)), a_line(sectors=("LEG",))]
    assert recall(lines) == Portrait(country="CHL")


@pytest.mark.parametrize(
    ("told", "added"),
    [
        (Portrait(country="CHL"), Portrait(sectors=("GOV",))),
        (Portrait(sectors=("GOV",)), Portrait(country="CHL")),
        (Portrait(sectors=("MIL", "GOV")), Portrait(country="CHL")),
        (Portrait(title="minister"), Portrait(country="CHL", sectors=("GOV",))),
        (Portrait(country="PER"), NOTHING),
        (Portrait(sectors=("AGR",)), NOTHING),
        (Portrait(country="CHL", sectors=("AGR",)), NOTHING),
    ],
)
def test_what_the_text_tells_comes_first(told, added):
    assert recall([MINISTER], told=told) == added


def test_a_line_without_a_country_is_no_evidence_for_a_namesake_abroad():
    assert recall([a_line(sectors=("GOV",))], told=Portrait(country="PER")) == NOTHING


def test_the_order_of_the_lines_is_all_one():
    assert ActorMemory([MINISTER, FORMER]).lines == ActorMemory([FORMER, MINISTER]).lines
    assert ActorMemory([]).lines == ()
