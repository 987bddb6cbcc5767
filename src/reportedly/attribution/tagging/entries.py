"""The entry for a cue that the tagger marks: the lexicon's own where that knows it, else one by its content's form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.resources import load_model

GENERAL_FILE = "attribution/general_cues.yaml"


class Entry(NamedTuple):
    """An entry and the word of the cue that leads it."""

    cue: Cue
    token: Token


#: Marks that open words quoted inside a content: "calls sanctions ‘a declaration of war’".
OPENING = frozenset('‘“"')


@dataclass(frozen=True)
class EntryFinder:
    """Finds entries for cues.

    Attributes:
        lexicon: The cues that are known.
        general: For cues that are not, by the form of their content.
    """

    lexicon: AttributionLexicon
    general: dict[Complement, Cue]

    @classmethod
    def load(cls, lexicon: AttributionLexicon) -> Self:
        """Read the general entries from the codebook.

        Raises:
            CodebookError: The file is missing or has a mistake.
        """
        return cls(lexicon, {cue.takes[0]: cue for cue in load_model(GENERAL_FILE, tuple[Cue, ...])})

    def find(self, words: Sequence[Token], content_head: Token | None, source_head: Token | None) -> Entry | None:
        """Return the entry for a cue; None when it is none: the lexicon says so, or knows it not and nobody is named.

        Args:
            words: The cue's tokens; at least one.
            content_head: What the content hangs on; None when it is several sentences.
            source_head: Who says it; None when nobody is named.
        """
        form, known = self._form(content_head), sorted(self._known(words), key=lambda entry: -len(entry.cue.words))
        if source_head is not None and any(source_head.lemma_.lower() in entry.cue.unless for entry in known):
            return None
        # "Called off its strike" is no calling: of a bare noun only what takes one can be said.
        fitting = [e for e in known if form in e.cue.takes or form is not Complement.NOUN_PHRASE or _is_mark(e)]
        if not fitting and content_head is not None and any(t.text in OPENING for t in content_head.subtree):
            fitting = [entry for entry in known if Complement.PREDICATE in entry.cue.takes]
        if fitting or source_head is None:
            return next(iter(fitting), None)
        return Entry(self.general[form], _leading(words))

    def _form(self, content_head: Token | None) -> Complement:
        """Return the form of a content; a headline's clause may be parsed as a phrase: "North *fired* missile"."""
        form = form_of(content_head)
        if form is not Complement.NOUN_PHRASE or content_head is None:
            return form
        misread = any(t.tag_ == "VBD" and t.dep_ in ("amod", "nmod", "compound") for t in content_head.children)
        return Complement.CLAUSE if misread else form

    def _known(self, words: Sequence[Token]) -> Iterator[Entry]:
        """Yield the entries whose words all stand in the cue; a verb's before a noun's before the rest."""
        lexicon, held = self.lexicon, {word.lower_ for word in words}
        for index, wanted in (
            (lexicon.verbs, ("VERB", "AUX")), (lexicon.nouns, ("NOUN", "PROPN")), (lexicon.prepositions, ()),
            (lexicon.adverbs, ()), (lexicon.adjectives, ()),
        ):  # fmt: skip
            for token in words:
                if wanted and token.pos_ not in wanted:
                    continue
                key = token.lemma_ if wanted else token.lower_
                yield from (Entry(cue, token) for cue in index.get(key.lower(), ()) if held.issuperset(cue.words[1:]))
        if len(words) == 1 and words[0].text in lexicon.marks:
            yield Entry(lexicon.marks[words[0].text], words[0])
        if len(words) == 1 and words[0].pos_ == "NOUN":
            # A verb at the end that was taken for a noun: "It has paid six, receipts show."
            yield from (Entry(cue, words[0]) for cue in lexicon.verbs.get(words[0].lemma_, ()) if len(cue.words) == 1)


def _is_mark(entry: Entry) -> bool:
    """Tell the colon of a headline, behind which a phrase is a clause that lacks its verb."""
    return entry.token.is_punct


def _leading(words: Sequence[Token]) -> Token:
    """Return the word of a cue on which its others hang, a verb or noun if there is one."""
    inside = set(words)
    tops = [word for word in words if word.head == word or word.head not in inside]
    return next((word for word in tops if word.pos_ in ("VERB", "NOUN")), tops[0])


def form_of(content_head: Token | None) -> Complement:
    """Return which of the four general forms a content has."""
    if content_head is None:
        return Complement.QUOTATION
    if content_head.pos_ not in ("VERB", "AUX"):
        return Complement.NOUN_PHRASE
    to = any(child.dep_ == "aux" and child.lower_ == "to" for child in content_head.children)
    return Complement.INFINITIVE if to else Complement.CLAUSE
