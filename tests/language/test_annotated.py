import pytest

from reportedly.language.annotated import AnnotatedText, Entity, EntityMention
from reportedly.language.pipeline import load_pipeline
from reportedly.language.quotes import find_quotations
from reportedly.records import Article

TEXT = '"We won," the coach said. "They lost."\n\nNobody answered.\n\n“It rained,” a fan said, “all day.'
ANNOTATED = AnnotatedText(Article.verbatim(TEXT), load_pipeline()(TEXT), find_quotations(TEXT), ())


def words(quotations):
    return [ANNOTATED.words(q.inner) for q in quotations]


def test_quotations_in_a_span_are_those_that_share_a_character_with_it():
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1):
            expected = [q for q in ANNOTATED.quotations if q.span[0] < end and start < q.span[1]]
            assert list(ANNOTATED.quotations_in((start, end))) == expected


def test_quotation_at_a_mark_is_the_one_that_it_opens():
    found = [ANNOTATED.quotation_at(TEXT.index(mark)) for mark in ('"We', "Nobody", "“all")]
    assert [None if q is None else ANNOTATED.words(q.inner) for q in found] == ["We won,", None, "all day."]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("", ["We won,", "They lost.", "It rained,", "all day."]),
        ("They", ["They lost.", "It rained,", "all day."]),
        ("Nobody", ["It rained,", "all day."]),
    ],
)
def test_quotations_from_a_position_begin_with_the_one_around_it(after, expected):
    assert words(ANNOTATED.quotations_from(TEXT.index(after))) == expected


def test_mention_at_is_the_first_of_the_entity_that_a_token_belongs_to():
    text = "Amina Bello spoke. The envoy left."
    bello = Entity("Amina Bello", "PERSON", (EntityMention(0, 2, 1, "name"), EntityMention(4, 6, 5, "role noun")))
    doc = load_pipeline()(text)
    annotated = AnnotatedText(Article.verbatim(text), doc, (), (bello,))
    found = [annotated.mention_at(token) for token in doc]
    assert found == [*[bello.mentions[0]] * 2, None, None, *[bello.mentions[1]] * 2, None, None]
