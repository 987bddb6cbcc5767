"""Houses are found by every name under which others cite them."""

import pytest

from reportedly.linking.houses import Houses
from reportedly.records import Source, SourceKind


@pytest.fixture
def houses(newsroom):
    return Houses([
        newsroom.report("Equator News Agency", "One.", published="2026-05-01T08:00:00+00:00"),
        newsroom.report("Harbour Ledger", "Two.", published="2026-05-01T09:00:00+00:00"),
        newsroom.report("Harbour Ledger", "Three.", published="2026-05-01T10:00:00+00:00"),
        newsroom.report("Reuters", "Four.", published="2026-05-01T11:00:00+00:00"),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("name", "house"),
    [
        ("Equator News Agency", "Equator News Agency"),
        ("the Harbour Ledger", "Harbour Ledger"),
        ("Ledger", "Harbour Ledger"),
        ("ENA", "Equator News Agency"),
        ("Thomson Reuters", "Reuters"),
    ],
)
def test_a_house_is_found_by_its_names(houses, name, house):
    assert houses.name(houses.find(name)) == house


@pytest.mark.parametrize("name", ["ledger", "agency", "Lagoon Times", "Harbour Police"])
def test_other_names_are_no_house_of_the_story(houses, name):
    assert houses.find(name) is None


def test_articles_stand_in_order(houses):
    assert len(houses.articles(houses.find("Harbour Ledger"))) == 2
    assert houses.articles("nobody") == ()


def source(name, kind="outlet"):
    return Source(name=name, kind=SourceKind(kind))


def test_a_weekly_is_the_house_named_before(houses):
    article = houses.articles(houses.find("Harbour Ledger"))[0]
    before = [source("Equator News Agency")]
    assert houses.cited(source("weekly"), before=before, article=article) == houses.find("ENA")


def test_this_newspaper_is_the_own_house(houses):
    article = houses.articles(houses.find("Harbour Ledger"))[0]
    assert houses.cited(source("this newspaper"), article=article) == houses.find("Harbour Ledger")


def test_an_outlet_without_articles_is_a_house_too(houses):
    article = houses.articles(houses.find("Reuters"))[0]
    assert houses.cited(source("Lagoon Times"), article=article) == "lagoon times"
    assert houses.cited(source("harbour police", "official"), article=article) is None
