"""Things of original sentences: their words, category, count and what is done with them."""

from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Item
from reportedly.resolution.item_lexicon import FILE, ItemExample, ItemFile
from reportedly.resolution.items import find_items
from reportedly.resources import load_model


@lru_cache(maxsize=512)
def items_in(text: str) -> tuple[Item, ...]:
    return find_items(AnnotatedText(Article.verbatim(text), load_pipeline()(text), (), ()))


def codebook_examples() -> list[object]:
    file = load_model(FILE, ItemFile)
    words = (file.generic, file.measures, file.units, file.loads, file.depictions, file.dropped)
    groups = [*file.categories.values(), *words, *file.actions.values()]
    return [pytest.param(example, id=example.text) for group in groups for example in group.examples]


@pytest.mark.parametrize("example", codebook_examples())
def test_every_example_of_the_codebook_holds(example: ItemExample) -> None:
    assert [(item.text, item.count, item.action) for item in items_in(example.text)] == example.items


def test_every_category_example_shows_its_category() -> None:
    for category, entry in load_model(FILE, ItemFile).categories.items():
        assert any(item.category is category for example in entry.examples for item in items_in(example.text)), category


def described(item: Item) -> str:
    """Say an item in one line: category, count, words, action."""
    count = "" if item.count is None else f" {item.count}"
    return f"{item.category}{count} “{item.text}”" + ("" if item.action is None else f" {item.action}")


ARMS = [
    ("Lima paid for the refurbishment of MiG-29 warplanes.", ["aircraft “MiG-29 warplanes” refurbish"]),
    ("Sailors watched the repair of radar systems.", ["radar “radar systems” repair"]),
    ("Chile delayed the delivery of nine mobile missile batteries.", ["missile 9 “mobile missile batteries” deliver"]),
    ("Ankara promised cargo drones, phone jammers and more electronic warfare gear.",
     ["drone “cargo drones” offer", "electronic-warfare “phone jammers” offer",
      "electronic-warfare “electronic warfare gear” offer"]),
    ("The list ended with helicopters, rockets, radar masts and patrol boats.",
     ["aircraft “helicopters”", "missile “rockets”", "radar “radar masts”", "vessel “patrol boats”"]),
    ("Oslo will deliver six F-16s.", ["aircraft 6 “F-16s” deliver"]),
    ("The F-35 crashed at sea.", ["aircraft “F-35”"]),
    ("Berlin supplied two Patriot batteries.", ["missile 2 “Patriot batteries” supply"]),
    ("Moscow sold Delhi five S-400 systems.", ["missile 5 “S-400 systems” sell"]),
    ("The rebels captured 30 T-72 tanks.", ["vehicle 30 “T-72 tanks” capture"]),
    ("Prague shipped Leopard 2 tanks and artillery shells.",
     ["vehicle “Leopard 2 tanks” ship", "ammunition “artillery shells” ship"]),
    ("The navy fired two anti-ship missiles.", ["missile 2 “anti-ship missiles” fire"]),
    ("North Korea tested a ballistic missile.", ["missile “ballistic missile” test"]),
    ("The coast guard seized a fishing boat.", ["vessel “fishing boat” seize"]),
    ("Two destroyers and a submarine were deployed off the coast.",
     ["vessel 2 “destroyers” deploy", "vessel “submarine” deploy"]),
    ("The aircraft carrier entered the strait.", ["vessel “aircraft carrier”"]),
    ("Gunners shot down 12 drones overnight.", ["drone 12 “drones” destroy"]),
    ("Drones supplied by Iran hit the depot.", ["drone “Drones” supply"]),
    ("The purchase of 36 Rafale fighter jets was approved.", ["aircraft 36 “Rafale fighter jets” buy"]),
    ("The sale of arms to the junta is banned.", ["other “arms” sell"]),
    ("Arms sales to the junta are banned.", ["other “Arms” sell"]),
    ("Police confiscated 200 rifles and 40 grenades.", ["other 200 “rifles” seize", "ammunition 40 “grenades” seize"]),
    ("Washington withdrew its troops and its Patriot missiles.",
     ["person “troops” withdraw", "missile “Patriot missiles” withdraw"]),
    ("Engineers modernised the air defence systems.", ["missile “air defence systems” refurbish"]),
    ("The army got dozens of armoured vehicles.", ["vehicle “armoured vehicles”"]),
    ("Two dozen helicopters took off.", ["aircraft 24 “helicopters”"]),
    ("A shipment of 155mm artillery shells vanished.", ["ammunition “155mm artillery shells” ship"]),
    ("At least ten military trucks burned.", ["vehicle 10 “military trucks”"]),
]  # fmt: skip
AID = [
    ("Ankara sent 400 tents and medical supplies.", ["aid 400 “tents” send", "aid “medical supplies” send"]),
    ("Paris delivered 200 tonnes of wheat.", ["aid “wheat” deliver"]),
    ("The donors halted all humanitarian aid.", ["aid “humanitarian aid” suspend"]),
    (
        "India donated 500,000 vaccine doses and 20 generators.",
        ["aid 500000 “vaccine doses” transfer", "aid 20 “generators” transfer"],
    ),
    ("Parliament approved a $3 billion loan.", ["money “loan” approve"]),
    ("Brussels suspended funding for the mission.", ["money “funding” suspend"]),
    ("The shepherds were given seeds.", ["aid “seeds” transfer"]),
    ("Oslo feared for the supply of wheat.", ["aid “wheat” supply"]),
]
PEOPLE_AND_GROUND = [
    ("The rebels released 12 hostages.", ["person 12 “hostages” release"]),
    ("The release of two prisoners of war was confirmed.", ["person 2 “prisoners of war” release"]),
    ("The sides swapped 40 prisoners.", ["person 40 “prisoners” exchange"]),
    ("The detainees were freed at dawn.", ["person “detainees” release"]),
    ("Troops recaptured the village of Tamra.", ["territory “village of Tamra” capture"]),
    ("Japan demanded the return of four islands.", ["territory 4 “islands” return"]),
    ("Russia annexed the territory.", ["territory “territory” annex"]),
    ("Ankara handed over a suspected bomber.", ["person “suspected bomber” transfer"]),
    ("Lima extradited two novelists.", ["person 2 “novelists” extradite"]),
    ("The studio released a new model.", []),
]
DEEDS = [
    ("Six trucks are to be sold at Goma.", ["vehicle 6 “trucks” sell"]),
    ("Four jets are due to be delivered in May.", ["aircraft 4 “jets” deliver"]),
    ("The agency lost, in a night of rain, 300 rations.", ["aid 300 “rations” lose"]),
    ("Divers found, when they searched the wreck, nine torpedoes.", ["missile 9 “torpedoes” find"]),
    ("The tonnes of maize that Lusaka donated are gone.", ["aid “maize” transfer"]),
    ("The rockets Minsk bought were old.", ["missile “rockets” buy"]),
    ("Riga hired or bought 40 tents.", ["aid 40 “tents” buy"]),
    ("The displaying of captured pilots shocked Oslo.", ["person “captured pilots” display"]),
    ("Malta granted asylum to nine sailors.", ["person 9 “sailors” admit"]),
    ("Cuba released on bail a poet.", ["person “poet” release"]),
    ("The navy took the frigate out of service.", ["vessel “frigate” retire"]),
    ("Athens froze 2 billion euros in budget funds.", ["money “2 billion euros in budget funds” freeze"]),
    ("Rome will lend the Latvian army 30 Puma vehicles.", ["vehicle 30 “Puma vehicles” lend"]),
    ("Delhi sold half a million vaccine doses.", ["aid 500000 “vaccine doses” sell"]),
    ("Oslo held the Sea Lark, a tanker, at Bergen.", ["vessel “Sea Lark” hold"]),
    ("The talks were held aboard a frigate.", []),
    ("Nurses came by boat.", []),
    ("Help came faster than a truck.", []),
    ("Villagers planted rice.", []),
    ("Customs seized machine tools.", ["other “machine tools” seize"]),
    ("Nine islets lie off Oman.", ["territory 9 “islets”"]),
    ("Four tanks and a truck repaired in Leipzig came back.", ["vehicle 4 “tanks” repair", "vehicle “truck” repair"]),
    ("Lima lost a Mirage.", ["aircraft “Mirage” lose"]),
]  # fmt: skip
NOTHING = [
    ("A missile attack hit the port.", []),
    ("The drone strike drew protests.", []),
    ("A Washington think tank published the study.", []),
    ("The village has a school and a mosque.", []),
    ("The health system is short of doctors.", []),
    ("Ministers discussed trade and the weather.", []),
    ("Wheat prices rose.", []),
    ("The Shell station was shut.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), ARMS + AID + PEOPLE_AND_GROUND + DEEDS + NOTHING)
def test_sentence_has_these_items(sentence: str, expected: list[str]) -> None:
    assert [described(item) for item in items_in(sentence)] == expected


PIECES = [
    "Su-30", "F-16s", "fighter", "jets", "14", "new", "missile", "batteries", "of", "the", "delivery", "and", ",",
    "radar", "systems", "prisoners", "155mm", "shells", "electronic warfare", "village", "\n\n", "早い",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts)
def test_arbitrary_text_gives_items_inside_it(text: str) -> None:
    for item in items_in(text):
        assert item.text == text[item.span[0] : item.span[1]] != ""
        assert item.count is None or item.count >= 0
