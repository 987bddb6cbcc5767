import pytest

from reportedly.linking.lands import country_in, country_stems, first_country


@pytest.mark.parametrize(
    ("text", "longest", "first"),
    [
        ("Peru told the Democratic Republic of the Congo", "COD", "PER"),
        ("the Norwegian fisheries office", "NOR", "NOR"),
        ("the harbour master", None, None),
    ],
)
def test_countries_are_named_by_any_form(text, longest, first):
    assert (country_in(text), first_country(text)) == (longest, first)


def test_stems_of_a_country_hold_its_adjective():
    assert {"norway", "norwegian"} <= country_stems("NOR")
