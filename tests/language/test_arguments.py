import pytest

from reportedly.language.arguments import complements, is_passive, objects, prepositional, subjects
from reportedly.language.pipeline import load_pipeline

ACTIVE = [
    ("Rebels attacked an army convoy.", "attacked", ["Rebels"], ["convoy"]),
    ("Soldiers and police stormed the campus.", "stormed", ["Soldiers", "police"], ["campus"]),
    ("Troops bombed the bridge and shelled the market.", "shelled", ["Troops"], ["market"]),
    ("The rebels who attacked the convoy fled north.", "attacked", ["rebels"], ["convoy"]),
    ("The minister vowed to punish the rebels.", "punish", ["minister"], ["rebels"]),
    ("Kenya urged Somalia to release the crew.", "release", ["Somalia"], ["crew"]),
    ("Police fired on the crowd, killing two students.", "killing", ["Police"], ["students"]),
    # The parser hangs these main verbs into the relative clause before them.
    ("A fisherman who saw the blast told local radio that the boat was hit.", "told", ["fisherman"], ["radio"]),
    ("A guard who saw the flash told the judge that it was green.", "told", ["guard"], ["judge"]),
    (
        "Guards beat pupils who had occupied the hall and locked up nine of them on Friday.",
        "locked",
        ["Guards"],
        ["nine"],
    ),
    ("The navy chased pirates who had fired on a ferry and captured six of them.", "captured", ["navy"], ["six"]),
    ("Police stormed the yard where masons slept and arrested six of them.", "arrested", ["Police"], ["six"]),
    # Behind a relative clause the parser takes the main verb for a participle.
    ("Russia, which has bases in both countries, offered help.", "offered", ["Russia"], ["help"]),
    # A verb that the tagger takes for a noun.
    ("A gunman shot and seriously wounded the mayor.", "wounded", ["gunman"], ["mayor"]),
    # Who says one thing says the next.
    ("The union said that one man was missing and accused the navy.", "accused", ["union"], ["navy"]),
    ("The envoy said that the deal was dead and urged the rebels to leave.", "urged", ["envoy"], ["rebels"]),
    # Here there are others whom "them" may mean.
    ("Troops fought rebels who had kidnapped nurses and released three of them.", "released", ["rebels"], ["three"]),
]
PASSIVE = [
    ("The convoy was attacked by rebels.", "attacked", ["rebels"], ["convoy"]),
    ("Two journalists were arrested on Friday.", "arrested", [], ["journalists"]),
    ("The town bombed by government jets lies in ruins.", "bombed", ["jets"], ["town"]),
    ("Three activists were arrested and beaten.", "beaten", [], ["activists"]),
    ("Eleven guards and at least 20 monks were injured.", "injured", [], ["guards", "monks"]),
    ("A guard, who was asleep, beaten by rebels, died.", "beaten", ["rebels"], ["guard"]),
    # The parser takes the island for the object.
    ("The number of sailors killed by a Kenyan gunboat off Lamu Island rose.", "killed", ["gunboat"], ["sailors"]),
]


def token(sentence, word):
    return next(t for t in load_pipeline()(sentence) if t.text == word)


@pytest.mark.parametrize(("sentence", "verb", "who", "whom"), ACTIVE + PASSIVE)
def test_arguments_are_logical_ones(sentence, verb, who, whom):
    found = token(sentence, verb)
    assert [t.text for t in subjects(found)] == who
    assert [t.text for t in objects(found)] == whom


@pytest.mark.parametrize(
    ("sentence", "verb", "passive"), [(s, v, False) for s, v, *_ in ACTIVE] + [(s, v, True) for s, v, *_ in PASSIVE]
)
def test_passive_is_told_from_active(sentence, verb, passive):
    assert is_passive(token(sentence, verb)) is passive


def test_prepositional_expands_coordination():
    verb = token("The premier appealed to Norway, Sweden and Finland.", "appealed")
    assert [t.text for t in prepositional(verb, frozenset({"to"}))] == ["Norway", "Sweden", "Finland"]


def test_prepositional_knows_prepositions_of_two_words():
    verb = token("The brigade pulled out of the town.", "pulled")
    assert [t.text for t in prepositional(verb, frozenset({"out of"}))] == ["town"]


def test_complements_expand_coordination():
    verb = token("They agreed to meet envoys and sign a treaty.", "agreed")
    assert [t.text for t in complements(verb)] == ["meet", "sign"]
