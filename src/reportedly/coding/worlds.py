"""Other worlds than politics: a game, a made-up story, a mere supposition. What happens there is no event."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import Literal, TypeAlias

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from reportedly.coding.codebook import Entry
from reportedly.coding.people import Filler
from reportedly.coding.turns import conditions
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

World: TypeAlias = Literal["sport", "fiction", "display", "part", "thought", "habit", "unreal", "musing", "private"]
#: From how many points on a sentence tells a game. One word of sport stands in many a political sentence.
GAME = 2
#: Prepositions that lead into a story.
SETTING = frozenset({"in", "on"})
#: How a sentence opens in a story: that many words at most, of these tags, up to a comma.
MAX_OPENING = 10
OPENING = frozenset({"DT", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "VBN", "HYPH"})
#: Prepositions that make something else of a word for a story.
NO_STORY = frozenset({"of", "for"})
#: How the parties of a verb hang on it.
PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})
#: Sectors of those who use force or hold office even where a game is told: police clash with fans.
EARNEST = frozenset({"COP", "MIL", "REB", "UAF", "PRM", "JUD", "SPY", "LEG", "PTY", "OPP", "CRM"})


class WorldWord(Entry):
    """One entry of `codebook/worlds.yaml`."""

    word: str
    world: World
    weight: int = 1
    example: str


@cache
def _words(world: World) -> dict[str, int]:
    """Return the words of a world with their points."""
    entries = load_model("worlds.yaml", list[WorldWord])
    return {entry.word: entry.weight for entry in entries if entry.world == world}


@cache
def _tellers() -> frozenset[str]:
    return frozenset(_stories() | _words("display").keys())


def _stories() -> AbstractSet[str]:
    return _words("fiction").keys()


@cache
def _last_words_of_stories() -> frozenset[str]:
    return frozenset(word.rsplit(" ", 1)[-1] for word in _stories())


def is_elsewhere(trigger: Token, fillers: tuple[Filler, ...]) -> bool:
    """Tell whether a trigger names something in another world than that of politics."""
    if _is_made_up(trigger) or _is_supposed(trigger) or _is_habit(trigger):
        return True
    return not any(_is_earnest(filler) for filler in fillers) and points_of_sport(trigger.sent) >= GAME


@lru_cache(maxsize=1)
def points_of_sport(sentence: DocSpan) -> int:
    """Return how much a sentence tells of sport: each word of it counts once."""
    words = _words("sport")
    return sum(words.get(key, 0) for key in set(keys_of(sentence)))


def is_private_matter(sentence: DocSpan) -> bool:
    """Tell a sentence of games, stories or private life: a deed that names nobody of politics is then none of it."""
    others = _words("fiction").keys() | _words("display").keys() | _words("private").keys()
    return points_of_sport(sentence) >= GAME or not others.isdisjoint(keys_of(sentence))


def keys_of(sentence: DocSpan) -> Iterator[str]:
    """Yield the lemmas of a sentence, its pairs of lemmas and its words with a hyphen."""
    lemmas = [token.lemma_.lower() for token in sentence]
    yield from lemmas
    yield from (f"{first} {second}" for first, second in pairwise(lemmas))
    yield from (f"{a}-{c}" for a, b, c in zip(lemmas, lemmas[1:], lemmas[2:], strict=False) if b == "-")


def _is_earnest(filler: Filler) -> bool:
    """Tell an office or a force from a country that plays: "the government", not "Italy"."""
    actor = filler.actor
    if set(actor.sectors) & EARNEST or actor.title is not None:
        return True
    return "GOV" in actor.sectors and filler.head.pos_ == "NOUN"


def _is_made_up(trigger: Token) -> bool:
    """Tell what a story tells: a verb above, not the trigger's own, has it as subject, or it is where all happens."""
    tellers = _tellers()
    for verb in trigger.ancestors:
        subjects = list(children(verb, "nsubj", "nsubjpass"))
        if verb.pos_ == "VERB" and any(_names(noun, tellers) for noun in subjects):
            return True
    verbs = {trigger, *trigger.ancestors}
    if _opens_in_story(trigger.sent):
        return True
    return any(not verbs.isdisjoint(_over_place(noun)) for noun in _stories_in(trigger.sent))


def _opens_in_story(sentence: DocSpan) -> bool:
    """Tell a sentence such as "In the new Malian farce, bandits …", whatever the parser makes of it.

    "In a play for power" and "in a series of raids" open no story, nor does "in the film industry".
    """
    words = sentence[:MAX_OPENING]
    if len(words) < 2 or words[0].lower_ not in SETTING:
        return False
    run = list(takewhile(lambda word: word.tag_ in OPENING, words[1:]))
    return bool(run) and len(run) + 1 < len(words) and words[len(run) + 1].text == "," and _names(run[-1], _stories())


def _stories_in(sentence: DocSpan) -> list[Token]:
    """Return the nouns of a sentence that name a story; most sentences have no word of one."""
    told = [token for token in sentence if token.lemma_.lower() in _last_words_of_stories()]
    nouns = dict.fromkeys(noun for token in told for noun in (token, token.head))
    return [noun for noun in nouns if _names(noun, _stories())]


def _over_place(story: Token) -> Iterator[Token]:
    """Yield the words that hold what happens in a story: "in the film", "the queen in the opera", "in a scene of it".

    A "series of raids" is no story, nor is a "play for power".
    """
    above = story
    while above.dep_ == "pobj" and not any(prep.lower_ in NO_STORY for prep in children(story, "prep")):
        prep, above = above.head, above.head.head
        if prep.lower_ not in SETTING and not (prep.lower_ == "of" and above.lemma_.lower() in _words("part")):
            return
        yield above
    if above is not story and above.dep_ in PARTIES:
        yield above.head


def _names(noun: Token, stories: AbstractSet[str]) -> bool:
    """Tell a story by its noun, or by what is put beside its title: "The Eiger Pact, a *thriller*"."""
    beside = (noun, *children(noun, "appos"))
    before = {f"{word.lower_} {noun.lemma_.lower()}" for word in children(noun, "compound")}
    return any(word.lemma_.lower() in stories for word in beside) or not before.isdisjoint(stories)


def _is_habit(trigger: Token) -> bool:
    """Tell what somebody likes to do from what they did: "likes to shoot her at dawn", but not "would like to"."""
    clause = trigger
    while clause.dep_ == "xcomp" or (clause.dep_ == "conj" and clause.head.pos_ == "VERB"):
        clause = clause.head
        if clause.lemma_.lower() in _words("habit") and not any(h.tag_ == "MD" for h in children(clause, "aux")):
            return True
    return False


def _is_supposed(trigger: Token) -> bool:
    """Tell what is only thought: what hangs on "imagine", and clauses such as "if it were" and "should war break"."""
    above = [verb for verb in trigger.ancestors if verb.lemma_.lower() in _words("thought")]
    if any(not any(children(verb, "nsubj")) for verb in above):
        return True
    return _is_mused(trigger) or any(_is_unreal(verb) for verb in (trigger, *trigger.ancestors))


def _is_mused(trigger: Token) -> bool:
    """Tell what would be, in the article's own voice: "A king who bombed his own bridges *would* have few guests".

    Under a verb of speech "would" tells what somebody announced, and counts.
    """
    main = trigger.sent.root
    if not any(helper.lower_ in _words("musing") for helper in children(main, "aux")):
        return False
    if trigger.sent[-1].text == "?":
        return True
    subject = next(children(main, "nsubj", "nsubjpass"), None)
    if subject is None:
        return False
    anybody = any(word.lower_ in words_of("indefinite") for word in children(subject, "det"))
    return (anybody and subject.is_ancestor(trigger)) or (subject.lower_ == "it" and main.lemma_ == "take")


def _is_unreal(verb: Token) -> bool:
    """Tell a clause of condition that leaves no doubt that it is not so."""
    helpers = [h for h in (verb, *children(verb, "aux", "auxpass")) if h.lower_ in _words("unreal")]
    if not helpers:
        return False
    subject = next(children(verb, "nsubj", "nsubjpass"), None)
    if subject is not None and helpers[0].i < subject.i:
        return verb.sent[-1].text != "?"
    return verb in conditions(verb.head)
