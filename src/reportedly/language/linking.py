"""Joins role nouns and pronouns to whom they stand for, from the beginning of a text to its end.

A link is made only where one entity fits better than every other; otherwise the word stays unlinked.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from reportedly.language.annotated import LinkReason, Quotation
from reportedly.language.drafts import Draft, nations_before, words_before
from reportedly.language.lexicon import Gender, Lexicon, RoleNoun
from reportedly.language.speakers import quotation_of, speaker_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How many sentences a pronoun and a role noun of the kind "the group" look back.
WINDOW = 2
#: Pronouns that stand for one person, with the gender that they tell.
PERSONAL: dict[str, Gender] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
NEUTRAL = frozenset({"it", "its", "itself", "they", "their", "them"})
SPEAKING = frozenset({"i", "me", "my", "myself"})


class Linker:
    """Links the role nouns and pronouns of one text; it extends the drafts that it is given.

    Args:
        doc: spaCy's analysis.
        drafts: The entities by name; nominal ones are appended ("a senior official … the official").
        quotations: Of the same text.
        lexicon: The language room's words.
    """

    def __init__(self, doc: Doc, drafts: list[Draft], quotations: Sequence[Quotation], lexicon: Lexicon) -> None:
        self._doc, self._drafts, self._quotations, self._lexicon = doc, drafts, quotations, lexicon
        self._at = {i: d for d in drafts for m in d.mentions for i in range(m.start, m.end)}
        self._nominals: dict[str, list[Token]] = defaultdict(list)
        self._sentence = {t.i: n for n, sent in enumerate(doc.sents) for t in sent}

    def run(self) -> None:
        """Link everything, in reading order."""
        for token in self._doc:
            if token.i in self._at:
                continue
            if token.lower_ in PERSONAL:
                self._link(token, self._person(token), "pronoun")
            elif token.lower_ in NEUTRAL:
                self._link(token, self._body(token), "pronoun")
            elif token.pos_ == "NOUN" and self._role(token) is not None:
                self._role_noun(token)
        for token in self._doc:
            if token.lower_ in SPEAKING and token.i not in self._at:
                self._link(token, self._speaker(token), "pronoun")

    def _link(self, token: Token, draft: Draft | None, reason: LinkReason) -> None:
        if draft is None:
            return
        draft.add_token(token, reason)
        self._at[token.i] = draft
        if token.lower_ in PERSONAL and draft.gender is None:
            draft.gender = PERSONAL[token.lower_]

    def _person(self, pronoun: Token) -> Draft | None:
        """Return whom "he" or "her" stands for: the best placed person of that gender nearby."""
        gender = PERSONAL[pronoun.lower_]
        barred = self._barred(pronoun)
        scores: dict[int, tuple[float, Draft]] = {}
        for token, draft in self._before(pronoun):
            fits = draft.label == "PERSON" and not draft.plural and draft.gender in {None, gender}
            if fits and all(draft is not other for other in barred):
                score = self._standing(token, pronoun) + (1.0 if draft.gender == gender else 0.0)
                best = scores.get(id(draft))
                if best is None or score > best[0]:
                    scores[id(draft)] = (score, draft)
        return _clear_winner(list(scores.values()))

    def _barred(self, pronoun: Token) -> list[Draft]:
        """Return who the pronoun cannot be: the subject of its own verb, and the speaker of the quotation around it."""
        found = self._own_subjects(pronoun)
        quotation = quotation_of(pronoun, self._quotations)
        speaker = None if quotation is None else speaker_of(quotation, self._doc, lexicon=self._lexicon)
        found += [] if speaker is None else [speaker]
        return [self._at[t.i] for t in found if t.i in self._at]

    @staticmethod
    def _own_subjects(pronoun: Token) -> list[Token]:
        """Return the subjects of the verb whose object the pronoun is: in "Sy thanked him" they are two persons."""
        if pronoun.dep_ not in {"dobj", "dative", "pobj"} or pronoun.lower_.endswith("self"):
            return []
        verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
        return [c for c in verb.children if c.dep_ in SUBJECTS]

    def _before(self, token: Token) -> Iterator[tuple[Token, Draft]]:
        """Yield the heads of the mentions shortly before a token, with their entities."""
        here = self._sentence[token.i]
        for draft in self._drafts:
            for mention in draft.mentions:
                if mention.end <= token.i and here - self._sentence[mention.head] <= WINDOW:
                    yield self._doc[mention.head], draft

    def _standing(self, token: Token, pronoun: Token) -> float:
        """Return how likely a mention is taken up: subjects before objects, near sentences before far ones."""
        distance = self._sentence[pronoun.i] - self._sentence[token.i]
        place = 1.0
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ in SUBJECTS:
            place = 4.0 if token.head.dep_ in {"ROOT", "ccomp", "conj"} else 3.0
        elif token.dep_ in {"dobj", "dative", "agent"}:
            place = 1.5
        return place - 1.6 * distance

    def _body(self, pronoun: Token) -> Draft | None:
        """Return what "it" or "they" stands for: the subject of its sentence or of the one before, if that is named.

        "It" without a verb of its own doing ("it is", "it rained") stands for nothing that is named.
        """
        if pronoun.dep_ in SUBJECTS and pronoun.head.lemma_ in {"be", "seem", "rain", "snow", "take"}:
            return None
        own = {t.i for t in self._own_subjects(pronoun)}
        for subject in self._subjects(pronoun):
            if subject.i in own:
                continue
            draft = self._at.get(subject.i)
            if draft is not None and draft.label in {"ORG", "GPE"}:
                plural = pronoun.lower_.startswith("the")
                return draft if plural <= (draft.plural or draft.label == "ORG") else None
            if draft is None and subject.pos_ not in {"PRON", "DET"}:
                return None
        return None

    def _subjects(self, token: Token) -> Iterator[Token]:
        """Yield the subjects above a token in its sentence, the nearest first, then that of the sentence before."""
        for verb in token.ancestors:
            yield from (c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i)
        start = token.sent.start
        if start > 0:
            root = self._doc[start - 1].sent.root
            yield from (c for c in root.children if c.dep_ in SUBJECTS)

    def _speaker(self, pronoun: Token) -> Draft | None:
        quotation = quotation_of(pronoun, self._quotations)
        speaker = None if quotation is None else speaker_of(quotation, self._doc, lexicon=self._lexicon)
        draft = None if speaker is None else self._at.get(speaker.i)
        return draft if draft is not None and draft.label == "PERSON" and not draft.plural else None

    def _role(self, token: Token) -> RoleNoun | None:
        """Return what a noun can stand for; a title can stand for its bearer without an entry."""
        if "Plur" in token.morph.get("Number", []):
            return None
        return self._lexicon.role_noun(token.lemma_.lower())

    def _role_noun(self, noun: Token) -> None:
        """Link "the minister" to somebody named, or else to an earlier "minister" without a name."""
        role = self._role(noun)
        definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "that"} for c in noun.lefts)
        draft = self._bearer(noun, role) if role is not None and definite else None
        if draft is None and role is not None and definite:
            draft = self._nominal(noun, role)
        self._link(noun, draft, "role noun")
        self._nominals[noun.lemma_.lower()].append(noun)

    def _bearer(self, noun: Token, role: RoleNoun) -> Draft | None:
        """Return the entity mentioned last among those that the role fits."""
        fitting = [d for d in self._drafts if self._fits(noun, role, d)]
        last = {id(d): max((m.end for m in d.mentions if m.end <= noun.i), default=-1) for d in fitting}
        fitting = [d for d in fitting if last[id(d)] >= 0]
        return max(fitting, key=lambda d: last[id(d)], default=None)

    def _fits(self, noun: Token, role: RoleNoun, draft: Draft) -> bool:
        if draft.label != ("PERSON" if role.kind == "person" else "ORG"):
            return False
        nations = nations_before(noun, lexicon=self._lexicon)
        if nations and not nations & draft.nations:
            return False
        if draft.gender is not None and role.gender not in {None, draft.gender}:
            return False
        heads = {noun.lemma_.lower(), *role.covers}
        words = words_before(noun, lexicon=self._lexicon)
        if heads & draft.heads:
            return words <= draft.words | draft.heads
        if words:
            return False
        if role.word == "leader" and nations:
            return not draft.heads
        return "*" in role.covers and self._is_only_one_near(noun, draft)

    def _is_only_one_near(self, noun: Token, draft: Draft) -> bool:
        near = {id(d): d for _, d in self._before(noun) if d.label == draft.label}
        return list(near.values()) == [draft]

    def _nominal(self, noun: Token, role: RoleNoun) -> Draft | None:
        """Return the entity of an earlier unnamed bearer: "a senior official … the official"."""
        words = words_before(noun, lexicon=self._lexicon)
        nations = nations_before(noun, lexicon=self._lexicon)
        for earlier in reversed(self._nominals[noun.lemma_.lower()]):
            said = words_before(earlier, lexicon=self._lexicon)
            known = nations_before(earlier, lexicon=self._lexicon)
            if earlier.i in self._at:
                return self._at[earlier.i] if words <= said and nations <= known else None
            if words <= said and nations <= known and (said | known or _is_indefinite(earlier)):
                return self._new(earlier, "PERSON" if role.kind == "person" else "ORG")
        return None

    def _new(self, noun: Token, label: str) -> Draft:
        start = noun.left_edge.i
        while self._doc[start].pos_ in {"DET", "SPACE", "PUNCT"} and start < noun.i:
            start += 1
        draft = Draft(self._doc[start : noun.i + 1].text, label)
        draft.describe(noun, lexicon=self._lexicon)
        draft.add_token(noun, "name")
        self._at[noun.i] = draft
        self._drafts.append(draft)
        return draft


def _is_indefinite(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an", "one", "another"} for c in noun.lefts)


def _clear_winner(scored: list[tuple[float, Draft]]) -> Draft | None:
    """Return the best, or None where the second is as good."""
    ranked = sorted(scored, key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.5):
        return None
    return ranked[0][1]
