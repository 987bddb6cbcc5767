"""Each choice of the reader is explained in words."""

import pytest

from reportedly.cli.show.why import reasons
from reportedly.reading import read

FIRST = "Dockers in Beira walked out on Thursday after the port cut their pay, the union said."
SECOND = "The port authority would not speak to the strikers before Friday."
PAGE = f"""Home News Politics Business Sport Opinion

Dockers walk out in Beira over pay for night work

Published: 7 June 2024

By Ana Sitoe

BEIRA, June 6 (AFP) - {FIRST}

{SECOND}

Related Stories
Cashew growers count the cost of rain

(Reporting by Ana Sitoe; editing by Per Lund)

PORTLINE18062024000771042055ID1103374190

Lagoon cruise from nine dollars
"""


@pytest.fixture(scope="module")
def explained() -> str:
    (article,) = read(PAGE.encode())
    return "\n".join(reasons(article))


@pytest.mark.parametrize(
    "words",
    [
        "The title is the record's own, or the first line above the text",
        "Nothing says who carries the article.",
        "AFP is credited in “BEIRA, June 6 (AFP) -”.",
        "Ana Sitoe is named as author in “By Ana Sitoe”.",
        "The dateline says 6 June 2024, printed as “BEIRA, June 6 (AFP) -”",
        "The date is 7 June 2024 because of the best sign: published line",
        "Another sign says 18 June 2024: article number",
        "The signs disagree by more than a day",
        "as navigation, because it is worded like “Home News Politics Business Sport Opinion” (phrase).",
        "Cut “Related Stories” as related links, because it is worded like “Related Stories” (phrase).",
        "count the cost of rain” as related links, because it stands under “Related Stories” (heading).",
        "as article number, because it is an article number that holds a date (shape).",
        "Cut “Lagoon cruise from nine dollars” as related links, because it is a short line",
    ],
)
def test_reasons_name_every_choice(explained: str, words: str) -> None:
    assert words in explained


def test_reasons_say_what_is_missing() -> None:
    (article,) = read(b"Two ministers resigned in Suva on Monday, a week after the vote.")
    text = "\n".join(reasons(article))
    assert "No title" in text and "Nothing tells when" in text and "Nothing was cut" in text


def test_reasons_quote_metadata_of_pages() -> None:
    head = '<meta property="og:title" content="Dockers walk out"><meta name="author" content="Rui Macamo">'
    date = '<meta property="article:published_time" content="2024-06-07">'
    body = f"<h1>Dockers walk out</h1><article><p>{FIRST}</p><p>{SECOND}</p></article>"
    page = f"<html><head>{head}{date}</head><body>{body}</body></html>".encode()
    (article,) = read(page)
    text = "\n".join(reasons(article))
    assert "page's main heading" in text
    assert "Rui Macamo is named as author in the page's metadata" in text


def test_reasons_tell_what_title_and_publisher_rest_on() -> None:
    head = '<title>Dockers go | The Tana Reporter</title><meta property="og:title" content="Dockers walk out">'
    names = '<meta property="og:site_name" content="the Tana Reporter">'
    address = '<link rel="canonical" href="https://tanareporter.example/dockers">'
    body = f"<h1>Dockers walk out</h1><p>{FIRST}</p><p>{SECOND}</p><footer>© 2025 Sandbar Sons</footer>"
    (article,) = read(f"<html><head>{head}{names}{address}</head><body>{body}</body></html>".encode())
    text = "\n".join(reasons(article))
    assert "which the metadata share, trusted 95%; also said by: og:title (90%)." in text
    assert "“Dockers go” was not chosen: <title> (60%)." in text
    assert "by: og:site_name (85%), title suffix (70%)." in text
    assert "“Sandbar Sons” was not chosen: copyright line (50%)." in text
    assert "because the page's markup says so: <footer> (markup)." in text
