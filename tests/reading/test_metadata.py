import json

import lxml.html
import pytest

from reportedly.reading.metadata import read_metadata, without_site


def read(head: str = "", body: str = ""):
    return read_metadata(lxml.html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


OG = '<meta property="og:title" content="Dockers walk out in Beira">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            OG + linked(headline="Strike at the port", author="A"),
            "<h1>Dockers walk out in Beira</h1>",
            "Dockers walk out in Beira",
        ),
        (OG + linked(headline="Strike at the port", author="A"), "<h1>Strike at the port</h1>", "Strike at the port"),
        (OG, "<h1>Log in</h1>", "Dockers walk out in Beira"),
        (linked(headline="Dockers&#8217; strike", author="A"), "", "Dockers’ strike"),
        ("<title>Dockers walk out in Beira | Reuters</title>", "", "Dockers walk out in Beira"),
        ("", "<h1>Dockers walk out</h1>", "Dockers walk out"),
        # Headings grow words after they were filed; a machine's cut is no headline.
        (OG, "<h1>Dockers walk out in Beira as talks fail</h1>", "Dockers walk out in Beira"),
        (
            '<meta property="og:title" content="Dockers walk out in…">',
            "<h1>Dockers walk out in Beira</h1>",
            "Dockers walk out in Beira",
        ),
        (
            OG + linked(headline="Talks fail, dockers walk out in Beira", author="A"),
            "<h1>Talks fail, dockers walk out in Beira</h1>",
            "Talks fail, dockers walk out in Beira",
        ),
        ("", "", None),
    ],
)
def test_read_metadata_chooses_the_title(head, body, title):
    assert read(head, body).title == title


@pytest.mark.parametrize(
    ("title", "site", "headline"),
    [
        ("Dockers strike - Lagoon Mail", "Lagoon Mail", "Dockers strike"),
        ("Dockers strike | Africa | Lagoon Mail", "Lagoon Mail", "Dockers strike | Africa"),
        ("Dockers strike - again", "Lagoon Mail", "Dockers strike - again"),
        ("Lagoon Mail", "Lagoon Mail", "Lagoon Mail"),
    ],
)
def test_without_site_cuts_the_name_of_the_site_alone(title, site, headline):
    assert without_site(title, site=site) == headline


@pytest.mark.parametrize(
    ("head", "body", "authors", "agencies"),
    [
        (linked(author="Ana Sitoe and Rui Macamo"), "", ("Ana Sitoe", "Rui Macamo"), ()),
        (linked(author={"name": "The Associated Press"}), "", (), ("The Associated Press",)),
        (linked(author="Lagoon staff reporters"), "", ("Lagoon staff reporters",), ()),
        ('<meta name="author" content="Sitoe, Ana">', "", ("Ana Sitoe",), ()),
        ('<meta name="author" content="ana-sitoe"><meta name="author" content="https://x.example/ana">', "", (), ()),
        (
            "",
            '<p><a rel="author">Ana Sitoe</a><a rel="author">Rui Macamo</a></p><div><a rel="author">Per Lund</a></div>',
            ("Ana Sitoe", "Rui Macamo"),
            (),
        ),
    ],
)
def test_read_metadata_tells_authors_from_agencies(head, body, authors, agencies):
    metadata = read(head, body)
    assert (metadata.authors, metadata.agencies) == (authors, agencies)


def test_read_metadata_gathers_dates_with_their_evidence():
    head = linked(datePublished="2025-06-07T10:00:00Z") + '<meta name="pubdate" content="7 June 2025">'
    dates = read(head, '<time datetime="2025-06-07">7 June</time>').dates
    assert [(each.evidence, each.value) for each in dates] == [
        ("JSON-LD datePublished", "2025-06-07T10:00:00+00:00"),
        ("meta pubdate", "2025-06-07"),
        ("time element 2025-06-07", "2025-06-07"),
    ]


def test_read_metadata_asks_htmldate_where_the_page_states_nothing():
    assert [each.evidence for each in read("", "<p>Published on 7 June 2025 in Beira</p>").dates] == ["htmldate"]


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://a.example/b">', "https://a.example/b"),
        (
            '<link rel="canonical" href="/b"><meta property="og:url" content="https://a.example/c">',
            "https://a.example/c",
        ),
        ('<link rel="canonical" href="http://[b">', None),
    ],
)
def test_read_metadata_takes_the_first_whole_address(head, url):
    assert read(head).url == url


@pytest.mark.parametrize(
    ("head", "agencies"),
    [
        (linked(author="Ana Sitoe", sourceOrganization={"name": "Xinhua"}), ("Xinhua",)),
        (linked(author="Ana Sitoe", isBasedOn="https://www.reuters.com/world/port"), ("Reuters",)),
        (linked(author="Ana Sitoe", provider={"name": "Lagoon Mail"}, publisher={"name": "Lagoon Mail"}), ()),
        (linked(author="Ana Sitoe", provider={"name": "Karst Hosting"}), ()),
        ('<meta name="syndication-source" content="https://apnews.com/1">', ("Associated Press",)),
        ('<meta name="source" content="the archive">', ()),
    ],
)
def test_read_metadata_credits_those_whose_copy_it_is(head, agencies):
    assert read(head).agencies == agencies


def test_read_metadata_reads_labels_types_and_changes():
    head = linked(author="A", articleSection="World", dateModified="2025-05-04T09:00:00Z") + (
        '<meta property="article:section" content="Opinion"><meta property="article:opinion" content="true">'
        '<meta property="article:modified_time" content="not a date">'
    )
    found = read(head, "<p class='kicker'>Column</p><h1>Port</h1>")
    assert (found.types, found.modified) == (("NewsArticle",), ("2025-05-04T09:00:00+00:00",))
    assert found.labels == ("World", "Opinion", "opinion")
