import pytest

from reportedly.coding.judging import Judge, Marks
from reportedly.records import EventType

#: Sentence, who acts, who is acted upon, what happens.
CASES = [
    ("Togo accused Benin of hiding the smugglers.", "Togo", "Benin", "ACCUSE"),
    ("Norwegian rescuers pulled forty Eritrean migrants from the water.", "Norwegian rescuers", "migrants", "AID"),
    ("The Peruvian army shelled rebel camps in the valley.", "The Peruvian army", "rebel camps", "ASSAULT"),
    ("Latvia refused to let Belarusian trucks in.", "Latvia", "Belarusian trucks", "REJECT"),
    ("Kenyan nurses marched against the health ministry.", "Kenyan nurses", "the health ministry", "PROTEST"),
    ("Finland sent jets along its border with Russia.", "Finland", "Russia", "MOBILIZE"),
]


def marks(sentence, actor, recipient):
    return Marks(*((sentence.index(w), sentence.index(w) + len(w)) for w in (actor, recipient)))


@pytest.mark.parametrize(("sentence", "actor", "recipient", "kind"), CASES)
def test_the_judge_names_what_happens_between_two(sentence, actor, recipient, kind, judge):
    judgement = judge.judge(sentence, marks(sentence, actor, recipient))
    assert judgement.likeliest == kind
    assert judgement.nothing < judgement.shares[judgement.likeliest]


def test_shares_sum_to_one(judge):
    judgement = judge.judge(CASES[0][0], Marks())
    assert set(judgement.shares) == set(EventType)
    assert sum(judgement.shares.values()) + judgement.nothing == pytest.approx(1.0)


def test_who_is_marked_decides_between_two_acts(judge):
    sentence = "Ghana arrested two Ivorian editors after Mali had sent grain to Niger."
    assert judge.judge(sentence, marks(sentence, "Mali", "Niger")).likeliest == "AID"
    assert judge.judge(sentence, marks(sentence, "Ghana", "two Ivorian editors")).likeliest == "COERCE"


def test_results_do_not_depend_on_the_order_of_questions(judge):
    asked = [(sentence, marks(sentence, actor, recipient)) for sentence, actor, recipient, _ in CASES]
    in_order = [judge.judge(*question) for question in asked]
    assert [judge.judge(*question) for question in reversed(asked)] == in_order[::-1]
    again = Judge.load()
    assert [again.judge(*question) for question in asked[::2] + asked[1::2]] == in_order[::2] + in_order[1::2]
