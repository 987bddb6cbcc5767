"""The hops of a claim's own chain: who relays it, who says it, on whose authority.

Nearest the reader first: the outlet that was told or got hold of the paper, who wrote it, the speaker or the paper,
then whom these cite. A statement is how its author speaks, so that the author stands for it; a report or a memo is a
source of its own. The chain of the claim around it, if any, goes before all of these.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from reportedly.attribution.chain_steps import (
    FIRST_PERSON,
    antecedent,
    as_written,
    has_capital,
    inside,
    is_own_voice,
    modifiers,
    opens_relative,
    quoters,
    quoting_verb,
)
from reportedly.attribution.hops import MEDIA, HopReader, unnamed_source
from reportedly.attribution.kind_words import KindEntry
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.papers import RelayRole, issuer_of
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.source_words import words_of
from reportedly.attribution.stakes import speaks_of_itself
from reportedly.attribution.subjects import source_of
from reportedly.language import word_groups
from reportedly.language.annotated import AnnotatedText
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.records import Source, SourceKind
from reportedly.resolution.actors import ActorView

PAPERS = frozenset({SourceKind.DOCUMENT, SourceKind.SOCIAL})
#: "A report in the Gazette", "a report on state radio": where it stood tells whose it is.
PLACING = frozenset({"in", "on"})
#: "Said *through* his lawyer": who speaks for another stands nearer the reader.
THROUGH = frozenset({"through", "via"})
#: A paper of which "the statement" speaks stands at most so many sentences before.
RECENT = 3


class SourceReader:
    """Finds the hops of proposals, for one text."""

    def __init__(self, annotated: AnnotatedText, actors: ActorView, lexicon: AttributionLexicon) -> None:
        self.annotated, self.lexicon = annotated, lexicon
        self._hops = HopReader(annotated, actors, lexicon)

    def hops(self, proposal: Proposal) -> tuple[Source, ...]:
        """Return the hops that a claim adds to the chain of the claim around it.

        A speaker in the first person adds none: "I" inside somebody's words is that somebody.
        """
        head = proposal.source_head
        if head is None:
            return (*self._passing_on(proposal), unnamed_source())
        citer = self._citer(head)
        head = antecedent(inside(head, proposal))
        if head.lower_ in FIRST_PERSON and self.annotated.entity_at(head) is None:
            return ()
        if proposal.cue in self.lexicon.cues.marks:
            return (self._hops.read(head, within=proposal.source),)
        cited = tuple(self._cited(proposal.cue_head))
        # "A local *paper* reports", "*L'Aube* reported, citing a clerk"
        passes_on = proposal.cue.cue == "report" and (bool(cited) or self._hops.is_newspaper(head))
        said = (*self._passing_on(proposal), *self._quoting(citer), *self._speaker(head, passes_on=passes_on))
        if said and speaks_of_itself(proposal, said[-1].kind, self.annotated):
            said = (*said[:-1], replace(said[-1], interested=True))
        spans = {source.span for source in said}
        # One citing may hang on the speaker and stand beside the verb.
        own = (*said[:-1], *(as_written(source, head, proposal) for source in said[-1:]))
        return (*own, *(source for source in cited if source.span not in spans))

    def _passing_on(self, proposal: Proposal) -> Iterator[Source]:
        """Yield the outlets that pass the words on, then who quotes or speaks for the speaker."""
        quoter = quoting_verb(proposal.cue_head)
        yield from self._learner(proposal)
        yield from self._shown_in(proposal.cue_head)
        yield from self._media(proposal)
        links = (link for link in children(proposal.cue_head, "prep") if link.lower_ in THROUGH)
        for noun in (noun for link in links for noun in children(link, "pobj") if self._can_speak(noun)):
            yield self._spokesman(self._hops.read(noun), noun, proposal)
        if quoter is not None:
            yield from (hop for t in quoters(quoter) for hop in self._speaker(t, passes_on=True))

    def _shown_in(self, verb: Token) -> Iterator[Source]:
        """Yield the paper or film of "a video *in which* a hostage says"."""
        within = (link for link in children(verb, "prep") if link.lower_ in ("in", "on"))
        opened = verb.dep_ == "relcl" and any(opens_relative(link) for link in within)
        if opened and self._hops.kind(verb.head) in PAPERS:
            yield self._hops.read(verb.head)

    def _learner(self, proposal: Proposal) -> Iterator[Source]:
        """Yield the outlet that "*La Nación* learned from two agents"."""
        head, verb = proposal.source_head, proposal.cue_head
        if head is not None and head.dep_ == "pobj" and head.head.lower_ == "from" and head.head.head == verb:
            outlet = source_of(verb)
            if outlet is not None and self._hops.is_medium(outlet, passes_on=True):
                yield self._hops.read(outlet, passes_on=True)

    def _spokesman(self, source: Source, noun: Token, proposal: Proposal) -> Source:
        """Give "a spokesman" through whom somebody speaks that one's kind."""
        entry, head = self.lexicon.kinds.noun_of(noun), proposal.source_head
        if entry is None or not entry.speaks or head is None or source.kind is not SourceKind.PERSON:
            return source
        return replace(source, kind=self._hops.kind(antecedent(head)))

    def _can_speak(self, noun: Token) -> bool:
        entry = self.lexicon.kinds.noun_of(noun)
        return (entry is not None and entry.human) or noun.ent_type_ == "PERSON"

    def _speaker(self, head: Token, *, passes_on: bool = False) -> Iterator[Source]:
        """Yield who got hold of the words, who says them, whom he rests on.

        Who quotes others and has an unknown name is an outlet.
        """
        cited = list(self._cited(head))
        # "The paper quoted an aide": a newspaper.
        is_paper = self._hops.kind(head) in PAPERS and not (passes_on and self._hops.is_newspaper(head))
        relays = (t for t in self._parties(head, RelayRole.RELAY) if t != head and not is_own_voice(t))
        relays = (t for t in relays if is_paper or self._hops.is_medium(t, passes_on=True))
        yield from (self._hops.read(t, passes_on=True) for t in relays)
        if is_paper:
            yield from self._paper(head)
        else:
            yield self._hops.read(head, passes_on=passes_on or bool(cited))
        yield from cited

    def _citer(self, pronoun: Token) -> Token | None:
        """Return the verb that "citing" hangs on, should a relative pronoun take up whom it cites."""
        cited = pronoun.head.head if pronoun.lower_ in ("who", "which") and pronoun.head.dep_ == "relcl" else None
        citing = None if cited is None or cited.dep_ != "dobj" else cited.head
        return citing.head if citing is not None and self.lexicon.relays.only_cites(citing) else None

    def _quoting(self, verb: Token | None) -> Iterator[Source]:
        """Yield who rests on others that are heard themselves: "*Lusa* reported, citing two aides *who said* …"."""
        head = None if verb is None else source_of(verb)
        if head is not None and head.lower_ not in FIRST_PERSON:
            yield self._hops.read(antecedent(head), passes_on=True)

    def _cited(self, holder: Token) -> Iterator[Source]:
        """Yield whom a speaker cites: "CNN reported, citing two officials"; a ground for acting is nobody."""
        for token in self._parties(holder, RelayRole.CITES):
            if token.ent_type_ or token.lower_ not in word_groups.words_of("grounds for acting"):
                yield from self._speaker(token)

    def _parties(self, holder: Token, role: RelayRole) -> Iterator[Token]:
        return self.lexicon.relays.parties(holder, role)

    def _paper(self, paper: Token) -> Iterator[Source]:
        """Yield who wrote a paper and the paper; who made a statement, or an outlet its report, stands for it alone."""
        author = self._author(paper)
        voice = self._voice(paper)
        if author is None and voice == "author":
            author = self._author_before(paper)
        if author is None:
            compound = None if voice is None else self._compound_author(paper)
            # "A *Reuters* report" is Reuters speaking; "a *UN* report" is a paper.
            alone = compound is not None and (voice == "author" or compound.kind in MEDIA)
            yield compound if compound is not None and alone else self._hops.read(paper)
            return
        source = self._hops.read(author, passes_on=author.dep_ == "pobj" and author.head.lower_ in PLACING)
        yield source
        yield from self._cited(author)
        if voice != "author" and not (voice == "outlet" and source.kind in MEDIA):
            yield self._hops.read(paper, owned=author.dep_ == "poss")

    def _voice(self, paper: Token) -> str | None:
        entry: KindEntry | None = self.lexicon.kinds.noun_of(paper)
        return None if entry is None else entry.voice

    def _author(self, paper: Token) -> Token | None:
        """Return who wrote a paper: by a participle, its owner, "by", "from"; of a report, the outlet it stood in."""
        written = next(iter(self._parties(paper, RelayRole.AUTHOR)), None) or issuer_of(paper)
        if written is not None and written.tag_ == "PRP$" and self.annotated.entity_at(written) is None:
            written = None
        if written is not None or self._voice(paper) is None:
            return written
        return self._place_of(paper)

    def _place_of(self, paper: Token) -> Token | None:
        """Return whose outlet a report stood in, or whose channel a message."""
        links = (link for link in children(paper, "prep") if link.lower_ in PLACING)
        places = [noun for link in links for noun in children(link, "pobj")]
        channels = (noun for noun in places if self._hops.kind(noun) in PAPERS)
        owner = next((owner for channel in channels for owner in children(channel, "poss")), None)
        sites = (noun for noun in places if noun.lower_ in word_groups.words_of("places of posting"))
        of = (link for site in sites for link in children(site, "prep") if link.lower_ == "of")
        owner = owner or next((noun for link in of for noun in children(link, "pobj")), None)
        if owner is not None or self._voice(paper) != "outlet":
            return owner
        return next((noun for noun in places if self._hops.is_medium(noun, passes_on=True)), None)

    def _author_before(self, paper: Token) -> Token | None:
        """Return whose statement "the statement" is: of the paper of that name before, or who said something in it."""
        if not any(c.lower_ in ("the", "this", "that") for c in children(paper, "det")):
            return None
        earliest = paper.sent.start
        for _ in range(RECENT):
            earliest = paper.doc[earliest - 1].sent.start if earliest > 0 else 0
        before = paper.doc[earliest : paper.sent.start]
        same = next((t for t in reversed(before) if t.lemma_ == paper.lemma_ and t.pos_ == "NOUN"), None)
        if same is None:
            return self._speaker_before(paper)
        verb = next((t for t in same.ancestors if t.pos_ == "VERB"), same)  # "announced a *curfew* in a statement"
        speaker = source_of(verb) if same.dep_ in ("pobj", "dobj") and verb.pos_ == "VERB" else None
        return self._author(same) or speaker

    def _speaker_before(self, paper: Token) -> Token | None:
        """Return who spoke in the sentence before: "The bank said … *The statement* added"."""
        root = paper.doc[paper.sent.start - 1].sent.root if paper.sent.start > 0 else paper
        said = root.pos_ == "VERB" and lemma_of(root) in self.lexicon.verbs
        speaker = source_of(root) if said else None
        return None if speaker is None or self._hops.kind(speaker) in PAPERS else speaker

    def _compound_author(self, paper: Token) -> Source | None:
        """Return whose statement "a foreign ministry statement" is, named by the words before the noun."""
        body = next((c for c in children(paper, "compound", "nmod") if self._speaks(c)), None)
        if body is None:
            return None
        source = self._hops.read(body)
        before = [t for t in paper.lefts if t.dep_ in ("compound", "amod", "nmod", "poss") and t.i <= body.i]
        words = [t for c in before for t in c.subtree]
        name = source.name if body.pos_ == "PROPN" else words_of(words, self.annotated.article.text)
        return Source(name=name, span=source.span, kind=source.kind, actor=source.actor)

    def _speaks(self, noun: Token) -> bool:
        """Tell a noun before "statement" that names who makes it from one that tells its sort: "press", "peace"."""
        if noun.pos_ == "PROPN":
            return noun.lower_ not in word_groups.words_of("social networks")
        entry = self.lexicon.kinds.noun_of(noun)
        return entry is not None and entry.kind in (SourceKind.OFFICIAL, SourceKind.ORGANISATION) and not entry.human

    def _media(self, proposal: Proposal) -> Iterator[Source]:
        """Yield who passes the words on: "told CNN", "in remarks carried by Xinhua", "quoted by state media"."""
        seen = set() if proposal.source_head is None else {proposal.source_head}
        for token, passes_on in self._candidates(proposal):
            if token not in seen and token.head not in seen and self._hops.is_medium(token, passes_on=passes_on):
                seen.add(token)
                yield self._hops.read(token, passes_on=passes_on)

    def _candidates(self, proposal: Proposal) -> Iterator[tuple[Token, bool]]:
        """Yield the nouns that may name a medium, and whether they stand where only media stand."""
        verb = proposal.cue_head
        quoter = quoting_verb(verb)
        if quoter is not None:
            by = {t for agent in children(quoter, "agent") for t in agent.subtree}
            # "Was quoted as saying by the Lloyd's List"
            yield from ((t, True) for agent in children(verb, "agent") for t in children(agent, "pobj"))
            yield from ((t, False) for t in modifiers(quoter, proposal) if t not in by)
        if proposal.cue.addressee:
            told = [verb.head] if verb.dep_ == "amod" and verb.head.i > verb.i else children(verb, "dobj", "dative")
            yield from ((t, True) for t in told if not proposal.covers(t.idx))
        yield from ((t, True) for t in self._parties(verb, RelayRole.RELAY))
        # "Intimated to The Point"
        links = (link for link in children(verb, "prep", "dative") if link.lower_ == "to")
        told = (noun for link in links for noun in children(link, "pobj"))
        told = (t for t in told if t.lower_ not in word_groups.words_of("media at large"))
        yield from ((t, self.lexicon.kinds.medium_at(t, passes_on=True) is not None or has_capital(t)) for t in told)
        for token in modifiers(verb, proposal):
            yield from ((t, True) for t in self._parties(token, RelayRole.RELAY) if not is_own_voice(t))
            if self._voice(token) == "author":
                yield from ((t, True) for t in self._parties(token, RelayRole.AUTHOR))
            yield token, False
