import pytest

from reportedly.reading.furniture import Where, find_cut

BODY = [
    "Protesters organised through WhatsApp and Telegram, police said.",
    "The company uses cookies made in Poland at its fair.",
    "Sign up or leave, the letters told young men in the valley.",
    "Search teams reached the village on Tuesday.",
    "Related industries lost 4,000 jobs, the union said.",
    "Next week the two sides will meet in Doha.",
    "Advertisement revenue fell by a third, the broadcaster said.",
    "Comments by the minister angered Quito.",
    "Share the water or lose it, the elder said.",
    "He tweeted a link to the film and deleted it.",
    "Subscribers to the pension fund lost everything.",
    "“Read the letter,” she said.",
    "Tags on the shells showed where they were made.",
]


@pytest.mark.parametrize("line", BODY)
@pytest.mark.parametrize("where", list(Where))
def test_find_cut_keeps_body_text_that_speaks_of_furniture(line, where):
    assert find_cut(line, where) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ShareFacebook Twitter WhatsApp Email Print Telegram", "share bar"),
        ("Facebook | X | LinkedIn", "share bar"),
        ("Accept all", "cookie notice"),
        ("Read more: Why the ferry sank", "related links"),
        ("ADVERTISEMENT", "advertisement"),
        ("3 Comments", "comments"),
        ("* * *", "navigation"),
    ],
)
def test_find_cut_names_the_kind(line, kind):
    assert find_cut(line, Where.BODY).kind == kind


def test_find_cut_takes_no_time_for_hostile_lines():
    assert find_cut("share " * 140 + "zzz", Where.BODY) is None
    assert find_cut("on" * 440, Where.BODY) is None
