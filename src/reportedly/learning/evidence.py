"""Which descriptions of a name are believed: the words must tell an office by themselves, at the article's own time."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from reportedly.language.annotated import EntityMention
from reportedly.language.arguments import prepositional
from reportedly.language.lexicon import Entry
from reportedly.language.word_groups import words_of
from reportedly.resolution.actor_words import NationForm, Role
from reportedly.resolution.marks import Mark, Marks
from reportedly.resolution.noun_phrases import modifiers, possessor
from reportedly.resolution.portraits import Portrait
from reportedly.resources import load_model

#: Civilians are no actors to be known again; nobody is remembered for a crime that an article lays to their charge.
NOT_REMEMBERED = frozenset({"CVL", "CRM", "UNK"})
#: Words that say of which state an office is; a town says where somebody works.
OF_STATE: frozenset[NationForm] = frozenset({"name", "adjective", "seat", "region", "organisation"})
#: The parser tears "Self-declared Libyan president" apart: so many words before the phrase are looked at as well.
REACH = 3
NAMING = frozenset({"NOUN", "PROPN"})


class Untimely(Entry):
    """One entry of `codebook/actors/untimely.yaml`; the fields are explained there."""

    word: str


class UnsureOffice(Entry):
    """One entry of `codebook/actors/unsure_offices.yaml`; the fields are explained there."""

    title: str


@cache
def untimely_words() -> frozenset[str]:
    """Return the words that put a description at another time, or into doubt."""
    return frozenset(entry.word for entry in load_model("actors/untimely.yaml", list[Untimely]))


@cache
def unsure_offices() -> frozenset[str]:
    """Return the titles that not only states have."""
    return frozenset(entry.title for entry in load_model("actors/unsure_offices.yaml", list[UnsureOffice]))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A mention that may describe.

    Attributes:
        head: Its head: a name, or the noun in apposition to one.
        before: The words before the head that are no part of the name.
        marks: Of the text.
    """

    head: Token
    before: tuple[Token, ...]
    marks: Marks

    @property
    def bearer(self) -> Mark[Role] | None:
        """The word group that says what somebody is."""
        described = (self.head, *reversed(self.before))
        return next((self.marks.roles[t.i] for t in described if t.i in self.marks.roles), None)


def is_evidence(mention: EntityMention, head: Token, portrait: Portrait, marks: Marks) -> bool:
    """Tell whether one mention's own words show what somebody is.

    1. They tell a sector, and not one that is never remembered.
    2. No word puts them at another time ("then-minister"), and they stand beside one name only.
    3. They hold a title, or a noun for people with a nationality before it: "Kenyan activist".
    4. A title that not only states have needs company: a state, a listed body, or a capital right before the name.

    Args:
        mention: A name, or what stands in apposition to one.
        head: Its head.
        portrait: What its words say.
        marks: Of the text.
    """
    if not portrait.sectors or portrait.alleged or not NOT_REMEMBERED.isdisjoint(portrait.sectors):
        return False
    name = range(mention.start, mention.end) if mention.reason == "name" else range(0)
    phrase = _Phrase(head, tuple(t for t in modifiers(head) if t.i not in name), marks)
    if phrase.bearer is None or phrase.bearer.value.kind == "institution" or phrase.bearer.value.relational:
        return False
    if _is_untimely(head) or _is_anybodys(mention, head):
        return False
    if phrase.bearer.value.kind == "people":
        return any(_is_of_state(token, marks, frozenset({"adjective"})) for token in phrase.before)
    return not _is_unsure(phrase.bearer, head.doc) or _has_company(phrase, phrase.bearer)


def _is_untimely(head: Token) -> bool:
    start = max(head.left_edge.i - REACH, head.sent.start)
    before = head.doc[start : head.i].text.lower()
    words = {word for part in before.split() for word in (part, part.split("-")[0])}
    return not words.isdisjoint(untimely_words())


def _is_anybodys(mention: EntityMention, head: Token) -> bool:
    """Tell what stands behind several names: whose it is in "Ek, Sy and Paz, the senator", the parse does not know."""
    if mention.reason != "apposition" or head.dep_ != "appos":
        return False
    between = head.doc[head.head.i + 1 : head.left_edge.i]
    return bool(head.head.conjuncts) or any(token.pos_ == "PROPN" for token in between)


def _is_unsure(bearer: Mark[Role], doc: Doc) -> bool:
    words = [*(t.lower_ for t in doc[bearer.start : bearer.end - 1]), doc[bearer.end - 1].lemma_.lower()]
    return bearer.value.yields or " ".join(words) in unsure_offices()


def _has_company(phrase: _Phrase, bearer: Mark[Role]) -> bool:
    """Tell "Chilean president" and "president of Chile" from "president of the chess club" and "its president"."""
    marks, owner = phrase.marks, possessor(phrase.head)
    around = [*([owner] if owner is not None else []), *prepositional(phrase.head, words_of("office prepositions"))]
    known = marks.roles.keys() | marks.nations.keys() if bearer.value.yields else marks.nations.keys()
    nouns = (token for token in phrase.before if token.pos_ in NAMING)
    if any(t.i not in known for t in around) or any(t.i not in marks.roles | marks.nations for t in nouns):
        return False
    if any(_is_of_state(token, marks, OF_STATE) for token in (*around, *phrase.before)):
        return True
    if bearer.value.yields:
        own = range(bearer.start, bearer.end)
        bodies = (marks.roles[t.i].value for t in (*around, *phrase.before) if t.i in marks.roles and t.i not in own)
        # "Committee" and "group" need company themselves.
        return any(not body.yields for body in bodies)
    return phrase.head.doc[bearer.start].text[0].isupper() and bearer.end <= phrase.head.i


def _is_of_state(token: Token, marks: Marks, forms: frozenset[NationForm]) -> bool:
    nation = marks.nation(token)
    return nation is not None and nation.form in forms
