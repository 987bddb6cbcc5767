import json

import pytest

from reportedly.errors import ReadError
from reportedly.reading import ReadingOptions, read

PARAGRAPHS = [
    "Dockers in Beira walked out on Monday after the port authority cut the pay for night work, the union said.",
    "The authority said it had no money and would not speak to the strikers before Friday.",
    "Lorries queued for nine kilometres, and two ships left for Nacala without unloading, the harbour master said.",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Dockers walk out | Lagoon Mail</title>
<link rel="canonical" href="https://www.lagoon-mail.example/2025/06/09/dockers">
<meta property="og:site_name" content="Lagoon Mail"><meta property="og:title" content="Dockers walk out">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Dockers walk out",
"datePublished": "2025-06-09T18:00:00+02:00", "author": {"name": "Savanna Press"}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Dockers walk out</h1>%s</article>
<footer><p>© 2025 Lagoon Mail</p></footer></body></html>"""


def page(*paragraphs: str) -> str:
    return PAGE % "".join(f"<p>{text}</p>" for text in paragraphs)


def test_html_reader_reads_a_page():
    [article] = read(page(f"BEIRA, June 9 (Savanna Press) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:]).encode())
    assert article.text == "\n\n".join(PARAGRAPHS)
    assert article.title == "Dockers walk out"
    assert article.url == "https://www.lagoon-mail.example/2025/06/09/dockers"
    assert (article.publisher.name, article.publisher.domain) == ("Lagoon Mail", "lagoon-mail.example")
    assert (article.credits, article.byline) == (("Savanna Press",), ())
    assert (article.dateline.place, article.dateline.date) == ("BEIRA", "2025-06-09")
    assert (article.published.value, article.published.conflict) == ("2025-06-09T18:00:00+02:00", False)
    assert article.language == "en"


def test_html_reader_cuts_furniture_that_the_extraction_left():
    [article] = read(page(PARAGRAPHS[0], "Read more: Ferry sinks near Mwanza", *PARAGRAPHS[1:]).encode())
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_html_reader_decodes_by_the_declaration():
    text = PARAGRAPHS[0].replace("Beira", "Łódź")
    raw = page(text, *PARAGRAPHS[1:]).replace("utf-8", "iso-8859-2").encode("iso-8859-2", "xmlcharrefreplace")
    assert "Łódź" in next(read(raw)).text


@pytest.mark.parametrize(
    "raw", [b"<!DOCTYPE html><html><body></body></html>", b"<html><nav><a href='/'>Home</a></nav></html>", b"<html"]
)
def test_html_reader_says_that_there_is_no_article(raw):
    with pytest.raises(ReadError, match="HTML without an article|holds no article text"):
        list(read(raw + b">" * (raw == b"<html")))


def test_html_reader_refuses_a_huge_page():
    with pytest.raises(ReadError, match="larger than 0.001 MB"):
        list(read(page(*PARAGRAPHS * 9).encode(), options=ReadingOptions(max_bytes=1000)))


def test_html_reader_takes_the_body_from_linked_data_when_the_page_lacks_it():
    body = " ".join(PARAGRAPHS * 3)
    raw = PAGE.replace('"author"', f'"articleBody": "{body}", "author"') % f"<p>{PARAGRAPHS[0]}</p>"
    assert len(next(read(raw.encode())).text) > 2 * len(PARAGRAPHS[0])


def test_html_reader_keeps_as_furniture_what_only_the_loose_extraction_finds(monkeypatch):
    found = {True: PARAGRAPHS[0], False: f"Dockers Walk Out\n{PARAGRAPHS[0]}\nRead more: Ferry sinks\nCaption of a map"}
    monkeypatch.setattr("reportedly.reading.html._extract", lambda page, strict: found[strict])
    [article] = read(page(*PARAGRAPHS).encode())
    assert article.text == PARAGRAPHS[0]
    kept = [(piece.kind, piece.text) for piece in article.furniture]
    assert kept[1:3] == [("related links", "Read more: Ferry sinks"), ("other", "Caption of a map")]


def test_a_live_blog_whose_entries_a_script_loads_is_read_from_its_json_ld():
    entries = [
        {
            "@type": "BlogPosting",
            "articleBody": f"Entry {n}: rescuers reached the ferry at noon on Monday, police said.",
        }
        for n in range(6)
    ]
    blog = {
        "@type": "LiveBlogPosting",
        "headline": "Ferry lost",
        "datePublished": "2025-06-07",
        "liveBlogUpdate": entries,
    }
    page = (
        f'<html><head><script type="application/ld+json">{json.dumps(blog)}</script></head><body><h1>Ferry lost</h1>'
        "<article><p>Entry 0: rescuers reached the ferry at noon on Monday, police said.</p></article></body></html>"
    )
    (article,) = read(page.encode())
    assert article.text.count("rescuers reached") == 6


@pytest.mark.parametrize("element", ["aside class='sidebar'", "footer", "div class='widget teaser'", "ul", "label"])
def test_an_article_in_the_wrong_element_is_read(element):
    name = element.split()[0]
    wrapped = f"<{element}>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</{name}>"
    [article] = read(
        f"<html><head><title>Dockers walk out</title></head><body><h1>Dockers walk out</h1>{wrapped}".encode()
    )
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("name", ["paywall", "cookie-consent", "subscription"])
def test_an_article_in_a_box_of_that_name_is_kept_and_a_plea_is_not(name):
    plea = f"<div class='{name}'><p>Our readers keep us on the water, and we would like to keep you.</p></div>"
    whole = PAGE % f"<div class='{name}'>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</div>"
    assert next(read(whole.encode())).text == "\n\n".join(PARAGRAPHS)
    assert next(read((PAGE % ("".join(f"<p>{text}</p>" for text in PARAGRAPHS) + plea)).encode())).text == "\n\n".join(
        PARAGRAPHS
    )


def test_a_headline_in_the_metadata_that_is_not_the_heading_leaves_no_paragraph():
    filed = page(*PARAGRAPHS).replace("<h1>Dockers walk out</h1>", "<h1>Dockers walk out over pay for nights</h1>")
    [article] = read(filed.replace('Dockers walk out">', 'Dockers walk out for nights">').encode())
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_control_characters_in_a_page_laid_out_by_tables():
    cell = "The port of Beira stayed shut on Friday, the harbour master said. " * 12
    table = f"<table><tr><td><font>Ports\x01 and \x0bharbours</font><p>{cell}</p></td></tr></table>"
    (article,) = read(f"<html><body>{table}</body></html>".encode())
    assert "harbour master" in article.text
