import pytest

from reportedly.reading.outlets import (
    find_by_address,
    find_wire,
    is_outlet_name,
    make_publisher,
    registered_domain,
    split_outlets,
)
from reportedly.records import Publisher


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.skerry.example/a/b?c=d", "skerry.example"),
        ("http://news.mail.co.za/x", "mail.co.za"),
        ("courier.com.au", "courier.com.au"),
        ("sub.deep.lagoon.example", "lagoon.example"),
        ("", None),
        ("http://[broken", None),
        ("localhost", None),
    ],
)
def test_registered_domain_is_what_someone_registered(address, domain):
    assert registered_domain(address) == domain


@pytest.mark.parametrize("name", ["Reuters", "reuters", "the Associated Press", "THE ASSOCIATED PRESS", "AFP."])
def test_find_wire_ignores_case_and_article(name):
    assert find_wire(name).kind == "wire"


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Zambezi Herald", True),
        ("THE COASTAL TIMES", True),
        ("Ana Sitoe", False),
        ("Thandiwe Kapito, Lakeshore Monitor", False),
        ("News", False),
        ("the news was bad", False),
        ("World News", False),
        ("Follow Upland Mail", False),
        ("Ana Sitoe reports for the Karoo Dispatch", False),
        ("RiftNews", True),
    ],
)
def test_is_outlet_name_knows_their_words(text, is_name):
    assert is_outlet_name(text) is is_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AAP/RNZ", ("AAP", "RNZ")),
        ("Savanna Press / AFP, Reuters", ("Savanna Press", "AFP", "Reuters")),
        ("Reuters and AFP", ("Reuters", "AFP")),
        ("Trinidad and Tobago Gazette", ("Trinidad and Tobago Gazette",)),
    ],
)
def test_split_outlets_takes_apart_what_are_several(text, names):
    assert split_outlets(text) == names


def test_find_by_address_prefers_the_host_itself():
    assert find_by_address("https://japannews.yomiuri.co.jp/politics/1").name == "The Japan News"
    assert find_by_address("https://www.yomiuri.co.jp/1").name == "The Yomiuri Shimbun"


@pytest.mark.parametrize(
    ("names", "address", "publisher"),
    [
        (["the Guardian"], "https://www.theguardian.com/a", Publisher(name="The Guardian", domain="theguardian.com")),
        (
            ["Truth For All", "Lagoon Mail"],
            "https://lagoon-mail.example/a",
            Publisher(name="Lagoon Mail", domain="lagoon-mail.example"),
        ),
        (["Home"], "https://lagoon.example/a", Publisher(name="lagoon.example", domain="lagoon.example")),
        (["Upland Courier"], None, Publisher(name="Upland Courier")),
        (["LagoonTruth.Tv"], "https://lagoontruth.tv/a", Publisher(name="Lagoon Truth", domain="lagoontruth.tv")),
        (["Lagoon.Tv"], "https://lagoon.tv/a", Publisher(name="Lagoon.Tv", domain="lagoon.tv")),
        ([], None, None),
    ],
)
def test_make_publisher_prefers_what_the_address_bears_out(names, address, publisher):
    assert make_publisher(names, address=address) == publisher
