import pytest

from reportedly.reading.signatures import read_signature


@pytest.mark.parametrize(
    ("line", "authors", "agencies", "day"),
    [
        (
            "Published on 18/05/2025 - 09:40 By Ana Sitoe - Meridian Wire - Beira",
            ("Ana Sitoe",),
            ("Meridian Wire",),
            "2025-05-18",
        ),
        ("By ANA SITOE | Andes Bureau Chief | May 3, 2025", ("Ana Sitoe",), (), "2025-05-03"),
        ("Posted by Ana Sitoe on 3 May 2025", ("Ana Sitoe",), (), "2025-05-03"),
        ("Source: Xinhua| 2025-05-14 18:22:07|Editor: tanwei", (), ("Xinhua",), "2025-05-14"),
        ("Ana Sitoe - The Luzon Star", ("Ana Sitoe",), ("The Luzon Star",), None),
        ("ANA SITOE, Staff Writer", ("Ana Sitoe",), (), None),
    ],
)
def test_read_signature_takes_every_piece(line, authors, agencies, day):
    signature = read_signature(line)
    assert (signature.credit.authors, signature.credit.agencies) == (authors, agencies)
    assert [each.value[:10] for each in signature.dates] == ([day] if day else [])


def test_read_signature_takes_a_town_only_below_the_headline():
    assert read_signature("Ana Sitoe, Beira", below_title=True).credit.authors == ("Ana Sitoe",)
    assert read_signature("Ana Sitoe, Beira") is None


@pytest.mark.parametrize(
    "line",
    [
        "3 May 2025",
        "Ana Sitoe wins the vote - and the war",
        "Ana Sitoe was born on 3 May 1975.",
        "Talks open in Oslo | 3 May 2025",
        "July 24, 2024 | 12:00am",
    ],
)
def test_read_signature_leaves_other_lines_alone(line):
    assert read_signature(line) is None
