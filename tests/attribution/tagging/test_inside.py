import pytest

from reportedly.attribution.tagging.inside import inside_quotation


@pytest.mark.parametrize(
    ("paragraph", "inside"),
    [
        ("", ""),
        ("No marks.", "........."),
        ('He said "no" twice.', "........####......."),
        ("“Go,” he said.", "#####........."),
        ("‘Go,’ he said.", "#####........."),
        ("'Go,' he said.", "#####........."),
        ('She said "go', ".........###"),
        ("“One “two” three", "##########......"),
        ("The crew's '90s van", "..................."),
        ("Nurses' pay, teachers' pay", ".........................."),
        ("'The crew's van'.", "################."),
        ("«Non», dit-il", "#####........"),
    ],
)
def test_marks_tell_what_is_quoted(paragraph, inside):
    assert "".join("#" if held else "." for held in inside_quotation(paragraph)) == inside
