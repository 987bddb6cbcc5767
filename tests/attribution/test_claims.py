import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.attribution import AttributionLexicon, Combiner, find_claims
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Claim, ClaimKind
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.dates import find_dates
from reportedly.resolution.quantities import find_quantities

LEXICON, RESOLVER = AttributionLexicon.load(), ActorResolver.load()
COMBINER = Combiner.load(LEXICON)
PIECES = [
    "said", "the minister", '"', "“", "”", "that", "according to", "CNN", ",", ".", "\n\n", "he", "denied", "killing",
    "reportedly", "what", "called", "told", "not", "will", "to", "'s", "claim", "(", ")", ":", "—", "who", "1998",
    "🦊", " ",
]  # fmt: skip


def claims_of_text(text, published=None):
    annotated = annotate(Article.verbatim(text, published=published), nlp=load_pipeline())
    found = find_claims(
        annotated,
        actors=RESOLVER.view(annotated),
        dates=find_dates(annotated),
        quantities=find_quantities(annotated),
        lexicon=LEXICON,
        combiner=COMBINER,
    )
    return annotated, found


def check_spans(text, claims):
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.content and claim.cue and claim.sources
        assert claim.parent is None or claim.parent in ids
        spans = [*claim.content, *claim.cue, *(s.span for s in claim.sources if s.span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(claim.content) == sorted(claim.content)
        assert all(text[a:b].strip() == text[a:b] for a, b in claim.content)
        assert Claim.from_json(claim.to_json()) == claim


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_spans_are_valid_whatever_the_text(text):
    _, claims = claims_of_text(text)
    check_spans(text, claims)


@pytest.mark.parametrize("text", ["", "\n\n", "A quiet day in the harbour.", "The fleet sailed. The sea was calm."])
def test_text_without_attribution_gives_none(text):
    assert claims_of_text(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        '"We will not go, the mayor said. The road is closed.',
        'We will not go," the mayor said. "The road is closed.',
        "“We will “not” go, the mayor said.\n\n“The road is closed.",
        "The mayor said ” that the road was closed.",
    ],
)
def test_unbalanced_quotes_keep_to_their_paragraph(text):
    annotated, claims = claims_of_text(text)
    check_spans(annotated.article.text, claims)
    assert any("mayor" in claim.sources[-1].name for claim in claims)
    assert all("\n\n" not in text[a:b] for claim in claims for a, b in claim.content)


def test_sentence_of_400_words():
    text = "The mayor said " + " and ".join(["the road that led to the harbour was closed"] * 45) + "."
    annotated, claims = claims_of_text(text)
    check_spans(annotated.article.text, claims)
    assert claims[0].cue == ((10, 14),)


def test_date_of_saying_is_not_the_date_inside():
    _, claims = claims_of_text("The army said on Monday that the port was shelled in May.", published="2025-06-04")
    assert claims[0].date is not None and claims[0].date.text is not None
    assert "Monday" in claims[0].date.text


def test_no_date_of_saying_where_only_the_content_is_dated():
    _, claims = claims_of_text("The army said the port was shelled on Monday.", published="2025-06-04")
    assert claims[0].date is None


def test_figures_inside_the_content_belong_to_the_claim():
    _, claims = claims_of_text("Three officials said that at least 61 people were killed in the raid.")
    assert [q.value for q in claims[0].quantities] == [61]


def test_claims_stand_in_reading_order():
    _, claims = claims_of_text("The mayor said the road was closed. According to police, two men fled. He denied it.")
    assert [c.content[0][0] for c in claims] == sorted(c.content[0][0] for c in claims)


def test_two_quotations_are_one_direct_claim():
    _, claims = claims_of_text('"It is late," the mayor said. "Go home."')
    assert [(claim.kind, len(claim.content)) for claim in claims] == [(ClaimKind.DIRECT, 2)]


def test_same_text_gives_the_same_claims():
    text = "The mayor said the road was closed."
    assert claims_of_text(text)[1] == claims_of_text(text)[1]


@pytest.mark.soak
def test_200000_characters_take_bounded_time():
    paragraph = (
        '"The dam is safe," the engineer said. "Nobody was hurt." According to police, two men fled, and the mayor '
        'denied that the road was closed. He told Reuters the army, which he called "a wall", would leave.\n\n'
    )
    annotated = annotate(Article.verbatim(paragraph * (200_000 // len(paragraph))), nlp=load_pipeline())
    started = time.perf_counter()
    find_claims(annotated, actors=RESOLVER.view(annotated), lexicon=LEXICON, combiner=COMBINER)
    assert time.perf_counter() - started < 60
