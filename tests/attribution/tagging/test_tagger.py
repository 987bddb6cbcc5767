import time

import pytest

from reportedly.attribution.tagging import Tagger
from reportedly.attribution.tagging.pieces import cut_into_pieces
from reportedly.attribution.tagging.windows import WINDOW

TEXTS = [
    "The road was closed, the mayor said on Tuesday.",
    '"We will rebuild the harbour," Ines Carvalho, the mayor, told reporters. "It will take a year."',
    "According to two officials, the convoy was turned back at the border. The army denied it.",
    "The fleet sailed at noon. The sea was calm.\n\nTwo fishing boats followed it.",
    "The union vowed to fight the decree, which its leader called \u201ca gift to the banks\u201d.",
]


def words(tagged, text):
    return {
        "source": tagged.source and text[slice(*tagged.source)],
        "cue": tagged.cue and text[slice(*tagged.cue)],
        "content": [text[start:end] for start, end in tagged.content],
    }


def check_spans(text, found):
    for tagged in found:
        assert tagged.content
        spans = [*tagged.content, *(span for span in (tagged.source, tagged.cue) if span)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(tagged.content) == sorted(tagged.content)


def test_source_cue_and_content_are_found(tagger):
    text = TEXTS[0]
    assert [words(t, text) for t in tagger.tag(text)] == [
        {"source": "the mayor", "cue": "said", "content": ["The road was closed"]}
    ]


def test_quotation_in_two_parts_is_one_attribution(tagger):
    text = TEXTS[1]
    (found,) = (words(t, text) for t in tagger.tag(text))
    assert found["content"] == ['"We will rebuild the harbour,"', '"It will take a year."']
    assert (found["source"], found["cue"]) == ("Ines Carvalho, the mayor,", "told")


@pytest.mark.parametrize("text", ["", "\n\n", " ", TEXTS[3]])
def test_text_without_attribution_gives_none(text, tagger):
    assert tagger.tag(text) == ()


def test_results_do_not_depend_on_the_order_of_texts(tagger):
    in_order = [tagger.tag(text) for text in TEXTS]
    assert [tagger.tag(text) for text in reversed(TEXTS)] == in_order[::-1]
    assert [Tagger.load().tag(text) for text in TEXTS] == in_order


def test_windows_are_read_alone(tagger):
    """A window comes out the same whatever other windows its text has: the filler leaves no room for it in its own."""
    filler = "The river rose by a metre in the night and the fields were wet. " * 16
    assert WINDOW - 20 < len(cut_into_pieces(filler, tagger.tokenizer)) <= WINDOW
    alone, after, between = TEXTS[1], f"{filler}\n\n{TEXTS[1]}", f"{filler}\n\n{TEXTS[1]}\n\n{filler}"
    expected = [words(t, alone) for t in tagger.tag(alone)]
    for text in (after, between):
        assert [words(t, text) for t in tagger.tag(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        '"We will not go, the mayor said. The road is closed.',
        'We will not go," the mayor said. "The road is closed.',
        "\u201cWe will \u201cnot\u201d go, the mayor said.\n\n\u201cThe road is closed.",
        "''''\"\"\u201d\u2019 said",
        "said " * 400,
        "The mayor said " + " and ".join(["the road that led to the harbour was closed"] * 45) + ".",
        "x" * 5000,
        "\u200b\u0000\ufeff said \U0001f98a",
    ],
)
def test_spans_are_valid_whatever_the_text(text, tagger):
    check_spans(text, tagger.tag(text))


@pytest.mark.soak
@pytest.mark.parametrize("joint", ["\n\n", " "])
def test_200000_characters_take_bounded_time(joint, tagger):
    text = joint.join(TEXTS * 500)[:200_000]
    started = time.perf_counter()
    found = tagger.tag(text)
    assert time.perf_counter() - started < 60
    assert found
    check_spans(text, found)
