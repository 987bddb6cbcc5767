"""Articles for people: short unless all is asked for, safe, and honest about what is unknown."""

import io
from types import SimpleNamespace

import pytest

from reportedly.cli.show.article_view import print_articles
from reportedly.cli.show.counts import Tally
from reportedly.cli.show.why import reasons
from reportedly.records import Article, Dateline, Furniture


def shown(article: Article, *, full: bool = False, why: bool = False) -> str:
    stream = io.StringIO()
    tally = Tally(errors=io.StringIO(), quiet=True)
    print_articles([article], stream, tally=tally, full=full, why=why)
    return stream.getvalue()


def test_a_long_body_is_shortened_unless_all_is_asked_for() -> None:
    article = Article.verbatim("\n\n".join(f"Paragraph {number}." for number in range(10)))
    assert "… 13 more lines; --full shows all" in shown(article)
    assert "Paragraph 9." not in shown(article)
    assert "Paragraph 9." in shown(article, full=True)


def test_a_long_cut_piece_is_shortened_unless_all_is_asked_for(build: SimpleNamespace) -> None:
    article = build.an_article(furniture=(Furniture(kind="legal notice", text="words " * 100),))
    assert "…" in shown(article)
    assert shown(article, full=True).count("words") == 100


def test_an_article_with_nothing_known() -> None:
    text = shown(Article.verbatim("Just words.", language=None), why=True)
    assert "publisher unknown" in text
    assert "date      date unknown" in text
    assert "Nothing says who carries the article." in text


def test_a_dateline_is_shown(build: SimpleNamespace) -> None:
    article = build.an_article(dateline=Dateline(place="LIMA", date="2025-03-03"))
    assert "dateline  LIMA, 3 March 2025" in shown(article)


def test_hostile_pages_are_shown_as_text(build: SimpleNamespace) -> None:
    nasty = "\x1b[2J[bold]x[/bold]\u202e"
    article = build.an_article(
        title=nasty, text=nasty, credits=(nasty,), byline=(nasty,), url=nasty, language=nasty,
        furniture=(Furniture(kind="other", text=nasty),),
    )  # fmt: skip
    text = shown(article, why=True)
    assert text.count("␛[2J[bold]x[/bold]\ufffd") >= 7
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "The date is 4 March 2025 because of the best sign: JSON-LD datePublished, trusted 90%."),
        ({}, "Another sign says 9 March 2025, 08:00 UTC: page clock, trusted 20%."),
        ({}, "The text itself credits Meridian Wire: the copy comes from there."),
        (
            {},
            "Cut “Share on Facebook” as share bar, because it is worded like "
            "“Click to share on LinkedIn (Opens in new window)” (phrase).",
        ),
        ({"furniture": ()}, "Nothing was cut: every line belongs to the article."),
        ({"language": None}, "The language cannot be told from the text."),
        ({"publisher": None}, "Nothing says who carries the article."),
    ],
)
def test_each_choice_is_explained(build: SimpleNamespace, changes: dict[str, object], sentence: str) -> None:
    assert sentence in list(reasons(build.an_article(**changes)))


def test_an_unknown_date_is_explained() -> None:
    assert any("cannot be resolved" in sentence for sentence in reasons(Article.verbatim("Words.", publisher="Post")))


def test_pieces_with_one_reason_share_a_sentence(build: SimpleNamespace) -> None:
    article = build.an_article(furniture=(Furniture(kind="tags", text="a"), Furniture(kind="tags", text="b")))
    assert list(reasons(article))[-1] == "Cut “a” and 1 more as tags, because of where it stands (position)."
