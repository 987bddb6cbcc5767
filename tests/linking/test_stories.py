import pytest

from reportedly.linking import draft_stories, find_copies
from reportedly.linking.stories import copy_edges, fingerprints, story_edges

#: The happening that each article of the archive is on; the digest may stand with either.
HAPPENINGS = {
    "raid": ["djoliba", "verbatim", "truncated", "lead", "local", "retold", "nurse", "nurse_copy", "merged", "citing",
             "update", "update_copy"],
    "again": ["again", "again_copy"],
    "court": ["court", "court_copy"],
}  # fmt: skip


@pytest.fixture(scope="module")
def drafts(archive):
    return _draft(archive.values())


def _draft(reports):
    reports = list(reports)
    return draft_stories(reports, find_copies(reports))


def _keys(draft, archive):
    names = {report.article.id: key for key, report in archive.items()}
    return {names[report.article.id] for report in draft.reports}


@pytest.mark.parametrize("happening", HAPPENINGS)
def test_articles_on_one_happening_are_one_story(happening, archive, drafts):
    (found,) = [keys for draft in drafts if (keys := _keys(draft, archive)) & set(HAPPENINGS[happening])]
    assert found - {"digest"} == set(HAPPENINGS[happening])


def test_every_article_with_events_is_in_one_story(archive, drafts):
    ids = [report.article.id for draft in drafts for report in draft.reports]
    assert sorted(ids) == sorted(report.article.id for report in archive.values())


def test_reports_stand_by_date_then_id(drafts):
    for draft in drafts:
        dates = [(report.article.published.value, report.article.id) for report in draft.reports]
        assert dates == sorted(dates)


def test_stories_stand_by_date_of_their_first_article(drafts):
    dates = [draft.reports[0].article.published.value for draft in drafts]
    assert dates == sorted(dates)


def test_drafts_hold_the_links_of_their_copies(archive, drafts):
    links = find_copies(archive.values())
    assert {name: link for draft in drafts for name, link in draft.copies.items()} == dict(links)


def test_every_membership_has_its_reasons(drafts):
    for draft in drafts:
        assert set(draft.reasons) == {report.article.id for report in draft.reports}
        assert all(draft.reasons.values()) or len(draft.reports) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("verbatim", "republishes Djoliba Press of 2026-04-16"),
        ("retold", "republishes Djoliba Press"),
        ("citing", "cites Sahel Telegraph Service"),
        ("nurse", "closest to"),
        ("update", "closest to"),
    ],
)
def test_reasons_are_in_words(key, words, archive, drafts):
    reasons = [draft.reasons.get(archive[key].article.id, ()) for draft in drafts]
    assert words in " ".join(reason for one in reasons for reason in one)


@pytest.mark.parametrize("step", [1, 3, 5, 7])
def test_stories_do_not_depend_on_the_order_of_reports(step, archive, drafts):
    reports = list(archive.values())
    turned = [reports[(number * step) % len(reports)] for number in range(len(reports))]
    assert {report.article.id for report in turned} == {report.article.id for report in reports}
    assert _draft(turned) == drafts


def test_a_report_alone_is_a_story_if_it_holds_events(newsroom):
    told = [newsroom.Tells(type="PROTEST", trigger="marched")]
    with_events = newsroom.report("Coast Review", "Nurses marched in Beira.", told=told)
    without = newsroom.report("Coast Review", "A recipe for cassava with groundnuts and lime.")
    assert [draft.reports for draft in _draft([with_events, without])] == [(with_events,)]


def test_no_reports_make_no_stories():
    assert _draft([]) == ()


def test_two_stories_apart_do_not_change_when_a_third_is_added(archive, drafts):
    few = [archive[key] for key in (*HAPPENINGS["raid"], *HAPPENINGS["again"])]
    raid = next(draft for draft in _draft(few) if archive["djoliba"] in draft.reports)
    assert {"djoliba", "nurse", "citing", "update"} <= _keys(raid, archive)


def test_edges_come_in_one_order(archive):
    articles = fingerprints(archive.values())
    turned = dict(reversed(articles.items()))
    assert list(copy_edges(articles)) == list(copy_edges(turned))
    assert list(story_edges(articles)) == list(story_edges(turned))
