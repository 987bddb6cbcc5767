"""What is learned of the lines that publishers repeat, and what is not."""

from random import Random  # noqa: TID251 - shuffles the input, by a fixed seed

import pytest

from reportedly.errors import ReadError
from reportedly.learning import learn_furniture
from reportedly.learning.repetition import Page, belongs_to_text, story_numbers, tying_words
from reportedly.reading.learned_file import furniture_lines
from reportedly.records import Article, Failure, Publisher
from reportedly.resources import load_yaml

ABOUT = "Lagoon Ledger prints in two towns and answers every letter."
MOTTO = "From the water, every morning"
MOTIVE = "Dockers walked out over unpaid night shifts in the spring."
STORIES = (
    ("Ferry owners in Mwanza asked for a dry dock.", "A committee meets in June.", "Two yards stand empty."),
    ("A storm closed the road to Chipata.", "Lorries queued for nine miles.", "Rain is due until Friday."),
    ("The court in Suva freed two editors.", "Neither had been charged.", "The paper resumes on Monday."),
    ("Herders and farmers signed a pact near Garissa.", "Wells will be shared.", "Elders swore on it."),
)
LEDGER = Publisher(name="Lagoon Ledger", domain="ledger.example")


def article(*lines: str, publisher: Publisher = LEDGER) -> Article:
    return Article.verbatim("\n\n".join(lines), publisher=publisher)


def learned(articles, **options):
    return [(line.where, line.text, line.articles) for line in learn_furniture(articles, **options).lines]


def test_lines_at_either_edge_are_learned_with_their_place():
    corpus = [article(MOTTO, *story, ABOUT) for story in STORIES]
    assert learned(corpus) == [("head", MOTTO, 4), ("tail", ABOUT, 4)]


def test_too_few_articles_teach_nothing():
    corpus = [article(*story, ABOUT) for story in STORIES[:2]]
    assert learned(corpus) == []
    assert learned(corpus, least=2) == [("tail", ABOUT, 2)]


def test_versions_of_one_story_count_once():
    first = STORIES[0]
    versions = [article(*first, f"Version {number} came late.", ABOUT) for number in ("one", "two", "three", "four")]
    assert learned(versions) == []


def test_publishers_are_kept_apart():
    other = Publisher(name="Karst Weekly", domain="karst.example")
    corpus = [article(*story, ABOUT, publisher=other if at % 2 else LEDGER) for at, story in enumerate(STORIES)]
    assert learned(corpus) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Lagoon Ledger could not reach the ministry, and its spokesman did not answer.",
        "“We are waiting,” said a clerk at the gate.",
        "The fighting has displaced a third of the people since 2023.",
    ],
)
def test_sentences_of_the_article_are_not_learned_however_often_they_are_printed(sentence):
    assert learned([article(*story, sentence) for story in STORIES]) == []


def test_background_shares_its_words_with_the_articles():
    corpus = [article(*story, f"Dockers in ward {n} stayed away from their shifts.", MOTIVE)
              for n, story in enumerate(STORIES)]  # fmt: skip
    assert learned(corpus) == []
    assert belongs_to_text(MOTIVE, [Page(tuple(each.text.split("\n\n"))) for each in corpus])


def test_a_line_amid_the_text_needs_more_articles():
    def amid(story, number):
        return article(story[0], "Continue below", *story[1:], f"Ward {number} voted.")

    stories = [tuple(f"{line} Day {n}." for line in story) for n in range(3) for story in STORIES]
    assert learned([amid(story, n) for n, story in enumerate(stories[:8])]) == []
    assert learned([amid(story, n) for n, story in enumerate(stories)]) == [("any", "Continue below", 12)]


def test_the_order_of_the_articles_is_all_one():
    corpus = [article(MOTTO, *story, ABOUT) for story in STORIES]
    expected = list(furniture_lines(learn_furniture(corpus)))
    for seed in range(3):
        Random(seed).shuffle(corpus)
        assert list(furniture_lines(learn_furniture([*corpus, *corpus]))) == expected


def test_an_article_without_a_publisher_teaches_nothing():
    assert learned([Article.verbatim(f"{story[0]}\n\n{ABOUT}") for story in STORIES]) == []


def test_failures_are_told_or_raised():
    told: list[Failure] = []
    failure = Failure(input="a.html", reason="is empty")
    assert learned([failure], on_failure=told.append) == []
    assert told == [failure]
    with pytest.raises(ReadError, match=r"a\.html"):
        learn_furniture([failure])


def test_pages_of_one_story_share_their_middle():
    pages = [Page(("a", "b", "c", "d")), Page(("x", "b", "c", "y")), Page(("a", "m", "n", "d")), Page(("z",))]
    assert story_numbers(pages) == [0, 0, 2, 3]


@pytest.mark.parametrize("entry", load_yaml("reading/learning.yaml"), ids=lambda entry: entry["word"])
def test_a_tying_word_keeps_its_example(entry):
    assert entry["word"] in tying_words()
    assert entry["word"] in entry["example"].casefold().replace(".", "").split()
    assert belongs_to_text(entry["example"], [])
