"""Articles that a feed holds whole."""

from pathlib import Path

import pytest

from reportedly.errors import ReadError
from reportedly.reading import read, read_all
from reportedly.reading.feed_articles import entry_article
from reportedly.reading.listing import FeedEntry
from reportedly.records import Article, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said. "
ENTRY = FeedEntry(
    address="https://kiosk.example/a/1",
    title="Ferry leaves Suva",
    published="2025-03-03T08:00:00+00:00",
    authors=("Ana Sitoe",),
    source="Meridian Wire",
    publisher="Kiosk",
    body=f"<p>{STORY}</p><p>{STORY}</p>",
)


def test_an_entry_with_a_body_is_an_article() -> None:
    article = entry_article(ENTRY, name="feed:1")
    assert article.text == f"{STORY.strip()}\n\n{STORY.strip()}"
    assert (article.title, article.url, article.byline) == (ENTRY.title, ENTRY.address, ("Ana Sitoe",))
    assert (article.credits, article.publisher.name if article.publisher else None) == (("Meridian Wire",), "Kiosk")
    assert (article.published.value, article.published.evidence) == (ENTRY.published, "field of the feed")


def test_a_long_description_is_an_article_too() -> None:
    assert entry_article(FeedEntry(summary=STORY * 8), name="feed:1").text.startswith("The ferry Aurora")


@pytest.mark.parametrize("entry", [FeedEntry(summary=STORY), FeedEntry(), FeedEntry(body="")])
def test_a_teaser_is_none(entry: FeedEntry) -> None:
    with pytest.raises(ReadError, match="holds no article"):
        entry_article(entry, name="feed:1")


def test_a_saved_feed_is_read_and_nothing_fetched(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(
        "<rss><channel><title>Kiosk</title>"
        f"<item><title>Ferry leaves</title><description><![CDATA[<p>{STORY * 8}</p>]]></description></item>"
        "<item><link>https://kiosk.example/2</link><description>Short</description></item></channel></rss>"
    )
    article, failure = read_all([str(path)])
    assert isinstance(article, Article) and article.title == "Ferry leaves"
    assert isinstance(failure, Failure)
    assert (failure.input, failure.reason) == (
        "https://kiosk.example/2", "the feed holds no article, only a link; read its page",
    )  # fmt: skip
    with pytest.raises(ReadError):
        list(read(str(path)))
