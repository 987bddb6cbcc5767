import pytest

from reportedly.linking.alignment import Likeness, align, may_share
from reportedly.linking.families import load_families
from reportedly.linking.fingerprints import fingerprint

ROOT = (
    "Dockers at Tanga burnt tyres before the harbour office on Tuesday. Nine of them were held, police chief Salum "
    "Juma said. The strike over night pay is in its third week. Ships bound for Mombasa wait in the roads."
)


@pytest.fixture
def lay(newsroom):
    """Lay a text beside the root."""

    def laid(later, earlier=ROOT):
        prints = [
            fingerprint(newsroom.report("Coast Review", text), families=load_families()) for text in (later, earlier)
        ]
        return align(*prints)

    return laid


def test_the_same_text_is_the_same_throughout(lay):
    found = lay(ROOT)
    assert {pair.likeness for pair in found.pairs} == {Likeness.SAME}
    assert (found.verbatim, found.retold, found.known, found.order) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("sentence", "likeness", "there"),
    [
        ("DOCKERS at Tanga burnt tyres before the harbour office on Tuesday!", Likeness.SAME, 0),
        ("Dockers at Tanga burnt tyres before the old harbour office Tuesday.", Likeness.NEAR, 0),
        ("Nine of them were held, said police chief Salum Juma.", Likeness.NEAR, 1),
        ("Salum Juma, who heads the police, says that his men hold nine.", Likeness.RETOLD, 1),
        ("Before the office of the harbour of Tanga, tyres burnt on Tuesday.", Likeness.RETOLD, 0),
    ],
)
def test_sentences_are_the_same_near_or_retold(sentence, likeness, there, lay):
    (pair,) = lay(sentence).pairs
    assert (pair.likeness, pair.there) == (likeness, there)


@pytest.mark.parametrize(
    "sentence",
    [
        "A cyclone drew near to the Comoros.",
        "Tuesday was hot.",
        "Tanzania’s parliament debated fishing rights with Kenya.",
        "No.",
        "He said so.",
    ],
)
def test_other_sentences_have_no_pair(sentence, lay):
    assert lay(sentence).pairs == ()


def test_one_sentence_may_retell_two_neighbours(lay):
    (pair,) = lay("Nine dockers are held by Salum Juma’s police while the strike over night pay goes on.").pairs
    assert pair.likeness is Likeness.RETOLD


def test_shares_count_words(lay):
    found = lay(
        "Nine of them were held, police chief Salum Juma said. A cyclone drew near to the Comoros yesterday night."
    )
    assert found.verbatim == pytest.approx(10 / 19)
    assert found.words == 10


def test_quotations_are_no_narrative(lay):
    text = "“We will not load another ship until the night pay is settled,” said Asha Mbwana."
    found = lay(text, text + " The mayor kept silent.")
    assert (found.words, found.narrative) == (15, 0)


def test_known_is_the_share_of_names_and_figures(lay):
    assert lay("Salum Juma spoke in Tanga.").known == 1
    assert lay("Salum Juma spoke in Arusha to Neema Massawe.").known < 0.5


def test_order_falls_when_sentences_change_places(lay):
    turned = " ".join(f"{sentence}." for sentence in reversed(ROOT.rstrip(".").split(". ")))
    assert lay(turned).order == 0


def test_nothing_comes_of_an_empty_text(lay):
    found = lay("…")
    assert (found.pairs, found.verbatim, found.known) == ((), 0, 0)


def test_articles_that_share_no_words_are_not_laid_side_by_side(prints):
    assert not may_share(prints["court"], prints["nurse"])


@pytest.mark.parametrize("key", ["verbatim", "truncated", "lead", "local", "retold", "merged", "digest"])
def test_articles_with_shared_text_are_laid_side_by_side(key, prints):
    assert may_share(prints[key], prints["djoliba"])
