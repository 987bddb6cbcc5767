"""Whom a pronoun stands for: number, gender and kind must agree, then the best placed candidate wins, if clearly."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from reportedly.language.board import FIGURES, Board, gender_of_pronoun, is_plural, subjects_of
from reportedly.language.drafts import Draft
from reportedly.language.lexicon import RoleKind
from reportedly.language.salience import standing, top_of_phrase
from reportedly.language.word_groups import words_of

#: By how much the best must lead the second.
MARGIN = 0.5
#: What agreement of a known gender is worth, and what a noun without a name costs beside a name.
GENDER, UNNAMED = 1.5, -0.7
#: What a kind is worth for "it" where somebody acts ("it appealed") and elsewhere ("it is old").
ACTING: dict[RoleKind, float] = {"body": 1.0, "country": 1.0, "place": -0.5, "thing": -0.5, "person": -9.0}
LYING: dict[RoleKind, float] = {"body": 0.0, "country": 0.0, "place": -0.5, "thing": 0.5, "person": -9.0}
#: What is taken from a body where "it" does what bodies seldom do: "it contained no clause", and given to a thing.
DULL = 1.2
#: The same for nouns that no entity has: "the dam" never appeals.
NOUN_ACTING, NOUN_LYING = {"body": 0.3, "thing": -4.0}, {"body": 0.0, "thing": 0.0}
#: What it is worth that the candidate itself is said to say or want: "Hamas said *it* would go".
TELLER = 1.5
#: What it is worth for "she insisted" that the candidate spoke last: whoever speaks goes on.
SPEAKING = 1.0
#: "They" for a body named in the singular: "Wirral council have apologised".
COLLECTIVE = -1.2


@dataclass(slots=True)
class Tally:
    """Candidates with their best scores; two mentions of one entity are one candidate.

    Attributes:
        scores: By a key of the entity or of the noun.
        found: What the key stands for; None for what is no single entity, such as a coordination.
    """

    scores: dict[object, float] = field(default_factory=dict)
    found: dict[object, Draft | Token | None] = field(default_factory=dict)

    def add(self, key: object, found: Draft | Token | None, score: float) -> None:
        """Add one place of a candidate."""
        if score > self.scores.get(key, float("-inf")):
            self.scores[key], self.found[key] = score, found

    def winner(self) -> Draft | Token | None:
        """Return the best, or None where the second is nearly as good."""
        ranked = sorted(self.scores, key=lambda key: -self.scores[key])
        if not ranked or (len(ranked) > 1 and self.scores[ranked[0]] - self.scores[ranked[1]] < MARGIN):
            return None
        return self.found[ranked[0]]


class Pronouns:
    """Finds whom the pronouns of one text stand for.

    Args:
        board: Who is mentioned so far.
    """

    def __init__(self, board: Board) -> None:
        self._board = board

    def link(self, pronoun: Token) -> None:
        """Link a pronoun of the third person, if one candidate stands out."""
        for group, find in self._finders().items():
            if pronoun.lower_ in words_of(group):
                draft = find(pronoun) or self._announced(pronoun)
                if draft is not None:
                    self._board.link(pronoun, draft, "pronoun")
                return

    def link_speaker(self, pronoun: Token) -> None:
        """Link "I" to the speaker of the quotation that it stands in."""
        speaker = self._board.speakers.of_token(pronoun)
        draft = None if speaker is None else self._board.at.get(speaker.i)
        if draft is not None and draft.kind == "person" and not draft.plural:
            self._board.link(pronoun, draft, "pronoun")

    def _finders(self) -> dict[str, Callable[[Token], Draft | None]]:
        return {"he": self._person, "she": self._person, "it": self._body, "they": self._many}

    def _person(self, pronoun: Token) -> Draft | None:
        tally, gender = Tally(), gender_of_pronoun(pronoun)
        for token, draft in self._candidates(pronoun):
            if draft.kind == "person" and not draft.plural and draft.gender in {None, gender}:
                agrees = GENDER if draft.gender == gender else 0.0
                tally.add(id(draft), draft, self._standing(token, pronoun) + agrees)
        for noun in self._nouns(pronoun):
            known = self._board.lexicon.gender_of(noun.lemma_.lower())
            if self._board.kind_of(noun) == "person" and not is_plural(noun) and known in {None, gender}:
                agrees = GENDER if known == gender else 0.0
                tally.add(noun.i, noun, self._standing(noun, pronoun) + agrees + UNNAMED)
        return self._settled(tally, "PERSON")

    def _body(self, pronoun: Token) -> Draft | None:
        if _is_empty(pronoun):
            return None
        tally, acting = Tally(), self._acts(pronoun)
        dull = DULL if pronoun.dep_ in {"nsubj", "nsubjpass"} and not acting else 0.0
        for token, draft in self._candidates(pronoun):
            if draft.label != "NORP" and not draft.plural and not (is_plural(token) and token.pos_ == "NOUN"):
                worth = (ACTING if acting else LYING)[draft.kind]
                worth += TELLER if self._tells(token, pronoun) else -dull * (draft.kind != "thing")
                tally.add(id(draft), draft, self._standing(token, pronoun) + worth)
        for noun in self._nouns(pronoun):
            kind = self._board.kind_of(noun)
            if kind != "person" and not is_plural(noun):
                worth = (NOUN_ACTING if acting else NOUN_LYING)[kind] + dull * (kind == "thing")
                worth += TELLER * (kind == "body" and self._tells(noun, pronoun))
                tally.add(noun.i, noun if kind == "body" else None, self._standing(noun, pronoun) + worth)
        return self._settled(tally, "ORG")

    def _many(self, pronoun: Token) -> Draft | None:
        tally, acting = Tally(), self._acts(pronoun)
        for token, draft in self._candidates(pronoun):
            place = self._standing(token, pronoun)
            if any(c.dep_ == "conj" for c in token.children):
                tally.add(("all", token.i), None, place + 0.3)
            if draft.plural or draft.label == "NORP" or is_plural(token):
                tally.add(id(draft), draft, place + 0.5)
            elif draft.kind == "body":
                tally.add(id(draft), draft, place + COLLECTIVE)
        for noun in self._nouns(pronoun):
            kind = self._board.kind_of(noun)
            if is_plural(noun):
                worth = (-3.0 if acting else -0.5) if kind == "thing" else 0.5
                # Many without a name make no entity: "rebels said they would fight" links nothing.
                tally.add(noun.i, None, self._standing(noun, pronoun) + worth)
        return self._settled(tally, "NORP")

    def _settled(self, tally: Tally, label: str) -> Draft | None:
        winner = tally.winner()
        return self._board.new(winner, label) if isinstance(winner, Token) else winner

    def _standing(self, token: Token, pronoun: Token) -> float:
        says = self._speaks(pronoun) and pronoun.head.lemma_ not in words_of("answering")
        goes_on = says and self._speaks(top_of_phrase(token)) and token.sent != pronoun.sent
        return standing(token, later=pronoun, board=self._board) + SPEAKING * goes_on

    def _speaks(self, token: Token) -> bool:
        return token.dep_ == "nsubj" and token.head.lemma_ in self._board.lexicon.speech

    def _candidates(self, pronoun: Token) -> Iterator[tuple[Token, Draft]]:
        barred = self._barred(pronoun)
        for token, draft in self._board.before(pronoun):
            if all(draft is not other for other in barred):
                yield token, draft

    def _nouns(self, pronoun: Token) -> Iterable[Token]:
        own = {t.i for t in _own_subjects(pronoun)} | {t.i for t in pronoun.ancestors if pronoun.dep_ == "poss"}
        return (
            noun
            for noun in self._board.nouns_before(pronoun)
            # "Okello, a nurse": the nurse is Okello, linked or not.
            if noun.i not in own and (noun.dep_ != "appos" or top_of_phrase(noun).i not in self._board.at)
        )

    def _barred(self, pronoun: Token) -> list[Draft]:
        """Return who the pronoun cannot be.

        The subject of its own verb; whose possessor it is ("his brother Karim"); the speaker of the quotation around.
        """
        found = _own_subjects(pronoun)
        if pronoun.dep_ == "poss":
            found += [pronoun.head, *(c for c in pronoun.head.children if c.dep_ == "appos")]
        if pronoun.lower_ not in words_of("it") and self._board.speakers.quotation_of(pronoun) is not None:
            speaker = self._board.speakers.of_token(pronoun)
            found += [] if speaker is None else [speaker]
        return [self._board.at[t.i] for t in found if t.i in self._board.at]

    def _acts(self, pronoun: Token) -> bool:
        """Tell whether what the pronoun stands for acts: by its verb, or by what it owns ("its spokesman")."""
        if pronoun.dep_ == "poss":
            return self._board.kind_of(pronoun.head) != "thing"
        verb = pronoun.head
        willing = any(c.dep_ == "acomp" and c.lower_ in words_of("willing") for c in verb.children)
        return pronoun.dep_ == "nsubj" and (verb.lemma_ in self._board.lexicon.acting or willing)

    def _tells(self, token: Token, pronoun: Token) -> bool:
        """Tell whether a noun is the subject of a verb that says or wants what the pronoun is the subject of."""
        top, told = top_of_phrase(token), pronoun.head
        while told.dep_ in {"conj", "xcomp"} and told.head.pos_ in {"VERB", "AUX"}:
            told = told.head
        verb = told.head
        acts = verb.lemma_ in self._board.lexicon.acting
        return pronoun.dep_ in {"nsubj", "nsubjpass"} and told.dep_ == "ccomp" and acts and top in subjects_of(verb)

    def _announced(self, pronoun: Token) -> Draft | None:
        """Return whom a pronoun announces that stands before any name: "When *she* landed, Vogt was met"."""
        gender = gender_of_pronoun(pronoun)
        for clause in pronoun.ancestors:
            if clause.dep_ not in {"advcl", "prep", "pcomp"} or clause.i > clause.head.i:
                continue
            for subject in subjects_of(clause.head):
                draft = self._board.at.get(subject.i)
                if subject.i < clause.i or draft is None or draft.plural or pronoun.lower_ in words_of("they"):
                    continue
                fits = draft.kind == "person" if gender else draft.kind in {"body", "country"}
                return draft if fits and draft.gender in {None, gender} else None
        return None


def _own_subjects(pronoun: Token) -> list[Token]:
    """Return the subjects of the verb whose object the pronoun is: in "Sy thanked him" they are two persons."""
    if pronoun.dep_ not in {"dobj", "dative", "pobj"} or pronoun.lower_ in words_of("reflexive"):
        return []
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    own = subjects_of(verb)
    while not own and verb.dep_ in {"conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        own = subjects_of(verb)
    return [top_of_phrase(subject) for subject in own]


def _is_empty(pronoun: Token) -> bool:
    """Tell an "it" that stands for nothing: "it rained", "it seems that", "it was clear that"."""
    if pronoun.dep_ not in {"nsubj", "nsubjpass", "expl"}:
        return False
    verb = pronoun.head
    if verb.lemma_ in words_of("weather and appearance") or pronoun.dep_ == "expl":
        return True
    clauses = [
        c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "csubj", "acl", "advcl", "relcl"} and c.i > verb.i
    ]
    if verb.lemma_ == "take":
        return any(c.dep_ in {"dobj", "npadvmod"} and c.ent_type_ in FIGURES for c in verb.children)
    willing = any(c.dep_ == "acomp" and c.lower_ in words_of("willing") for c in verb.children)
    return (verb.lemma_ == "be" and not willing) or (
        pronoun.dep_ == "nsubjpass" and any(c.dep_ == "ccomp" for c in clauses)
    )
