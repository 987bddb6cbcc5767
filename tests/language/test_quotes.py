import pytest

from reportedly.language.quotes import find_quotations

CASES = [
    ('He said "no" twice.', ["no"]),
    ("He said “no” and “never”.", ["no", "never"]),
    ("“One.\n\n“Two,” she said.", ["One.", "Two,"]),
    ('An "open quotation runs to the end', ["open quotation runs to the end"]),
    ("a stray ” mark", []),
    ('empty "" marks', []),
    ("“outer “inner” rest", ["outer “inner"]),
    ("«Oui», dit-il", ["Oui"]),
    ("``No,'' he said.", ["No,"]),
    ("Rock ''n'' roll", ["n"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "inner"), CASES)
def test_find_quotations(text, inner):
    found = find_quotations(text)
    assert [text[q.inner[0] : q.inner[1]] for q in found] == inner
    assert all(q.span[0] < q.inner[0] < q.inner[1] <= q.span[1] for q in found)


def test_an_unclosed_quotation_says_so():
    assert [q.closed for q in find_quotations('"One" and "two')] == [True, False]
