"""What an earlier article had printed is nobody's own."""

from reportedly.linking.repeats import Repeats

FIRST = "The mill at Kossi burned for nine hours. The army gave no reason."
AGAIN = "“The mill at Kossi burned for nine hours.” A goat was saved from the yard by two boys."


def test_only_the_first_print_is_own(newsroom):
    n = newsroom
    one = n.report("Reef Wire", FIRST, published="2026-05-04T08:00:00+00:00")
    two = n.report("Lagoon Post", AGAIN, published="2026-05-04T09:00:00+00:00")
    repeats = Repeats((one, two), copies={})
    burned, goat = (n.span_of(words, AGAIN) for words in ("burned", "goat"))
    assert repeats.is_own(one.article.id, n.span_of("burned", FIRST))
    assert not repeats.is_own(two.article.id, burned)
    assert repeats.is_own(two.article.id, goat)
    assert repeats.first(two.article.id, burned).article == one.article.id
    assert repeats.first(two.article.id, goat) is None


def test_short_sentences_may_meet_by_chance(newsroom):
    one = newsroom.report("Reef Wire", "He gave no reason.", published="2026-05-04T08:00:00+00:00")
    two = newsroom.report("Lagoon Post", "He gave no reason.", published="2026-05-04T09:00:00+00:00")
    assert Repeats((one, two), copies={}).is_own(two.article.id, (0, 2))


def test_of_a_copy_only_additions_are_own(newsroom):
    n = newsroom
    root = n.report("Reef Wire", FIRST, published="2026-05-04T08:00:00+00:00")
    text = "In Kossi, nine hours passed before the mill was out. Our baker lost his oven."
    copy = n.report("Kossi Daily", text, published="2026-05-04T09:00:00+00:00")
    draft = n.draft(root, copy, copies=[(copy, root, "Our baker lost his oven.")])
    repeats = Repeats(draft.reports, copies=draft.copies)
    assert not repeats.is_own(copy.article.id, n.span_of("passed", text))
    assert repeats.is_own(copy.article.id, n.span_of("oven", text))
