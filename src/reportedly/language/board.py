"""The state of linking one text: who is mentioned where so far, sentence by sentence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from reportedly.language.annotated import LinkReason, Quotation
from reportedly.language.drafts import Draft
from reportedly.language.given_names import Gender
from reportedly.language.lexicon import Lexicon, RoleKind
from reportedly.language.speakers import Speakers
from reportedly.language.word_groups import words_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: How many sentences a pronoun looks back.
WINDOW = 2
#: Entities of spaCy's that are no candidates: "Monday", "nine", "$5m".
FIGURES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
#: What a noun hangs by when it is only part of a phrase.
PARTS = frozenset({"compound", "nmod", "amod", "npadvmod", "nummod", "advmod"})


class Board:
    """The drafts of one text by token and by sentence; linking extends them.

    Args:
        doc: spaCy's analysis.
        drafts: The entities by name; nominal ones are appended ("a senior official … the official").
        quotations: Of the same text.
        lexicon: The language room's words.
    """

    def __init__(self, doc: Doc, drafts: list[Draft], quotations: Sequence[Quotation], lexicon: Lexicon) -> None:
        self.doc, self.drafts, self.lexicon = doc, drafts, lexicon
        self.speakers = Speakers(doc, quotations, lexicon)
        self.at = {i: d for d in drafts for m in d.mentions for i in range(m.start, m.end)}
        self.sentence = {i: n for n, sent in enumerate(doc.sents) for i in range(sent.start, sent.end)}
        self._heads: dict[int, list[int]] = defaultdict(list)
        for draft in drafts:
            for mention in draft.mentions:
                self._heads[self.sentence[mention.head]].append(mention.head)

    def link(self, token: Token, draft: Draft, reason: LinkReason) -> None:
        """Add a token to an entity."""
        draft.add_token(token, reason)
        self.at[token.i] = draft
        self._heads[self.sentence[token.i]].append(token.i)
        if reason == "pronoun" and draft.kind == "person" and not draft.plural:
            draft.gender = draft.gender or gender_of_pronoun(token)

    def new(self, noun: Token, label: str) -> Draft:
        """Begin an entity without a name: "a senior official"."""
        start = noun.left_edge.i
        while self.doc[start].pos_ in {"DET", "SPACE", "PUNCT"} and start < noun.i:
            start += 1
        draft = Draft(self.doc[start : noun.i + 1].text, label)
        draft.describe(noun, lexicon=self.lexicon)
        self.link(noun, draft, "name")
        self.drafts.append(draft)
        return draft

    def before(self, token: Token, *, window: int = WINDOW) -> Iterator[tuple[Token, Draft]]:
        """Yield the heads of the mentions shortly before a token, with their entities."""
        here = self.sentence[token.i]
        for number in range(max(0, here - window), here + 1):
            for head in self._heads[number]:
                if head < token.i and head in self.at:
                    yield self.doc[head], self.at[head]

    def nouns_before(self, token: Token, *, window: int = WINDOW) -> Iterator[Token]:
        """Yield the heads of noun phrases shortly before a token that no entity has yet."""
        here = self.sentence[token.i]
        for number in range(max(0, here - window), here + 1):
            for noun in self._nouns[number]:
                if noun.i < token.i and noun.i not in self.at:
                    yield noun

    @cached_property
    def _nouns(self) -> list[list[Token]]:
        return [[t for t in sent if _heads_phrase(t)] for sent in self.doc.sents]

    def kind_of(self, noun: Token) -> RoleKind:
        """Return what a common noun means: somebody, a body or a thing."""
        lemma = noun.lemma_.lower()
        if lemma in self.lexicon.person_nouns or self.lexicon.gender_of(lemma) is not None:
            return "person"
        return "body" if lemma in self.lexicon.body_nouns else "thing"


def _heads_phrase(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in PARTS and token.ent_type_ not in FIGURES


def is_plural(token: Token) -> bool:
    """Tell whether a noun is in the plural."""
    return "Plur" in token.morph.get("Number", [])


def gender_of_pronoun(token: Token) -> Gender | None:
    """Return the gender that a pronoun tells."""
    return "male" if token.lower_ in words_of("he") else "female" if token.lower_ in words_of("she") else None


def subjects_of(verb: Token) -> list[Token]:
    """Return the subjects that stand at a verb itself."""
    return [c for c in verb.children if c.dep_ in SUBJECTS]
