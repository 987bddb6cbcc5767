"""The tree of origins: who hangs from whom, what is folded, what is cut."""

from dataclasses import replace

import pytest

from reportedly.charts import origin_tree
from reportedly.charts.origins import LINES
from reportedly.charts.words import NOTHING
from reportedly.linking.explanation import Teller


def test_articles_hang_from_their_origin_with_copies_folded(explanation, drawn) -> None:
    picture = drawn(origin_tree(explanation))
    shown = [text for text in picture.texts if text]
    assert "2 independent origins; 6 articles, 3 of them copies." in shown
    assert {"Halina Brzoza", "Amber Press Agency", "Kashubian Herald", "police", "Vistula Wire"} <= set(shown)
    assert {"official", "13 April 2026, 09:00 UTC, + 3 copies", "14 April 2026, 06:00 UTC, quotes it"} <= set(shown)
    assert picture.description == (
        "Who says so, and who has it from whom. 2 independent origins; 6 articles, 3 of them copies. "
        "Halina Brzoza (official): Amber Press Agency. police (official): Vistula Wire."
    )


def test_who_quotes_hangs_one_step_further_right(explanation) -> None:
    marks = {row["name"]: (row["x"], row["y"]) for row in origin_tree(explanation).layer[1].data.values}
    agency, quoting, origin = marks["Amber Press Agency"], marks["Kashubian Herald"], marks["Halina Brzoza"]
    assert origin[0] < agency[0] < quoting[0]
    assert origin[1] < agency[1] < quoting[1]


def test_no_two_lines_stand_at_one_height(explanation) -> None:
    heights = [row["y"] for row in origin_tree(explanation).layer[1].data.values]
    assert heights == sorted(set(heights))


@pytest.mark.parametrize(
    ("field", "words"),
    [("unsourced", "told without saying from whom"), ("denying", "told only as something that was not so")],
)
def test_articles_without_an_origin_stand_under_words_that_say_so(explanation, drawn, field: str, words: str) -> None:
    teller = Teller(article=explanation.articles[0].id)
    picture = drawn(origin_tree(replace(explanation, origins=(), **{field: (teller,)})))
    assert {words, explanation.articles[0].publisher} <= set(picture.texts)


def test_an_article_that_comes_again_is_not_followed_again(explanation, drawn) -> None:
    (first, *rest) = explanation.origins
    again = replace(first, tellers=(replace(first.tellers[0], again=True),))
    texts = drawn(origin_tree(replace(explanation, origins=(first, again, *rest)))).texts
    assert texts.count("Amber Press Agency") == 2
    assert texts.count("Kashubian Herald") == 1
    assert any("see above" in text for text in texts)


def test_the_lines_left_out_are_counted(explanation) -> None:
    many = replace(explanation, origins=explanation.origins[:1] * 40)
    chart = origin_tree(many)
    assert len(chart.layer[1].data.values) == LINES
    assert chart.title.subtitle[-1] == f"{120 - LINES} more lines not drawn."


def test_nobody_who_says_so_gives_a_picture_that_says_that(explanation) -> None:
    assert NOTHING in origin_tree(replace(explanation, origins=(), unsourced=(), denying=())).description
