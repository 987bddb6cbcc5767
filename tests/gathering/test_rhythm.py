"""How often a feed is asked."""

import pytest

from reportedly.gathering.rhythm import Rhythm

RHYTHM = Rhythm(least=300, most=21_600)


@pytest.mark.parametrize(
    ("pause", "has_news", "wanted", "next_pause"),
    [
        (None, True, None, 300),
        (None, False, None, 300),
        (1000, True, None, 500),
        (1000, False, None, 1500),
        (400, True, None, 300),
        (20_000, False, None, 21_600),
        (300, True, 1800, 1800),
        (300, True, 60, 300),
        (300, True, 99_999, 21_600),
    ],
)
def test_news_make_it_faster_and_silence_slower(
    pause: float | None, has_news: bool, wanted: float | None, next_pause: float
) -> None:
    assert RHYTHM.next_pause(pause, has_news=has_news, wanted=wanted) == next_pause


@pytest.mark.parametrize(
    ("failures", "wanted", "pause"),
    [
        (1, None, 600),
        (2, None, 1200),
        (3, 60, 2400),
        (1, 7200, 7200),
        (9, None, 86_400),
        (5000, None, 86_400),
        (1, 1e9, 86_400),
    ],
)
def test_a_broken_feed_is_left_alone_ever_longer(failures: int, wanted: float | None, pause: float) -> None:
    assert RHYTHM.back_off(failures, wanted=wanted) == pause
