import json

import lxml.html
import pytest

from reportedly.reading.jsonld import LinkedData, read_linked_data


def read(*texts: str) -> LinkedData:
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return read_linked_data(lxml.html.document_fromstring(f"<html><head>{scripts}</head><body></body></html>"))


def test_read_linked_data_follows_ids_through_the_graph():
    graph = [
        {"@type": "WebSite", "name": "Lagoon Mail"},
        {
            "@type": ["NewsArticle", "Thing"],
            "headline": "Dockers walk out",
            "datePublished": "2025-06-07",
            "author": [{"@id": "#ana"}, {"@type": "Person", "name": "Rui Macamo"}],
            "publisher": {"@id": "#mail"},
        },
        {"@id": "#ana", "@type": "Person", "name": "Ana Sitoe"},
        {"@id": "#mail", "@type": "Organization", "name": "Lagoon Mail"},
    ]
    assert read(json.dumps({"@graph": graph})) == LinkedData(
        headline="Dockers walk out",
        published="2025-06-07",
        authors=("Ana Sitoe", "Rui Macamo"),
        publisher="Lagoon Mail",
        types=("NewsArticle", "Thing"),
    )


@pytest.mark.parametrize("author", ["Ana Sitoe", ["Ana Sitoe"], {"name": "Ana Sitoe"}, {"name": ["Ana Sitoe"]}])
def test_read_linked_data_reads_every_shape_of_author(author):
    assert read(json.dumps({"@type": "Report", "author": author})).authors == ("Ana Sitoe",)


@pytest.mark.parametrize(
    "text",
    [
        "{broken",
        "[[[[",
        "null",
        "3",
        '{"@type": "NewsArticle"}',
        '{"@type": 7, "author": null}',
        "[" * 5000 + "]" * 5000,
    ],
)
def test_read_linked_data_passes_over_what_is_no_article(text):
    assert read(text) == LinkedData()


def test_read_linked_data_reads_past_a_broken_script():
    good = json.dumps({"@type": "NewsArticle", "headline": "Dockers walk out", "datePublished": "2025-06-07"})
    assert read("{broken", good).headline == "Dockers walk out"


def test_read_linked_data_reads_the_entries_of_a_live_blog():
    entries = [
        {
            "@type": "BlogPosting",
            "headline": "Ferry found",
            "articleBody": "<p>The ferry was <b>found</b>.</p><p>All live.</p>",
        },
        {"@type": "BlogPosting", "headline": "Search begins", "articleBody": "Search begins at dawn, police say."},
        {"@type": "BlogPosting", "headline": "No words"},
        "no entry",
    ]
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "Ferry lost",
        "datePublished": "2025-06-07",
        "liveBlogUpdate": entries,
    }
    found = read(json.dumps(blog))
    assert found.headline == "Ferry lost"
    assert found.body == ("Ferry found\n\nThe ferry was found.\n\nAll live.\n\nSearch begins at dawn, police say.")
    assert read(json.dumps(blog | {"articleBody": "The whole."})).body == "The whole."


@pytest.mark.parametrize(
    ("fields", "houses"),
    [
        ({"sourceOrganization": {"name": "Meridian Wire"}}, ("Meridian Wire",)),
        ({"provider": [{"name": "Lagoon Mail"}, "Reuters"]}, ("Lagoon Mail", "Reuters")),
        ({"isBasedOn": "https://apnews.com/article/1"}, ("https://apnews.com/article/1",)),
        ({"isBasedOn": {"@type": "NewsArticle", "publisher": {"name": "Karst Weekly"}}}, ("Karst Weekly",)),
        ({"isBasedOn": {"@type": "CreativeWork", "url": "https://upi.com/2"}}, ("https://upi.com/2",)),
        ({"isBasedOn": {"@id": "#src"}, "about": {"@id": "#src", "url": "https://efe.com/3"}}, ("https://efe.com/3",)),
        ({"provider": 7, "isBasedOn": None}, ()),
    ],
)
def test_read_linked_data_tells_where_the_copy_comes_from(fields, houses):
    assert read(json.dumps({"@type": "NewsArticle", "datePublished": "2025-06-07", **fields})).houses == houses


def test_read_linked_data_reads_sections_and_breadcrumbs():
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"item": {"name": "Opinion"}}, 7]}
    article = {"@type": "NewsArticle", "datePublished": "2025-06-07", "articleSection": ["World", "Africa"]}
    assert read(json.dumps([crumbs, article])).sections == ("World", "Africa", "Home", "Opinion")
