"""Addresses tell the pages of articles apart."""

import pytest

from reportedly.storage.rows import address_of


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://Post.example/a/1/#top", "post.example/a/1"),
        ("http://www.post.example/a?id=2", "post.example/a?id=2"),
        ("https://post.example/", None),
        ("http://[half", None),
        ("https://post[1].example/a", None),
    ],
)
def test_what_is_an_address(url: str, address: str | None) -> None:
    assert address_of(url) == address
