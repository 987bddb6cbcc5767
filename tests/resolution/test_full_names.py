"""Which names can be known by, and when two are one."""

import pytest

from reportedly.resolution.full_names import is_full_name, name_key


@pytest.mark.parametrize(
    "name",
    [
        "Marta Solís",
        "Bram de Wit",
        "Sheikh Mansour al-Harthy",
        "Abdel-Rahman al-Senussi",
        "Seán O’Dwyer",
        "J. K. Mbeki",
        "A. Quispe",
        "J.K. Mbeki",
        "Jill St. Clair",
        "Omar Sy Jr.",
        "Sons of the Delta",
        "Jean-Luc N'Dour",
        "Łukasz Żak",
        "ÖZLEM KAYA",
    ],
)
def test_full_names(name: str) -> None:
    assert is_full_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Solís",
        "",
        "his father",
        "New Jersey governor",
        "Marta  Solís",
        "Marta Solís\x1b[31m",
        "Marta\u202eSolís Arana",
        "Marta <b>Solís</b>",
        "Marta Solís 2",
        "M. S.",
        "Gov. Ana Ruiz",
        "Solís M.",
        "de la Cruz",
        "Marta\nSolís",
        "Anna " + "Maria" * 2_000,
        "Ana Bea Cea Dea Eva Fea Gea Hea",
        "\ud800 Solís",
    ],
)
def test_what_is_no_full_name(name: str) -> None:
    assert not is_full_name(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nicolás Arana", "NICOLAS ARANA"),
        ("Seán O’Dwyer", "Sean O'Dwyer"),
        ("Rosa J. Paz", "Rosa J Paz"),
        ("Ana  Ruiz", "Ana\u00a0Ruiz"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_other_names_do_not_meet() -> None:
    assert name_key("Ana Ruiz") != name_key("Anna Ruiz")
