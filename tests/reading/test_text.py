from reportedly.reading import read

PAGE = """\
Friday, 7 June 2024 12:17 GMT

Tanzania Asks Kenya And Norway For Tugs As Two Ports Close


(PORTLINE- Dar Gazette) Tanzania has asked Kenya for tugs as ports closed in what a minister called an“open wound.”

The requests went out on Monday, a letter says.“We will not wait for the rains,” the minister wrote.

ShareFacebook Viber WhatsApp Print

PORTLINE18062024000771042055ID1103374190

Dar Gazette

Legal Disclaimer:
PORTLINE provides this content “as is” without warranty of any kind. Complaints go to the provider above.

Search"""


def test_text_reader_reads_an_aggregator_page():
    [article] = read(PAGE.encode())
    assert article.title == "Tanzania Asks Kenya And Norway For Tugs As Two Ports Close"
    assert article.text == (
        "Tanzania has asked Kenya for tugs as ports closed in what a minister called an “open wound.”\n\n"
        "The requests went out on Monday, a letter says. “We will not wait for the rains,” the minister wrote."
    )
    assert article.publisher.name == "PORTLINE"
    assert article.credits == ("Dar Gazette",)
    assert (article.published.value, article.published.conflict) == ("2024-06-18", True)
    assert article.published.candidates[-1].value == "2024-06-07T12:17:00+00:00"
    assert [piece.kind for piece in article.furniture] == [
        "clock", "credit", "share bar", "article number", "credit", "legal notice", "legal notice", "search box",
    ]  # fmt: skip


def test_text_reader_reads_agency_copy():
    copy = (
        "Ferry crews walk out on Lake Victoria\n\nBy Ana Sitoe and Rui Macamo\nMay 4, 2025 6:12 PM GMT\n\n"
        "MWANZA, May 4 (Savanna Press) - Ferry crews walked out on Sunday, their union said.\n\n"
        "(Reporting by Ana Sitoe; Editing by Per Lund)"
    )
    [article] = read(copy.encode())
    assert article.text == "Ferry crews walked out on Sunday, their union said."
    assert (article.byline, article.credits) == (("Ana Sitoe", "Rui Macamo"), ("Savanna Press",))
    assert (article.dateline.place, article.dateline.date) == ("MWANZA", "2025-05-04")
    assert article.published.value == "2025-05-04T18:12:00+00:00"
