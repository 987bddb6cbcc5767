"""Which addresses may be asked."""

import pytest

from reportedly.errors import FetchError
from reportedly.gathering.addresses import is_address, is_public, parse_address, resolve


@pytest.mark.parametrize("text", ["http://a.example", "HTTPS://a.example/b?c"])
def test_web_addresses_are_known(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("source", ["news/http.txt", "ftp://a.example", "https:/a", b"http://a.example", None])
def test_everything_else_is_a_file_or_content(source: object) -> None:
    assert not is_address(source)


def test_an_address_is_kept_without_its_fragment() -> None:
    assert str(parse_address(" https://Kiosk.example/a?b=1#c ")) == "https://kiosk.example/a?b=1"


def test_names_in_other_scripts_are_encoded() -> None:
    assert parse_address("https://münchen.example/").raw_host == b"xn--mnchen-3ya.example"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ftp://a.example/b", "only http and https are"),
        ("https:///b", "names no host"),
        ("https://ana:pw@a.example/", "credentials"),
        ("http://[::1/", "is no address"),
        ("http://a.example:99999999/", "is no address"),
        ("http://a\x00.example/", "is no address"),
    ],
)
def test_what_is_no_address_is_told(text: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        parse_address(text)
    assert caught.value.lasting


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808"])
def test_public_addresses_may_be_asked(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "100.100.100.200", "168.63.129.16", "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_of_the_own_network_and_of_clouds_may_not(address: str) -> None:
    assert not is_public(address)


def test_a_host_is_looked_up() -> None:
    assert "127.0.0.1" in resolve("localhost", 80)
