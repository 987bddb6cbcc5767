"""What holds for any texts: no crash, and the same answer whichever comes first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking import draft_stories, find_copies, load_families
from reportedly.linking.affinity import affinity
from reportedly.linking.alignment import align
from reportedly.linking.copies import compare
from reportedly.linking.fingerprints import fingerprint
from reportedly.records import Article, CoderInfo, Report

CODER = CoderInfo(version="0.1.0", codebook="PLOVER 2.0", models=(), config_hash="abc")
WORDS = [
    "Kone",
    "Dioro",
    "raid",
    "raided",
    "17",
    "seventeen",
    "on Monday",
    "“he said”",
    "the",
    "Mali",
    ".",
    "\n\n",
    "É",
    "½",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join) | st.text(max_size=200)
DATES = st.sampled_from([None, "2026", "2026-04", "2026-04-16", "2026-04-16T10:00:00+02:00", "2026-04-18T10:00:00"])
HOUSES = st.sampled_from([None, "Djoliba Press", "Bamako Courier", "BBC", "."])


@st.composite
def printed(draw):
    article = Article.verbatim(
        draw(TEXTS), title=draw(st.none() | TEXTS), published=draw(DATES), publisher=draw(HOUSES),
        credits=tuple(draw(st.lists(HOUSES.filter(bool), max_size=2))),
    )  # fmt: skip
    return fingerprint(Report(article=article, coder=CODER), families=load_families())


@settings(max_examples=150)
@given(printed(), printed())
def test_two_articles_compare_alike_from_either_side(one, other):
    assert compare(one, other) == compare(other, one)
    assert affinity(one, other) == affinity(other, one)


@settings(max_examples=100)
@given(printed(), printed())
def test_shares_are_shares(one, other):
    found = align(one, other)
    assert all(0 <= share <= 1.0001 for share in (found.verbatim, found.retold, found.known, found.order))
    assert found.verbatim <= found.retold
    assert found.narrative <= found.words


@settings(max_examples=25)
@given(data=st.data())
def test_any_part_of_an_archive_in_any_order_gives_the_same_stories(data, archive):
    keys = data.draw(st.lists(st.sampled_from(sorted(archive)), unique=True, min_size=1))
    reports, turned = [archive[key] for key in sorted(keys)], [archive[key] for key in keys]
    assert find_copies(reports) == find_copies(turned)
    assert draft_stories(reports, find_copies(reports)) == draft_stories(turned, find_copies(turned))


@pytest.mark.parametrize("text", ["", " ", "…", "12", "Привет, мир.", "“", "A. B. C.", "\n\n\n"])
def test_odd_texts_have_a_fingerprint(text, newsroom):
    printed_one = fingerprint(newsroom.report("Coast Review", text, title="-"), families=load_families())
    assert compare(printed_one, printed_one) is None
