"""Addresses of pages and feeds, files and content: one way in."""

import time
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import ReadError
from reportedly.gathering import FetchOptions, read, read_all
from reportedly.records import Article, Failure

WEB = FetchOptions(allow_private=True, host_pause=0.0, tries=1)
STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."


def page(title: str, words: str, *, head: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        f"<p>{words}</p><p>Nobody was hurt, and the harbour opened again in the evening, he told reporters.</p>"
        "</article></body></html>"
    )


def test_a_page_is_read_from_its_address(site) -> None:
    site.put("/2025/03/03/ferry", page("Ferry leaves Suva", STORY), content_type="text/html")
    (article,) = read(site.url("/2025/03/03/ferry"), web=WEB)
    assert article.text.startswith(STORY)
    assert (article.title, article.url) == ("Ferry leaves Suva", site.url("/2025/03/03/ferry"))
    assert article.published.value == "2025-03-03"


def test_the_address_is_that_after_redirects_but_for_what_the_page_says(site) -> None:
    site.put("/short", status=301, location="/long?from=short")
    canonical = f'<link rel="canonical" href="{site.url("/long")}">'
    site.put("/long?from=short", page("Ferry leaves Suva", STORY, head=canonical))
    (article,) = read(site.url("/short"), web=WEB)
    assert article.url == site.url("/long")


def test_a_copy_that_points_at_the_original_stays_at_its_own_address(site) -> None:
    site.put("/a", page("Ferry leaves", STORY, head='<link rel="canonical" href="https://bigwire.example/ferry">'))
    (article,) = read(site.url("/a"), web=WEB)
    assert article.url == site.url("/a")
    assert article.publisher is None or article.publisher.domain != "bigwire.example"


@pytest.mark.parametrize(
    ("encoding", "header"),
    [("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("cp1252", "iso-8859-1"), ("utf-8", "klingon")],
)
def test_a_wrong_charset_costs_no_letter(site, encoding: str, header: str) -> None:
    words = STORY.replace("harbour master", "capitán José Muñoz") + " “No comment,” he said, señalando el río."
    # Where a server is wrong about bytes that are no UTF-8, only the page itself can tell.
    head = f'<meta charset="{encoding}">' if header == "utf-8" else ""
    site.put("/a", page("Ferry", words, head=head).encode(encoding), content_type=f"text/html; charset={header}")
    (article,) = read(site.url("/a"), web=WEB)
    assert "capitán José Muñoz" in article.text and "“No comment,”" in article.text


def test_the_server_names_the_encoding_where_nothing_else_does(site) -> None:
    russian = "Паром вышел из порта в понедельник утром, сообщил начальник порта. " * 4
    site.put("/a", russian.encode("koi8-r"), content_type="text/plain; charset=koi8-r")
    (article,) = read(site.url("/a"), web=WEB)
    assert article.text.startswith("Паром вышел из порта")


def test_failures_stand_in_their_places_and_the_rest_is_read(site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    site.put("/a", page("Ferry leaves", STORY))
    site.put("/empty", b"")
    site.put("/pdf", b"%PDF-1.7", content_type="application/pdf")
    sources = [site.url("/gone"), site.url("/a"), str(tmp_path / "a.txt"), site.url("/empty"), site.url("/pdf")]
    gone, first, second, empty, pdf = read_all(sources, web=WEB)
    assert gone == Failure(input=site.url("/gone"), reason="answered 404 Not Found")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert empty == Failure(input=site.url("/empty"), reason="is empty")
    assert pdf == Failure(input=site.url("/pdf"), reason="looks binary: a PDF document")


def test_one_failure_raises_for_one_input(site) -> None:
    with pytest.raises(ReadError, match="answered 404"):
        list(reportedly.read(site.url("/gone"), web=WEB))


def test_nothing_inside_the_own_network_is_fetched_unless_allowed(site) -> None:
    site.put("/a", page("Ferry leaves", STORY))
    (failure,) = read_all([site.url("/a")])
    assert isinstance(failure, Failure) and "--allow-private" in failure.reason
    assert site.asked == []


def test_of_a_feed_the_pages_are_read_with_what_it_says_of_them(site) -> None:
    entry = (
        "<item><title>Ferry in trouble</title><link>{0}</link><pubDate>Mon, 03 Mar 2025 08:00:00 GMT</pubDate>"
        '<source url="https://wire.example/">Meridian Wire</source><dc:creator>Ana Sitoe</dc:creator></item>'
    )
    links = "".join(entry.format(link) for link in ("/a", "/gone", "/a", "/b"))
    site.put("/feed", f'<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{links}</channel></rss>')
    site.put("/a", page("Ferry leaves", STORY))
    site.put("/b", page("Ferry comes back", STORY.replace("left", "reached")))
    first, gone, second = read_all([site.url("/feed")], web=WEB)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.credits, first.byline, first.title) == (("Meridian Wire",), ("Ana Sitoe",), "Ferry leaves")
    assert (first.published.value, first.published.evidence) == ("2025-03-03T08:00:00+00:00", "field of the feed")
    assert second.url == site.url("/b")
    assert gone == Failure(input=site.url("/gone"), reason="answered 404 Not Found")
    assert sorted(site.paths()) == ["/a", "/b", "/feed", "/gone"]


def test_a_page_is_no_reason_to_fetch_what_it_names(site) -> None:
    names = '<link rel="amphtml" href="/amp"><meta http-equiv="refresh" content="0; url=/next">'
    site.put("/a", page("Ferry leaves", STORY + ' <img src="/ship.png"> <iframe src="/frame"></iframe>', head=names))
    list(read(site.url("/a"), web=WEB))
    assert site.paths() == ["/a"]


def test_whoever_reads_no_further_does_not_wait(site) -> None:
    site.put("/a", page("Ferry leaves", STORY))
    site.answers["/slow"] = lambda handler: time.sleep(3)
    articles = read_all([site.url("/a"), site.url("/slow")], web=WEB)
    assert isinstance(next(articles), Article)
    began = time.monotonic()
    articles.close()
    assert time.monotonic() - began < 2
