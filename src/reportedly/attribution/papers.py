"""How papers came to the reader: who got hold of a memo, who wrote a report, whom it cites."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Self

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.arguments import is_passive, objects
from reportedly.language.phrases import children, conjuncts
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

RELAYS_FILE = "attribution/relays.yaml"
#: Behind a paper's noun, these name who issued it: "a statement from the ministry", "the report by the auditors".
ISSUING = frozenset({"by", "from"})
#: Clauses that hang on a paper or on who speaks and tell more of it; some participles are parsed as prepositions.
REMARKS = ("acl", "relcl", "advcl", "prep", "xcomp")


class RelayRole(StrEnum):
    """Where the other party of a relaying verb stands towards the paper or the speaker."""

    RELAY = "relay"
    AUTHOR = "author"
    CITES = "cites"
    POSTED = "posted"
    TESTIFIES = "testifies"
    HEARING = "hearing"


class RelayVerb(BaseModel):
    """One entry of `relays.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verb: str
    role: RelayRole
    links: frozenset[str]
    example: str


class RelayBook(BaseModel):
    """The entries of `relays.yaml`, found by verb."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    entries: tuple[RelayVerb, ...]

    @classmethod
    def load(cls) -> Self:
        """Read the codebook's file."""
        return cls(entries=load_model(RELAYS_FILE, tuple[RelayVerb, ...]))

    @cached_property
    def _by_verb(self) -> dict[str, RelayVerb]:
        return {entry.verb: entry for entry in self.entries}

    def role_of(self, verb: Token) -> RelayRole | None:
        """Return what a verb does in a chain, if anything."""
        entry = self._by_verb.get(verb.lemma_.lower())
        return None if entry is None else entry.role

    def only_cites(self, verb: Token) -> bool:
        """Tell the "citing" that ends a sentence: whom it names stands in the chain of who reports it."""
        return self.role_of(verb) is RelayRole.CITES and verb.tag_ == "VBG" and verb.dep_ == "advcl"

    def parties(self, holder: Token, role: RelayRole) -> Iterator[Token]:
        """Yield whom the remarks about a paper or a speaker name in a role, the nearest first.

        Args:
            holder: The noun that the remarks hang on, or the verb of saying.
            role: Which parties.
        """
        if role is RelayRole.CITES:
            yield from _referred_to(holder)
        for verb in (*self._verbs_about(holder), *self._resting(holder, role)):
            entry = self._by_verb.get(verb.lemma_.lower())
            if entry is None:
                continue
            if entry.role is RelayRole.CITES and is_passive(verb):
                # "The minister, quoted by the agency, said": who quotes passes on.
                yield from _agents(verb) if role is RelayRole.RELAY else ()
            elif entry.role is role:
                yield from _linked(verb, entry)
                yield from _who_saw(verb, entry)
        if role is RelayRole.RELAY:
            yield from _who_has_access(holder)
            yield from self._who_saw_below(holder)

    def _who_saw_below(self, paper: Token) -> Iterator[Token]:
        """Yield who got hold of "a letter to the bank *seen by Reuters*", which the parser hangs on the bank."""
        nouns = (noun for link in children(paper, "prep") for noun in children(link, "pobj"))
        seen = (verb for noun in nouns for verb in children(noun, "acl") if self.role_of(verb) is RelayRole.RELAY)
        return (who for verb in seen if verb.tag_ == "VBN" for who in _agents(verb))

    def _resting(self, verb: Token, role: RelayRole) -> Iterator[Token]:
        """Yield a verb that says itself on whom its subject rests: "*learned* from two clerks"."""
        entry = self._by_verb.get(verb.lemma_.lower()) if role is RelayRole.CITES else None
        if entry is not None and entry.role is role and entry.links:
            yield verb

    def is_posted(self, paper: Token) -> bool:
        """Tell a film or a paper that was put on a social network: "a video posted on Telegram"."""
        remarks = [*self._verbs_about(paper), *_misread_remark(paper)]
        posted = (t for t in remarks if self.role_of(t) is RelayRole.POSTED)
        if any(child.dep_ in ("prep", "advmod", "agent") for remark in posted for child in remark.children):
            return True
        # Whatever is done with it there, "on social media" it is a post: "a clip shared on Telegram".
        links = (link for remark in (paper, *remarks) for link in children(remark, "prep") if link.lower_ == "on")
        return any(noun.lower_ in words_of("social networks") for link in links for noun in _with_words(link))

    def testifies(self, speaker: Token) -> bool:
        """Tell who speaks on the stand: "the nurse testified", "in her testimony the nurse said", "told the court"."""
        # '"…," the clerk admitted under oath': the parser may hang the verb on the clerk.
        return any(self._is_sworn(verb) for verb in (speaker.head, *children(speaker, "acl")))

    def _is_sworn(self, verb: Token) -> bool:
        if self.role_of(verb) is RelayRole.TESTIFIES:
            return True
        nouns = [n for link in children(verb, "prep") for n in link.children]
        parts = (t for noun in nouns for t in (noun, *children(noun, "compound", "amod", "nmod")))
        if any(self.role_of(t) is RelayRole.TESTIFIES for t in parts):
            return True
        asks = any(link.lower_ == "for" for link in children(verb, "prep")) or any(children(verb, "xcomp"))
        # "Asked the court to free him": who wants something of it is no witness.
        return not asks and any(self.role_of(t) is RelayRole.HEARING for t in children(verb, "dobj", "dative"))

    def _verbs_about(self, holder: Token) -> Iterator[Token]:
        for remark in (*children(holder, *REMARKS), *_behind_comma(holder)):
            yield from conjuncts(remark)
        # "Reported that the envoy had left, citing the palace": the citing hangs on what is reported.
        clauses = children(holder, "ccomp") if holder.pos_ == "VERB" else ()
        verbs = (verb for clause in clauses for verb in _with_complements(clause))
        yield from (c for verb in verbs for c in children(verb, "advcl") if self.only_cites(c))
        # "reported, citing papers, that …": the parser hangs the citing on the clause.
        end = holder.i if holder.pos_ == "VERB" else holder.right_edge.i
        if end + 2 < len(holder.doc) and holder.doc[end + 1].text == ",":
            second = holder.doc[end + 2]
            yield from (t for t in [second] if t.tag_ == "VBG" and t.head != holder)
        # "…, a copy of which was seen by Reuters"
        for copy in children(holder, "appos", "dep"):
            yield from children(copy, *REMARKS)


def _with_complements(verb: Token) -> Iterator[Token]:
    """Yield a verb and the infinitives below it: "was *planning* to *ask* Russia", on which a last clause may hang."""
    yield verb
    for below in children(verb, "xcomp"):
        yield from _with_complements(below)


def _misread_remark(paper: Token) -> Iterator[Token]:
    """Yield the participle of "videos *shared* on social media showed …", which the parser takes for a first verb."""
    verb = paper.head
    if paper.dep_ == "nsubj" and verb.i == paper.i + 1 and verb.tag_ == "VBD" and not any(children(verb, "cc")):
        yield from (verb for _ in children(verb, "conj"))


def _with_words(link: Token) -> Iterator[Token]:
    """Yield the nouns behind a preposition with the words before them: "on *social* media"."""
    for noun in children(link, "pobj"):
        yield from (*conjuncts(noun), *children(noun, "amod", "compound"))


def _behind_comma(paper: Token) -> Iterator[Token]:
    """Yield the participles of "minutes of the meeting, *seen* by Le Monde", which the parser hangs on the meeting."""
    nouns = (noun for link in children(paper, "prep") if link.lower_ == "of" for noun in children(link, "pobj"))
    return (verb for noun in nouns for verb in children(noun, "acl") if verb.nbor(-1).text == ",")


def _agents(verb: Token) -> Iterator[Token]:
    return (noun for by in children(verb, "agent") for noun in children(by, "pobj"))


def _who_saw(verb: Token, entry: RelayVerb) -> Iterator[Token]:
    """Yield who got hold of "a memo *that Reuters has seen*"."""
    if entry.role is RelayRole.RELAY and verb.dep_ == "relcl" and "by" in entry.links and not is_passive(verb):
        yield from (noun for noun in children(verb, "nsubj") if noun.pos_ in ("NOUN", "PROPN"))


def _who_has_access(paper: Token) -> Iterator[Token]:
    """Yield who read "a report, *to which Le Monde had access*"."""
    clauses = (t for t in paper.subtree if t.dep_ == "relcl" and any(n.lower_ == "access" for n in children(t, "dobj")))
    yield from (noun for verb in clauses for noun in children(verb, "nsubj") if noun.pos_ in ("NOUN", "PROPN"))


def _referred_to(holder: Token) -> Iterator[Token]:
    """Yield on whom somebody rests who speaks "with reference to" him."""
    links = (link for link in children(holder, "prep") if link.lower_ in ("with", "in"))
    nouns = (noun for link in links for noun in children(link, "pobj") if noun.lower_ == "reference")
    yield from (who for noun in nouns for to in children(noun, "prep") for who in children(to, "pobj"))


def _linked(verb: Token, entry: RelayVerb) -> Iterator[Token]:
    if not entry.links:
        yield from (noun for noun in objects(verb)[:1] if noun.i > verb.i)
        return
    for link in children(verb, "agent", "prep", "dative"):
        if link.lower_ in entry.links:
            yield from children(link, "pobj")


def issuer_of(paper: Token) -> Token | None:
    """Return who issued a paper: its owner, or the noun after "by" and "from"."""
    # A verb taken for a plural takes the owner too: "the Bank's outlook *projects* that …".
    holders = (paper, paper.head) if paper.dep_ == "compound" else (paper,)
    owner = next((owner for holder in holders for owner in children(holder, "poss")), None)
    if owner is not None:
        return owner
    links = (c for c in paper.children if c.lower_ in ISSUING)
    return next((noun for link in links for noun in children(link, "pobj")), None)
