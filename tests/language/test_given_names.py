import pytest

from reportedly.language.given_names import gender_of_person, is_given


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Zanele Dube", "female"),
        ("Íñigo Paz", None),
        ("Jelena Perković", "female"),
        ("Kim Sun-ok", "female"),
        ("Baek Jong-soo", "male"),
        ("Dube", None),
        ("Rubén Salcedo", "male"),
        ("", None),
    ],
)
def test_gender_of_person(name, gender):
    assert gender_of_person(name) == gender


@pytest.mark.parametrize(("word", "given"), [("Rubén", True), ("RUBEN", True), ("Lima", False), ("Jordan", False)])
def test_is_given(word, given):
    assert is_given(word) is given
