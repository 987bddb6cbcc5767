import reportedly.linking
from reportedly.linking import link


def test_stories_hold_articles_copies_and_events(archive):
    stories = link(archive.values())
    articles = [article for story in stories for article in story.articles]
    assert sorted(one.id for one in articles) == sorted(report.article.id for report in archive.values())
    copy_of = {one.id: one.copy_of for one in articles}
    assert copy_of[archive["verbatim"].article.id] == archive["djoliba"].article.id
    assert copy_of[archive["nurse"].article.id] is None
    assert all(story.events for story in stories)


def test_the_same_set_gives_the_same_stories(archive):
    assert link(reversed(list(archive.values()))) == link(archive.values())


def test_reports_given_twice_count_once(archive):
    assert link([*archive.values(), *archive.values()]) == link(archive.values())


def test_nothing_comes_of_nothing():
    assert link([]) == ()


def test_all_names_of_the_room_are_there_and_sorted():
    names = reportedly.linking.__all__
    assert list(names) == sorted(names)
    assert all(hasattr(reportedly.linking, name) for name in names)
