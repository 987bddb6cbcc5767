import pytest

from reportedly.reading.names import Named
from reportedly.reading.signoffs import read_signoff


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        (
            "Reporting by Ana Sitoe in Beira and Rui Macamo in Tete; Editing by Per Lund",
            ("Ana Sitoe", "Rui Macamo"),
            (),
        ),
        ("Reporting by Ana Sitoe; writing by Kate Osei; editing by Per Lund", ("Ana Sitoe", "Kate Osei"), ()),
        ("Reporting by A. B. Sitoe, additional reporting by Rui Macamo", ("A. B. Sitoe",), ()),
        ("Reporting by Ana Sitoe, AFP", ("Ana Sitoe",), ("AFP",)),
        ("Editing by Per Lund", (), ()),
        ("Additional reporting by Kate Osei and AFP", (), ("AFP",)),
    ],
)
def test_read_signoff_tells_authors_from_helpers(text, authors, agencies):
    assert read_signoff(text) == Named(authors, agencies)


@pytest.mark.parametrize(
    "text", ["Reporting by the two papers led to his arrest.", "Report: Three Soldiers Freed", "Nothing"]
)
def test_read_signoff_leaves_prose_alone(text):
    assert read_signoff(text) is None
