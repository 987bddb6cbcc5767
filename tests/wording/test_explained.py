import pytest

from reportedly.linking.explanation import Evidence, Teller, TellingArticle
from reportedly.records import EventType, Factuality, Modality, Standing
from reportedly.wording.explained import passages

DOCTOR, ARMY = (0, 40), (41, 90)


def evidence(span):
    return Evidence(
        event="e", type=EventType.ASSAULT, quote="x", trigger=(0, 1), span=span,
        standing=Standing.REPORTED, modality=Modality.ACTUAL, factuality=Factuality.UU,
    )  # fmt: skip


ARTICLE = TellingArticle(id="a", publisher="Harbour Post", evidence=(evidence(DOCTOR), evidence(ARMY)))


@pytest.mark.parametrize(
    ("heard", "again", "shown"),
    [
        ((DOCTOR,), False, [DOCTOR]),
        ((ARMY,), True, [ARMY]),
        ((), False, [DOCTOR, ARMY]),
        ((), True, []),
    ],
    ids=["an origin's own words", "another's, further down", "of no origin", "seen above"],
)
def test_each_origin_shows_where_it_is_heard(heard, again, shown):
    found, left = passages(ARTICLE, Teller(article="a", heard=heard, again=again))
    assert ([one.span for one in found], left) == (shown, 0)
