"""Every entry of the small word lists of the coding room does what its example says."""

import pytest

from reportedly import Article
from reportedly.coding.codebook import Codebook
from reportedly.coding.examples import find_mistakes
from reportedly.coding.frames import lemmas_of
from reportedly.coding.mishaps import MishapRole
from reportedly.coding.norms import NormRole
from reportedly.coding.people import ApoliticalNoun, Direction, People
from reportedly.coding.role_words import RoleWord
from reportedly.coding.roles import RoleFinder, SupportVerb
from reportedly.coding.steps import Band, Deed, GivingVerb, compile_path, follow
from reportedly.coding.targets import Target, is_target
from reportedly.coding.turns import ConditionRole, bounds, conditions, is_willed
from reportedly.coding.worlds import GAME, WorldWord, keys_of, points_of_sport
from reportedly.language.analysis import annotate
from reportedly.language.partitives import Partitive, counted
from reportedly.language.pipeline import load_pipeline
from reportedly.records import EventType
from reportedly.resolution.actors import ActorResolver
from reportedly.resources import load_model


@pytest.mark.parametrize("kind", EventType)
def test_every_example_of_the_codebook_codes_as_marked(coder, kind):
    one_type = coder.codebook.model_copy(update={"types": {kind: coder.codebook.types[kind]}})
    assert list(find_mistakes(one_type, coder=coder)) == []


@pytest.mark.parametrize("entry", load_model("support_verbs.yaml", list[SupportVerb]), ids=lambda e: e.verb)
def test_support_verbs_lend_their_subject_to_a_noun(entry):
    finder = RoleFinder(Codebook.load())
    lent = [verb for token in load_pipeline()(entry.example) if (verb := finder.support_of(token)) is not None]
    assert any(entry.verb in lemmas_of(verb) for verb in lent)


@pytest.mark.parametrize("entry", load_model("giving.yaml", list[GivingVerb]), ids=lambda e: e.verb)
def test_what_is_given_is_not_to_whom(coder, entry):
    events = coder.code(entry.example).events
    assert events
    assert all(event.recipients == () for event in events)


@pytest.mark.parametrize("entry", load_model("directions.yaml", list[Direction]), ids=lambda e: e.word)
def test_a_part_of_a_country_is_nobody(entry):
    annotated = annotate(Article.verbatim(entry.example), nlp=load_pipeline())
    people = People(annotated, ActorResolver.load().view(annotated))
    parts = [token.head for token in annotated.doc if token.lower_ == entry.word]
    assert parts
    assert all(people.itself(part) == () for part in parts)


@pytest.mark.parametrize("entry", load_model("language/partitives.yaml", list[Partitive]), ids=lambda e: e.noun)
def test_partitives_count_what_follows(entry):
    nouns = [token for token in load_pipeline()(entry.example) if token.lemma_.lower() == entry.noun]
    assert any(counted(noun) != noun for noun in nouns)


@pytest.mark.parametrize("entry", load_model("bands.yaml", list[Band]), ids=lambda e: e.noun)
def test_bands_before_an_act_are_who_does_it(coder, entry):
    texts = {a.text.lower() for e in coder.code(entry.example).events for a in e.actors}
    assert any(entry.noun in text.split() for text in texts)


@pytest.mark.parametrize(
    "entry", load_model("conditions.yaml", list[RoleWord[ConditionRole]]), ids=lambda e: f"{e.word}-{e.role}"
)
def test_conditions_and_will_hang_on_the_act(entry):
    doc = load_pipeline()(entry.example)
    assert any(t.lower_ == entry.word for t in doc)
    shows = {"condition": lambda t: any(conditions(t)), "bound": lambda t: any(bounds(t)), "will": is_willed}
    assert any(shows[entry.role](t) for t in doc)


@pytest.mark.parametrize(
    "entry", load_model("mishaps.yaml", list[RoleWord[MishapRole]]), ids=lambda e: f"{e.word}-{e.role}"
)
def test_mishaps_are_no_attacks(coder, entry):
    attacked = any(event.type is EventType.ASSAULT for event in coder.code(entry.example).events)
    assert attacked == (entry.role == "violence")


@pytest.mark.parametrize(
    "entry", load_model("norms.yaml", list[RoleWord[NormRole]]), ids=lambda e: f"{e.word}-{e.role}"
)
def test_rules_and_habits_are_no_deeds(coder, entry):
    assert bool(coder.code(entry.example).events) == (entry.role == "fresh")


WORLD_WORDS = load_model("worlds.yaml", list[WorldWord])


@pytest.mark.parametrize("entry", WORLD_WORDS, ids=lambda e: f"{e.word}-{e.world}")
def test_nothing_political_happens_in_other_worlds(coder, entry):
    assert coder.code(entry.example).events == ()


@pytest.mark.parametrize("entry", [e for e in WORLD_WORDS if e.world == "sport"], ids=lambda e: e.word)
def test_every_example_of_sport_tells_a_game_with_the_help_of_its_word(entry):
    sentence = next(load_pipeline()(entry.example).sents)
    assert entry.word in set(keys_of(sentence))
    assert points_of_sport(sentence) >= GAME


@pytest.mark.parametrize("entry", load_model("targets.yaml", list[Target]), ids=lambda e: e.noun)
def test_targets_are_what_force_is_aimed_at(entry):
    nouns = [token for token in load_pipeline()(entry.example) if entry.noun in (token.lemma_.lower(), token.lower_)]
    assert nouns
    assert all(is_target(noun) for noun in nouns)


@pytest.mark.parametrize("entry", load_model("deeds.yaml", list[Deed]), ids=lambda e: e.noun)
def test_deeds_stand_after_their_preposition(entry):
    path = compile_path("prep:in|during.deed", support=lambda noun: None)
    assert any(follow(path, token) for token in load_pipeline()(entry.example))


@pytest.mark.parametrize("entry", load_model("apolitical.yaml", list[ApoliticalNoun]), ids=lambda e: e.noun)
def test_a_nationality_alone_makes_nobody_political(coder, entry):
    parties = [a for e in coder.code(entry.example).events for a in e.actors if a.country is not None]
    assert parties == []
