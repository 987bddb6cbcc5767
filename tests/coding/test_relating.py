import pytest

CASES = [
    ("Chad accused Sudan of arming rebels.", "Chad", "Sudan", "ACCUSE"),
    ("Kenyan police arrested two Ugandan traders in Mombasa.", "Kenyan police", "two Ugandan traders", "COERCE"),
    ("Norway and Peru signed a fisheries treaty.", "Norway", "Peru", "SUPPORT"),
    ("Chad shares a border with Sudan.", "Chad", "Sudan", None),
]


@pytest.mark.parametrize(("sentence", "actor", "recipient", "kind"), CASES)
def test_relate_finds_what_links_two_phrases(coder, sentence, actor, recipient, kind):
    def span(words):
        start = sentence.index(words)
        return start, start + len(words)

    relation = coder.relate(sentence, actor=span(actor), recipient=span(recipient))
    assert relation.type == kind
    assert 0 <= relation.confidence <= 1


def test_one_party_alone_gives_half_the_confidence(coder):
    sentence = "Chad accused Sudan of arming rebels, an observer from Oslo wrote."
    both = coder.relate(sentence, actor=(0, 4), recipient=(13, 18))
    one = coder.relate(sentence, actor=(0, 4), recipient=(sentence.index("Oslo"), sentence.index("Oslo") + 4))
    assert one.type == both.type == "ACCUSE"
    assert one.confidence == pytest.approx(both.confidence / 2, abs=0.01)
