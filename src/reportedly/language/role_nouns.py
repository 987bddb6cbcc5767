"""Whom a noun stands for that names by description: "the minister", "the company", "the country", "her husband"."""

from collections import defaultdict

from spacy.tokens import Token

from reportedly.language.board import Board, is_plural, subjects_of
from reportedly.language.doings import doers, told_by_doing
from reportedly.language.drafts import DESCRIBING, Draft, describing, nations_before, words_before, words_behind
from reportedly.language.lexicon import Relation, RoleNoun
from reportedly.language.pronouns import MARGIN
from reportedly.language.salience import standing
from reportedly.language.variation import taken_up
from reportedly.language.word_groups import words_of

#: What it is worth that the noun itself, a noun that it covers, or nothing against it was said of somebody.
SAID, COVERED, OPEN = 6.0, 4.0, 2.0
#: What a shared word or nation before the noun is worth, and how much the place of the last mentions counts.
WORD, NATION, PLACE = 1.0, 2.0, 0.5
#: How many sentences back a noun may look for one of whom nothing like it was said.
NEAR = 3
#: The place of one that was mentioned before that only.
FAR = -4.0


class RoleNouns:
    """Finds whom the role nouns of one text stand for.

    Args:
        board: Who is mentioned so far.
    """

    def __init__(self, board: Board) -> None:
        self._board, self._lexicon = board, board.lexicon
        self._unnamed: dict[str, list[Token]] = defaultdict(list)
        #: Who is what to whom: (whose, noun, who).
        self._related: list[tuple[Draft, str, Draft]] = []
        self._names = {word for d in board.drafts if d.label == "ORG" for word in d.heads}

    def takes(self, token: Token) -> bool:
        """Tell whether a word may stand for somebody named before; with a capital only "the Minister" alone may."""
        pos = token.pos_
        if pos not in {"NOUN", "PROPN"}:
            return False
        lemma, lexicon = token.lemma_.lower(), self._lexicon
        known = lexicon.role_noun(lemma) is not None or self._own_role(lemma) is not None
        if pos == "PROPN":
            return known and _stands_alone(token)
        return known or lemma in lexicon.relations or lemma in lexicon.plural_roles or lemma in doers()

    def note(self, noun: Token) -> None:
        """Remember what an apposition tells: "his wife, Luz Abaya"."""
        owner = self._owner(noun)
        if owner is not None and noun.lemma_.lower() in self._lexicon.relations:
            self._related.append((owner, noun.lemma_.lower(), self._board.at[noun.i]))

    def link(self, noun: Token) -> None:
        """Link a noun to somebody named, or else to an earlier bearer of the same noun without a name."""
        draft = self._relative(noun) or self._named_behind(noun)
        role = self._role(noun)
        if draft is None and role is not None and self._is_definite(noun):
            draft, sure = self._bearer(noun, role)
            if not sure and not is_plural(noun):
                draft = taken_up(noun, role, self._board) or draft or self._earlier(noun, role)
        if draft is None and not is_plural(noun) and self._is_definite(noun):
            draft = told_by_doing(noun, self._board)
        if draft is not None:
            self._board.link(noun, draft, "role noun")
        self._unnamed[noun.lemma_.lower()].append(noun)

    def _named_behind(self, noun: Token) -> Draft | None:
        """Return the place that a noun's of-phrase names: "the city of Basra", "the kingdom of Bhutan"."""
        role = self._lexicon.roles.get(noun.lemma_.lower())
        if role is None or role.kind not in {"place", "country"} or is_plural(noun):
            return None
        objects = (o for p in noun.rights if p.lower_ == "of" for o in p.rights if o.dep_ == "pobj")
        drafts = (self._board.at[o.i] for o in objects if o.i in self._board.at)
        draft = next((d for d in drafts if d.kind in {"place", "country"}), None)
        if draft is not None:
            draft.heads.add(noun.lemma_.lower())
        return draft

    def _role(self, noun: Token) -> RoleNoun | None:
        lemma = noun.lemma_.lower()
        if noun.dep_ in {"compound", "nmod", "amod"}:
            return None
        if is_plural(noun):
            return self._lexicon.plural_roles.get(lemma)
        return self._lexicon.role_noun(lemma) or self._own_role(lemma)

    def _own_role(self, lemma: str) -> RoleNoun | None:
        """Return what a noun without an entry stands for: the front of the Liberation Front, the welder Ana Paz."""
        if lemma in self._names:
            return RoleNoun(word=lemma, kind="body", example="")
        called = any(lemma in draft.heads and draft.kind == "person" for draft in self._board.drafts)
        return RoleNoun(word=lemma, kind="person", example="") if called else None

    def _is_definite(self, noun: Token) -> bool:
        if any(c.lower_ in words_of("distinguishing") for c in noun.lefts):
            return False
        hyphen = noun.nbor(-1) if noun.i > 1 and noun.nbor(-1).text == "-" else None
        if hyphen is not None and any(c.lower_ in words_of("definite") for c in noun.nbor(-2).lefts):
            return True  # "The vice-president": the parser may hang the article on "vice".
        owned = any(c.dep_ == "poss" and self._lexicon.nations_of(c.text) for c in noun.lefts)
        return owned or any(c.lower_ in words_of("definite") for c in noun.lefts)

    def _bearer(self, noun: Token, role: RoleNoun) -> tuple[Draft | None, bool]:
        """Return the entity that the noun fits better than every other, and whether something said of it tells so."""
        barred = self._barred(noun)
        places: dict[int, float] = {}
        for token, draft in self._board.before(noun, window=NEAR):
            place = standing(token, later=noun, board=self._board)
            places[id(draft)] = max(place, places.get(id(draft), -9.0))
        ranked: list[tuple[float, int]] = []
        for number, draft in enumerate(self._board.drafts):
            worth = self._worth(noun, role, draft) if _begins_before(draft, noun) else 0.0
            free = all(draft is not other for other in barred)
            if worth >= COVERED or (worth > 0 and id(draft) in places):
                ranked += [(worth + PLACE * places.get(id(draft), FAR), number)] * free
        ranked.sort(key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
            return None, False
        best = self._board.drafts[ranked[0][1]]
        return best, self._likeness(noun, role, best, nations_before(noun, lexicon=self._lexicon)) >= COVERED

    def _barred(self, noun: Token) -> list[Draft]:
        """Return the subjects of the verb whose object the noun is, and whose the noun is."""
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        own = subjects_of(verb) if noun.dep_ in {"dobj", "dative", "pobj"} else []
        # "The UN agency" is not the UN, "Chad's army" not Chad.
        owners = list(noun.lefts)
        return [self._board.at[t.i] for t in (*own, *owners) if t.i in self._board.at]

    def _worth(self, noun: Token, role: RoleNoun, draft: Draft) -> float:
        """Return how well a noun fits an entity; 0 where it does not."""
        if draft.kind != role.kind or draft.plural or draft.label == "NORP":
            return 0.0
        if (role.countries and draft.country not in role.countries) or role.never & draft.sorts:
            return 0.0
        if draft.gender is not None and role.gender not in {None, draft.gender}:
            return 0.0
        nations = nations_before(noun, lexicon=self._lexicon)
        # Of a person's country a text seldom keeps silent, of a firm's often: "Lufthansa … the German carrier".
        if nations and not nations & draft.nations and (draft.kind == "person" or draft.nations):
            return 0.0
        # "A Navy drone … Israel's military": a body without a name of its own is that of the country it was told of.
        nameless = draft.kind == "body" and draft.heads | draft.words <= self._lexicon.body_words
        if nations and not draft.nations and nameless:
            return 0.0
        base = self._likeness(noun, role, draft, nations)
        told = self._telling(noun, role)
        known = draft.words | draft.heads
        if not base or (not told <= known and (role.kind == "person" or base == SAID)):
            return 0.0
        return base + WORD * (len(told & known) - bool(told - known)) + NATION * bool(nations & draft.nations)

    def _likeness(self, noun: Token, role: RoleNoun, draft: Draft, nations: set[str]) -> float:
        if noun.lemma_.lower() in draft.heads:
            return SAID
        told = draft.heads | draft.words if draft.kind == "person" else draft.heads
        if role.covers & told or role.bodies & draft.sorts:
            return COVERED
        if role.word == "leader" and nations and not draft.heads:
            return COVERED
        untold = draft.kind in {"country", "place"} or not (draft.heads & self._lexicon.body_words or draft.sorts)
        return OPEN if "*" in role.covers and untold else 0.0

    def _telling(self, noun: Token, role: RoleNoun) -> set[str]:
        """Return the words around a noun that tell its bearer from others: "*transport* minister", not "weary"."""
        if role.kind in {"country", "place"}:
            return words_behind(noun)
        plain = {
            t.lemma_.lower() for t in describing(noun) if t.dep_ == "amod" and t.lower_ not in self._lexicon.qualifiers
        }
        return (words_before(noun, lexicon=self._lexicon) - plain) | {
            word for word in words_behind(noun) if not self._lexicon.nations_of(word.title())
        }

    def _earlier(self, noun: Token, role: RoleNoun) -> Draft | None:
        """Return the entity of an earlier unnamed bearer: "a senior official … the official"."""
        if role.kind not in {"person", "body"}:
            return None
        words, nations = words_before(noun, lexicon=self._lexicon), nations_before(noun, lexicon=self._lexicon)
        for earlier in reversed(self._unnamed[noun.lemma_.lower()]):
            said = words_before(earlier, lexicon=self._lexicon)
            known = nations_before(earlier, lexicon=self._lexicon)
            if earlier.i in self._board.at:
                return self._board.at[earlier.i] if words <= said and nations <= known else None
            if words <= said and nations <= known and (said or known or _is_introduced(earlier)):
                return self._board.new(earlier, "PERSON" if role.kind == "person" else "ORG")
        return None

    def _owner(self, noun: Token) -> Draft | None:
        return next((self._board.at[c.i] for c in noun.lefts if c.dep_ == "poss" and c.i in self._board.at), None)

    def _relative(self, noun: Token) -> Draft | None:
        """Return who is what the noun says to its possessor: "her husband", "its neighbour"."""
        relation, owner = self._lexicon.relations.get(noun.lemma_.lower()), self._owner(noun)
        if relation is None or owner is None or is_plural(noun):
            return None
        for whose, said, who in self._related:
            if who is owner and said in relation.inverse:
                return whose
            if whose is owner and said == relation.noun:
                return who
        return self._only_other(noun, relation, owner) if relation.other else None

    def _only_other(self, noun: Token, relation: Relation, owner: Draft) -> Draft | None:
        near = {id(d): d for _, d in self._board.before(noun) if d.kind == relation.kind and d is not owner}
        return next(iter(near.values())) if len(near) == 1 and owner.kind == relation.kind else None


def _stands_alone(token: Token) -> bool:
    """Tell "the Commission" from the first word of a name: "the Commission President"."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or following.pos_ != "PROPN"


def _begins_before(draft: Draft, noun: Token) -> bool:
    return any(m.end <= noun.i for m in draft.mentions)


def _is_introduced(noun: Token) -> bool:
    """Tell whether a noun introduces somebody: "a court", "Wirral council"."""
    named = any(c.dep_ in DESCRIBING and c.pos_ == "PROPN" for c in noun.lefts)
    return named or any(c.lower_ in words_of("indefinite") for c in noun.lefts)
