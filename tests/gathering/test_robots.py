"""What robots.txt files allow."""

import pytest

from reportedly.errors import FetchError

PAGE = b"<p>A page.</p>"


def asked(site) -> list[str]:
    return [asked.path for asked in site.asked]


def test_a_site_without_rules_may_be_read_and_is_asked_once(site, fetcher) -> None:
    site.put("/a", PAGE)
    fetcher.fetch(site.url("/a"))
    fetcher.fetch(site.url("/a"))
    assert asked(site) == ["/robots.txt", "/a", "/a"]


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /private/",
        "User-agent: Reportedly\nDisallow: /private\n\nUser-agent: *\nAllow: /",
        "user-agent: reportedly\ndisallow: /*/a$",
    ],
)
def test_rules_are_kept(site, fetcher, rules: str) -> None:
    site.put("/robots.txt", rules)
    site.put("/private/a", PAGE)
    site.put("/open", PAGE)
    with pytest.raises(FetchError, match="robots.txt asks not to fetch it") as caught:
        fetcher.fetch(site.url("/private/a"))
    assert caught.value.lasting
    assert fetcher.fetch(site.url("/open")).body == PAGE
    assert "/private/a" not in asked(site)


def test_rules_for_others_are_not_for_us(site, fetcher) -> None:
    site.put("/robots.txt", "User-agent: GreedyBot\nDisallow: /")
    site.put("/a", PAGE)
    assert fetcher.fetch(site.url("/a")).body == PAGE


def test_a_redirect_meets_the_rules_too(site, fetcher) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private")
    site.put("/a", status=302, location="/private")
    with pytest.raises(FetchError, match="robots.txt asks not"):
        fetcher.fetch(site.url("/a"))
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_file_that_is_not_there_forbids_nothing(site, fetcher, status: int) -> None:
    site.put("/robots.txt", status=status)
    site.put("/a", PAGE)
    assert fetcher.fetch(site.url("/a")).body == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_file_that_cannot_be_read_forbids_everything_for_a_while(site, make_fetcher, clock, status: int) -> None:
    site.put("/robots.txt", status=status)
    site.then("/robots.txt", "User-agent: *\nAllow: /")
    site.put("/a", PAGE)
    fetcher = make_fetcher(tries=1)
    for _ in range(2):
        with pytest.raises(FetchError, match=f"robots.txt cannot be read: answered {status}") as caught:
            fetcher.fetch(site.url("/a"))
    assert not caught.value.lasting
    clock.time += 301
    assert fetcher.fetch(site.url("/a")).body == PAGE
    assert asked(site) == ["/robots.txt", "/robots.txt", "/a"]


def test_rules_are_read_again_after_a_day(site, fetcher, clock) -> None:
    site.put("/a", PAGE)
    fetcher.fetch(site.url("/a"))
    site.put("/robots.txt", "User-agent: *\nDisallow: /")
    clock.time += 86_401
    with pytest.raises(FetchError):
        fetcher.fetch(site.url("/a"))


@pytest.mark.parametrize(
    ("rules", "pause"),
    [("Crawl-delay: 5", 5), ("Request-rate: 1/20", 20), ("Crawl-delay: 90000", 60), ("Crawl-delay: soon", 0)],
)
def test_pauses_that_rules_ask_for_are_kept_up_to_a_minute(site, fetcher, clock, rules: str, pause: int) -> None:
    site.put("/robots.txt", f"User-agent: *\n{rules}")
    site.put("/a", PAGE)
    fetcher.fetch(site.url("/a"))
    fetcher.fetch(site.url("/a"))
    assert sum(clock.waits) == pytest.approx(pause, abs=0.1)


def test_noise_in_place_of_rules_forbids_nothing(site, fetcher) -> None:
    site.put("/robots.txt", bytes(range(256)) * 4000)
    site.put("/a", PAGE)
    assert fetcher.fetch(site.url("/a")).body == PAGE
