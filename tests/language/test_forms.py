import pytest

from reportedly.language.forms import initials_of, is_same_person, nicknames, shortens, shortens_body


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Paz", "Ana Paz Beltrán", True),
        ("Paz Beltrán", "Ana Paz Beltrán", True),
        ("De Wit", "Bram de Wit", True),
        ("Xi", "Xi Jinping", True),
        ("Megarhi", "Salem el-Megarhi", True),
        ("Al-Khafaji", "Jawad al-Khafaji", True),
        ("El Tuerto", "Guzmán “El Tuerto” Arriaga", True),
        ("Arriaga", "Guzmán “El Tuerto” Arriaga", True),
        ("Sy", "Omar Sy Jr.", True),
        ("Lund", "Omar Sy", False),
        ("de", "Bram de Wit", False),
        ("Omar Sy", "Omar Sy", False),
    ],
)
def test_shortens(short, full, same):
    assert shortens(short, full) is same


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("Hidroeléctrica", "Hidroeléctrica del Maule", True),
        ("Maule", "Hidroeléctrica del Maule", False),
        ("Omar", "Omar Foods", False),
        ("Toyo Steel", "Toyo Steel", False),
    ],
)
def test_shortens_body(short, full, same):
    assert shortens_body(short, full) is same


def test_accents_and_articles_make_no_other_person():
    assert is_same_person("Jelena Perkovic", "Jelena Perković")
    assert is_same_person("Jawad Khafaji", "Jawad al-Khafaji")
    assert not is_same_person("Ana Kertész", "Eva Kertész")


def test_nicknames_and_initials():
    assert nicknames("Guzmán “El Tuerto” Arriaga") == {"El Tuerto"}
    assert initials_of("Association of Somali Journalists") == "ASJ"
