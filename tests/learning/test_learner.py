"""What a small corpus teaches, in any order and with any number of workers."""

from random import Random  # noqa: TID251 - shuffles the input, by a fixed seed

import pytest

from reportedly.errors import ReadError
from reportedly.learning import learn_actors
from reportedly.records import Article, Failure
from reportedly.resolution.memory_file import memory_lines
from reportedly.settings import Settings


def lines_of(memory, name):
    return [
        (line.country, line.sectors, line.title, line.first, line.last) for line in memory.lines if line.name == name
    ]


def test_who_is_learned(memory):
    assert sorted({line.name for line in memory.lines}) == [
        "Amos Kiprono",
        "Emre Can Aksoy",
        "Hanna Wilk",
        "Julia Bento",
        "Marta Solís",
        "Omar Sy",
    ]


def test_an_office_and_what_came_after_it_are_two_lines_with_their_dates(memory):
    assert lines_of(memory, "Marta Solís") == [
        ("CHL", ("GOV",), "foreign minister", "2021-02-03", "2021-04-19"),
        ("CHL", ("ELI",), "former foreign minister", "2023-09-12", "2023-09-12"),
    ]


def test_two_countries_of_one_name_are_kept_apart(memory):
    assert [line[0] for line in lines_of(memory, "Julia Bento")] == ["PER", "BRA"]


def test_an_article_without_a_date_teaches_no_dates(memory):
    assert lines_of(memory, "Hanna Wilk") == [("POL", ("GOV",), "defence minister", None, None)]


def test_apposition_shows_the_body(memory, corpus):
    (line,) = (line for line in memory.lines if line.name == "Omar Sy")
    assert (line.country, line.sectors, line.articles) == ("SEN", ("MIL",), 2)
    assert [shown.article for shown in line.shown_by] == [corpus[4].id, corpus[5].id]
    assert line.shown_by[1].sentence.startswith("Omar Sy, the commander of the Senegalese army, denied")


def test_another_full_name_is_an_alias_and_a_surname_is_none(memory):
    (line,) = (line for line in memory.lines if line.name == "Emre Can Aksoy")
    assert line.aliases in {("Emre Aksoy",), ()}
    assert all(" " in alias for line in memory.lines for alias in line.aliases)


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_bytes(memory, corpus, seed):
    shuffled = list(corpus)
    Random(seed).shuffle(shuffled)
    assert list(memory_lines(learn_actors(shuffled))) == list(memory_lines(memory))


def test_workers_give_the_same_bytes(memory, corpus):
    assert list(memory_lines(learn_actors(corpus, settings=Settings(workers=2)))) == list(memory_lines(memory))


def test_other_languages_teach_nothing():
    article = Article.verbatim("Chilean Foreign Minister Marta Solís resigned.", language="fr")
    assert learn_actors([article]).lines == ()


def test_nothing_is_learned_from_nothing():
    assert learn_actors([]).lines == ()


def test_failures_are_handed_on_or_end_the_run(corpus):
    bad = Failure(input="a.txt", reason="is empty")
    too_long = Article.verbatim("x" * 1_000_001, title="Endless")
    heard = []
    memory = learn_actors([bad, corpus[0], too_long], on_failure=heard.append)
    assert [line.name for line in memory.lines] == ["Marta Solís"]
    assert [(failure.input, failure.reason) for failure in heard] == [
        ("a.txt", "is empty"),
        ("Endless", "text of 1,000,001 characters, too long"),
    ]
    with pytest.raises(ReadError, match=r"a\.txt: is empty"):
        learn_actors([bad, corpus[0]])
