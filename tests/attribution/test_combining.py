"""What becomes of what the tagger marks and what the grammar finds; the tagger's marks are given, not guessed."""

import pytest

from reportedly.attribution import propose
from reportedly.attribution.combining import TextCombiner
from reportedly.attribution.likeness import likeness
from reportedly.attribution.tagging import EntryFinder, Tagged


@pytest.fixture
def combine(read, lexicon):
    """Combine the grammar's proposals for a text with marks written as words."""

    def combined(text, *marks):
        annotated, _ = read(text)

        def place(words):
            start = text.index(words)
            return start, start + len(words)

        tagged = [
            Tagged(source and place(source), cue and place(cue), tuple(place(piece) for piece in content.split(" | ")))
            for source, cue, content in marks
        ]
        found = TextCombiner(annotated, EntryFinder.load(lexicon)).combined(propose(annotated, lexicon=lexicon), tagged)
        return [
            (
                p.source and text[slice(*p.source)],
                " ".join(text[a:b] for a, b in p.cue_spans),
                " | ".join(text[a:b] for a, b in p.content),
                p.cue.act.value,
            )
            for p in found
        ]

    return combined


CASES = [
    # Both see it: the grammar's joints stand where the tagger's spans are nearly the same.
    (
        "The mayor said that the long road to the harbour was closed.",
        [("The mayor", "said", "the long road to the harbour was closed")],
        [("The mayor", "said", "that the long road to the harbour was closed", "say")],
    ),
    # The tagger alone sees it, and the lexicon does not know the cue: an act by the form of the content.
    (
        "The bridge, the ferryman warbled, would outlive them all.",
        [("the ferryman", "warbled", "The bridge | would outlive them all")],
        [("the ferryman", "warbled", "The bridge | would outlive them all", "say")],
    ),
    # Nobody is named and the lexicon does not know the cue: no attribution.
    ("The van was parked by the gate.", [(None, "parked", "The van")], []),
    # A plan is no source, though the words are those of a cue.
    ("The march went according to plan.", [("plan", "according to", "The march went")], []),
    # The grammar alone sees it, inside what the tagger marks.
    (
        "The premier said that his deputy denied the leak.",
        [("The premier", "said", "that his deputy denied the leak")],
        [
            ("The premier", "said", "that his deputy denied the leak", "say"),
            ("his deputy", "denied", "the leak", "deny"),
        ],
    ),
    # The grammar alone sees it: what is done by saying so stands, a bare "knew that" does not.
    ("The abbot begged the two armies to stop.", [], [("The abbot", "begged", "the two armies to stop", "ask")]),
    ("The abbot knew that the well was dry.", [], []),
    # An adverb's content is its clause, though the tagger marks it in two.
    (
        "The smugglers have reportedly sunk the boat.",
        [(None, "have reportedly", "The smugglers"), (None, "reportedly", "sunk the boat")],
        [(None, "reportedly", "The smugglers have | sunk the boat", "report")],
    ),
    # What somebody else says in the next clause is not taken along.
    (
        "Farmers say the dam leaked; the board denies it leaked.",
        [("Farmers", "say", "the dam leaked | the board denies it leaked")],
        [("Farmers", "say", "the dam leaked", "say"), ("the board", "denies", "it leaked", "deny")],
    ),
    # Who is told is no content.
    (
        "The pilot was told that the runway had flooded.",
        [(None, "was told", "The pilot | that the runway had flooded")],
        [(None, "was told", "that the runway had flooded", "say")],
    ),
    # Who quotes is not who says.
    (
        "The radio quoted the bishop as saying that the well was dry.",
        [("The radio", "quoted the bishop as saying", "that the well was dry")],
        [("the bishop", "saying", "that the well was dry", "say")],
    ),
    # Where the two name different people, the tagger's source stands.
    (
        "The clerk of the judge said that the file was lost.",
        [("judge", "said", "that the file was lost")],
        [("The clerk of the judge", "said", "that the file was lost", "say")],
    ),
]


@pytest.mark.parametrize(("text", "marks", "expected"), CASES, ids=[text for text, _, _ in CASES])
def test_two_views_make_one(text, marks, expected, combine):
    assert combine(text, *marks) == expected


def test_content_that_differs_much_is_the_taggers(combine):
    text = 'The coach said little. "We lost because we slept, and we slept because the bus was late."'
    quotation = text[text.index('"') :]
    found = combine(text, ("The coach", "said", f"little | {quotation}"))
    assert found == [("The coach", "said", f"little | {quotation}", "say")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [([(0, 10)], [(0, 10)], 1.0), ([(0, 10)], [(5, 10)], 0.5), ([(0, 4), (6, 10)], [(4, 6)], 0.0)],
)
def test_likeness_is_the_share_of_what_both_cover(one, other, expected):
    assert likeness(one, other) == expected
