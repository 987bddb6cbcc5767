from dataclasses import replace

import pytest

from reportedly.records import Article, Dateline

CASES = [
    # the event's place
    ("Police arrested nine activists in Minsk on Friday.", "arrested", {"BLR"}, {"BLR"}),
    # the only country in play
    ("Peru is tense. The government accused the rebels of killing a mayor.", "accused", {"PER"}, {"PER"}),
    # two countries: nobody's home is guessed
    ("Peru and Chile are tense. The government accused the rebels of killing a mayor.", "accused", {None}, {None}),
]


@pytest.mark.parametrize(("text", "trigger", "actors", "recipients"), CASES)
def test_people_get_a_country_only_where_the_text_leaves_one(coder, text, trigger, actors, recipients):
    event = next(e for e in coder.code(text).events if text[slice(*e.trigger)] == trigger)
    assert {a.country for a in event.actors} == actors
    assert {a.country for a in event.recipients} == recipients


SPEAKERS = [
    ("Peru is tense. A dam broke, the interior ministry said.", None, "PER"),
    ("Ugandan soldiers crossed into Kenya, the foreign ministry said.", "Nairobi", "KEN"),
    ("Ugandan soldiers crossed into Kenya, the foreign ministry said.", None, None),
    ("Ugandan soldiers left Congo, the foreign ministry said.", "Nairobi", None),
    # A firm may be at home anywhere.
    ("Peru is tense. A dam broke, the company said.", None, None),
]


@pytest.mark.parametrize(("text", "dateline", "country"), SPEAKERS)
def test_a_ministry_speaks_for_the_country_in_play(coder, text, dateline, country):
    sent_from = None if dateline is None else Dateline(place=dateline)
    article = replace(Article.verbatim(text), dateline=sent_from)
    claim = coder.code(article).claims[0]
    assert claim.sources[-1].actor.country == country
