"""How descriptions become lines."""

from itertools import permutations

from reportedly.learning.descriptions import Description
from reportedly.learning.table import SENTENCES, Table
from reportedly.resolution.memory_file import memory_lines


def said(
    name="Ana Ruiz", *, country="CHL", sectors=("GOV",), title="minister", on="2021-05-01", article="a", aliases=()
):
    return Description(
        name=name, aliases=aliases, country=country, sectors=sectors, title=title,
        article=article, published=on, sentence=f"{name}, {title}.",
    )  # fmt: skip


def memory_of(*descriptions):
    table = Table()
    for description in descriptions:
        table.add([description])
    return table.memory()


def test_articles_are_counted_and_dated():
    (line,) = memory_of(said(on="2021-05"), said(on="2021-05-03"), said(on="2021-04-30T10:00:00+00:00")).lines
    assert (line.articles, line.first, line.last) == (3, "2021-04-30", "2021-05-31")


def test_an_undated_article_counts_and_dates_nothing():
    (line,) = memory_of(said(on=None), said(on="2021-05-03")).lines
    assert (line.articles, line.first, line.last) == (2, "2021-05-03", "2021-05-03")
    assert [shown.published for shown in line.shown_by] == ["2021-05-03", None]


def test_every_country_office_and_title_has_its_line():
    lines = memory_of(said(), said(country="PER"), said(sectors=("LEG",)), said(title="senator")).lines
    assert len(lines) == 4


def test_spellings_of_one_name_are_one_name_and_the_most_frequent_shows():
    lines = memory_of(said("ANA RUIZ"), said("Ana Ruíz"), said("Ana Ruíz")).lines
    assert [(line.name, line.articles) for line in lines] == [("Ana Ruíz", 3)]


def test_few_sentences_are_kept_the_earliest():
    days = [f"2021-05-{day:02}" for day in range(9, 0, -1)]
    (line,) = memory_of(*(said(on=day, article=day) for day in days)).lines
    assert [shown.published for shown in line.shown_by] == sorted(days)[:SENTENCES]


def test_aliases_are_capped_and_sorted():
    (line,) = memory_of(*(said(aliases=(f"Ana {letter}. Ruiz",)) for letter in "HGFEDCBA")).lines
    assert line.aliases == ("Ana A. Ruiz", "Ana B. Ruiz", "Ana C. Ruiz", "Ana D. Ruiz", "Ana E. Ruiz")


def test_any_order_gives_the_same_lines():
    given = [said(article="1"), said("Ana  Ruíz", article="2"), said(on=None, article="3"), said(country=None)]
    given[1] = said("Ana Ruíz", article="2", aliases=("Ana Paz Ruiz",))
    texts = {"".join(memory_lines(memory_of(*order))) for order in permutations(given)}
    assert len(texts) == 1
