import pytest

SPORT_AND_POLITICS = [
    # a game of countries
    ("Iran beat Iraq 2-1 and attacked until the final whistle.", []),
    # police act in earnest, whatever they watch over
    ("Police attacked Moroccan fans with batons after the cup final in Rabat.", ["ASSAULT"]),
    ("The Iraqi government arrested the striker after the match in Basra.", ["COERCE"]),
    # one word of sport makes no game
    ("Chad and Niger agreed to hold talks at the stadium in Zinder.", ["AGREE"]),
]


@pytest.mark.parametrize(("text", "kinds"), SPORT_AND_POLITICS)
def test_a_game_between_countries_is_no_event(coder, text, kinds):
    assert [e.type for e in coder.code(text).events] == kinds


FICTION = [
    ("In the novel Russian troops invade Finland.", []),
    ("The film tells how the army attacked a village in Chad.", []),
    ("The Turkish government banned a novel about the army.", ["COERCE"]),
    ("Egyptian police arrested the director of the film.", ["COERCE"]),
    # wherever the story stands, and however the sentence is built
    ("Soldiers execute two Danes in the last scene of the film.", []),
    ("The hero of the novel kills the king of Norway.", []),
    ("In the noisy Danish farce, soldiers attack Norway.", []),
    ("Gunmen killed two Danes in a museum in Tunis.", ["ASSAULT"]),
    ("Rebels killed two Danes in a series of raids on Monday.", ["ASSAULT"]),
    ("In a play for power, soldiers attacked Kinshasa.", ["ASSAULT"]),
]


@pytest.mark.parametrize(("text", "kinds"), FICTION)
def test_what_a_story_tells_is_no_event_but_what_is_done_to_it_is(coder, text, kinds):
    assert [e.type for e in coder.code(text).events] == kinds


THOUGHT = [
    ("Imagine that Chad attacked Libya.", []),
    ("If the minister were to resign, Chad would vote.", []),
    ("Should Kenyan troops attack Somalia, the port will close.", []),
    ("The envoy said that Kenya had attacked Somalia.", ["ASSAULT"]),
    ("The chancellor likes to fight the Kenyan envoy.", []),
    ("The Kenyan envoy would like to meet the rebels.", ["CONSULT"]),
]


@pytest.mark.parametrize(("text", "kinds"), THOUGHT)
def test_what_is_only_thought_is_no_event(coder, text, kinds):
    assert [e.type for e in coder.code(text).events] == kinds


AIMS = [
    ("The minister's raid on the buffet went on for an hour.", []),
    ("The rebels' raid on the depot went on for an hour.", ["ASSAULT"]),
    ("The general battled a broken umbrella.", []),
    ("The chancellor shot a glance at his deputy.", []),
    ("The Chadian soldiers shot at a Libyan driver.", ["ASSAULT"]),
    # what belongs to somebody is not they
    ("Two clowns hijacked the mood of the Iraqi delegation.", []),
    ("Two gunmen hijacked the ship of the Iraqi minister.", ["ASSAULT"]),
    ("Soldiers executed a portrait of the Iraqi king.", []),
    ("The Malian rebels attacked the paymaster of the army.", ["ASSAULT"]),
    # a firm with a firm
    ("A French bank and a Chinese battery firm signed an agreement.", []),
    ("The French government and a Chinese battery firm signed an agreement.", ["SUPPORT"]),
]


@pytest.mark.parametrize(("text", "kinds"), AIMS)
def test_force_is_aimed_at_people_and_what_is_theirs(coder, text, kinds):
    assert [e.type for e in coder.code(text).events] == kinds
