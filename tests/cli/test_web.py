"""Addresses on the command line."""

from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.records import Article

PAGE = (
    "<html><head><title>Ferry leaves Suva</title></head><body><article><h1>Ferry leaves Suva</h1><p>The ferry Aurora "
    "left Suva on Monday with ninety people on board, the harbour master said.</p><p>Nobody was hurt.</p></article>"
    "</body></html>"
)


@pytest.fixture
def address(site, fake_rooms: SimpleNamespace) -> str:
    site.put("/a", PAGE, content_type="text/html")
    return site.url("/a")


def test_a_page_is_read_from_its_address(invoke, address: str) -> None:
    result = invoke("read", address, "--allow-private")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Ferry leaves Suva" in result.stdout and f"address   {address}" in result.stdout


@pytest.mark.parametrize("command", ["code", "claims"])
def test_a_page_is_coded_from_its_address(invoke, address: str, command: str) -> None:
    result = invoke(command, address, "--allow-private", "-f", "jsonl")
    assert result.exit_code == 0 and result.stdout


def test_a_page_is_added_from_its_address(invoke, address: str) -> None:
    assert invoke("add", address, "--allow-private", "--store", "news.db").stdout.startswith("1 article added")
    with Store.open("news.db") as store:
        assert [report.article.url for report in store.reports()] == [address]


def test_private_addresses_need_leave(invoke, address: str, site) -> None:
    result = invoke("read", address)
    assert result.exit_code == 1
    assert result.stderr == f"reportedly: {address}: leads to 127.0.0.1, which is no public address " + (
        "(--allow-private allows it)\n"
    )
    assert site.asked == []
    assert invoke("read", address, REPORTEDLY_ALLOW_PRIVATE="true").exit_code == 0


def test_failures_are_named_and_the_rest_is_read(invoke, address: str, site) -> None:
    result = invoke("read", site.url("/gone"), address, "https:///odd", "--allow-private", "-f", "jsonl")
    assert (result.exit_code, result.stdout.count("\n")) == (1, 1)
    assert result.stderr == (
        f"reportedly: {site.url('/gone')}: answered 404 Not Found\n"
        "reportedly: https:///odd: is no address: it names no host\n"
    )


def test_sites_are_told_whom_to_ask(invoke, address: str, site) -> None:
    invoke("read", address, "--allow-private", "--contact", "https://desk.example/bots")
    assert all("(+https://desk.example/bots)" in asked.headers["User-Agent"] for asked in site.asked)
    result = invoke("read", address, "--contact", "me\nX-Evil: 1")
    assert result.exit_code == 2 and "option contact" in result.stderr


def test_records_may_use_names_of_their_own(invoke, tmp_path) -> None:
    (tmp_path / "news.jsonl").write_text('{"head": "Ferry leaves", "story": "The ferry left on Monday."}\n')
    result = invoke("read", "news.jsonl", "--fields", "text=story,title=head")
    assert result.exit_code == 0 and "Ferry leaves" in result.stdout
    result = invoke("read", "news.jsonl", "--fields", "nosuch")
    assert result.exit_code == 2 and "there are cc-news" in result.stderr


def test_texts_may_be_told_who_carries_them_and_when(invoke, tmp_path) -> None:
    (tmp_path / "ferry.txt").write_text("Ferry leaves\n\nThe ferry left Beira on Monday with forty sacks of rice.\n")
    result = invoke("read", "ferry.txt", "--publisher", "Lagoon Mail", "--published", "2025-11-04", "-f", "jsonl")
    article = Article.from_json(result.stdout)
    assert article.publisher is not None and article.publisher.name == "Lagoon Mail"
    assert article.published.value == "2025-11-04"
    result = invoke("read", "ferry.txt", "--published", "last week")
    assert result.exit_code == 2 and "published must be a day" in result.stderr
