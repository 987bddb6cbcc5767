import pytest

from reportedly.reading.names import Named, is_name_line, merge, split_names


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("ANA SITOE Associated Press", ("Ana Sitoe",), ("Associated Press",)),
        ("By Rui Macamo BBC News, Beira", ("Rui Macamo",), ("BBC News",)),
        ("By Ana Sitoe", ("Ana Sitoe",), ()),
        ("By ANA SITOE and RUI MACAMO", ("Ana Sitoe", "Rui Macamo"), ()),
        ("By JANE DOE, Associated Press", ("Jane Doe",), ("Associated Press",)),
        ("Maarja Lepik in Tallinn and Olav Stensrud in Oslo", ("Maarja Lepik", "Olav Stensrud"), ()),
        ("Ludwig van den Berg for Savanna Press", ("Ludwig van den Berg",), ("Savanna Press",)),
        ("Ana Sitoe, Political Correspondent", ("Ana Sitoe",), ()),
        ("Associated Press writer Ana Sitoe", ("Ana Sitoe",), ("Associated Press",)),
        ("Ana Sitoe (ana@mail.example) | @anasitoe", ("Ana Sitoe",), ()),
        ("Staff Reporter", (), ()),
        ("The Associated Press", (), ("The Associated Press",)),
        ("Reuters and AFP", (), ("Reuters", "AFP")),
        ("新間", ("新間",), ()),
        ("Monday", (), ()),
        ("42 people", (), ()),
    ],
)
def test_split_names_tells_persons_from_agencies(text, authors, agencies):
    assert split_names(text) == Named(authors, agencies)


@pytest.mark.parametrize(
    ("line", "is_names"),
    [
        ("Sione Latu and Emma Whitcombe", True),
        ("Rui Macamo/Ana Sitoe", True),
        ("MIDDLE EAST CRISIS", False),
        ("World/Africa", False),
        ("Dockers strike in Beira", False),
    ],
)
def test_is_name_line_wants_full_names_and_nothing_else(line, is_names):
    assert is_name_line(line) is is_names


def test_merge_keeps_order_and_the_first_spelling():
    assert merge([["Ana", "RUI"], ["ana", "Kofi"]]) == ("Ana", "RUI", "Kofi")


def test_a_paragraph_is_not_looked_through_for_a_house_behind_every_word(monkeypatch):
    asked = []
    monkeypatch.setattr("reportedly.reading.names.find_wire", lambda text: asked.append(text))
    split_names("rain fell on the harbour " * 1_000)
    assert len(asked) < 20
