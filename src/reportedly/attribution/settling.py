"""Which attributions are claims: somebody's words that assert, ask or promise something.

A proposal ties a content to a source in the wide sense of PolNeAR. No claim is made of one that only tells a deed done
with words ("thanked Chile", "ordered a retreat"), that says that nothing was said ("has not commented"), or that gives
the content to nobody without the text's saying so ("is expected to").
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Token

from reportedly.attribution.followers import with_followers
from reportedly.attribution.lexicon import AttributionLexicon, Complement
from reportedly.attribution.modality import Role
from reportedly.attribution.nearby import Nearby
from reportedly.attribution.papers import RelayRole
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.silence import is_negated, nobody_says, says_neither
from reportedly.attribution.spans import trim
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import Act, Factuality, SourceKind, Span

#: Without a source, these acts are hearsay ("is said to", "was accused of"); others tell a schedule or a deed.
HEARSAY = frozenset({Act.SAY, Act.REPORT, Act.ALLEGE, Act.THINK})
#: In a passive without an agent, only what is said of the subject makes hearsay of the verb.
SAID_OF_SUBJECT = frozenset({Complement.CLAUSE, Complement.INFINITIVE, Complement.GERUND})
NOMINAL = frozenset({"dobj", "pobj", "nsubjpass", "dative", "nsubj"})
#: A title in quotation marks has a capital on most of its words.
TITLE_SHARE = 0.6


def settle(
    proposals: Sequence[Proposal], annotated: AnnotatedText, *, lexicon: AttributionLexicon
) -> tuple[Proposal, ...]:
    """Return the proposals that are claims, with the sentences that go on with them.

    Args:
        proposals: Whoever proposed them.
        annotated: The text.
        lexicon: The cues.
    """
    proposals = [p for p in proposals if not _is_thought_of_clause(p)]
    room = _Room(tuple(proposals), annotated, lexicon)
    kept = [_with_act(room.within_clause(p), annotated, lexicon) for p in proposals if room.is_claim(p)]
    return with_followers(kept, annotated, lexicon=lexicon)


def _is_thought_of_clause(proposal: Proposal) -> bool:
    """Tell "*whoever cut the cable* knew": a clause names nobody who thinks."""
    head = proposal.source_head
    return head is not None and head.dep_ == "csubj" and proposal.cue.act is Act.THINK


def _with_act(proposal: Proposal, annotated: AnnotatedText, lexicon: AttributionLexicon) -> Proposal:
    """Return a proposal with the act that its words or its source make of it.

    Who calls a report false denies it; an indictment alleges, data reveal.
    """
    if _calls_untrue(proposal, annotated, lexicon):
        denying = {"act": Act.DENY, "stance": Factuality.CT_MINUS}
        return replace(proposal, cue=proposal.cue.model_copy(update=denying))
    source = proposal.source_head
    entry = None if source is None else lexicon.kinds.noun_of(source)
    if entry is None or entry.kind is not SourceKind.DOCUMENT:
        return proposal
    act = Act.ALLEGE if entry.alleges and proposal.cue.act in (Act.SAY, Act.REVEAL) else proposal.cue.act_of_papers
    return proposal if act is None else replace(proposal, cue=proposal.cue.model_copy(update={"act": act}))


def _calls_untrue(proposal: Proposal, annotated: AnnotatedText, lexicon: AttributionLexicon) -> bool:
    """Tell "called the report false", "described it as an invention"."""
    if Complement.PREDICATE not in proposal.cue.takes or proposal.cue.act is not Act.SAY:
        return False
    spans = (annotated.doc.char_span(*span, alignment_mode="expand") for span in proposal.content)
    words = [token for span in spans if span is not None for token in span]
    nouns = lexicon.cues.claim_nouns | words_of("standing for a claim")
    untrue = any(t.lemma_.lower() in words_of("words of denial") for t in words)
    return untrue and any(t.lemma_.lower() in nouns or t.lower_ in nouns for t in words)


def form_of(proposal: Proposal, annotated: AnnotatedText) -> Complement:
    """Return what form the content of a proposal has."""
    head = proposal.content_head
    quoted = (q for span in proposal.content for q in annotated.quotations_in(span))
    if head is None or any(proposal.covers(q.inner[0]) and not _inside(q.span, proposal) for q in quoted):
        return Complement.QUOTATION
    if _has_gerund(proposal):
        return Complement.GERUND
    if head.dep_ in NOMINAL and head.pos_ not in ("VERB", "AUX"):
        named = Complement.PREDICATE in proposal.cue.takes and _has_as(head, proposal)
        return Complement.PREDICATE if named else Complement.NOUN_PHRASE
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in head.children):
        return Complement.INFINITIVE
    if head.dep_ == "oprd":
        return Complement.PREDICATE
    gerund = head.tag_ == "VBG" and not any(children(head, "aux", "nsubj"))
    return Complement.GERUND if gerund else Complement.CLAUSE


def _length(proposal: Proposal) -> int:
    return sum(end - start for start, end in proposal.content)


def _has_gerund(proposal: Proposal) -> bool:
    """Tell "accused of bombing", where the content hangs on the accused and the deed on the preposition."""
    links = children(proposal.cue_head, "prep")
    return any(c.tag_ == "VBG" and proposal.covers(c.idx) for link in links for c in children(link, "pcomp"))


def _inside(span: tuple[int, int], proposal: Proposal) -> bool:
    """Tell whether the cue itself stands inside a quotation."""
    return span[0] <= proposal.cue_head.idx < span[1]


def _has_as(head: Token, proposal: Proposal) -> bool:
    links = (*head.children, *proposal.cue_head.children)
    return any(c.lower_ == "as" and proposal.covers(c.idx) for c in links)


@dataclass(frozen=True)
class _Room:
    """One text's proposals, to be judged beside each other."""

    proposals: tuple[Proposal, ...]
    annotated: AnnotatedText
    lexicon: AttributionLexicon

    def is_claim(self, proposal: Proposal) -> bool:
        form = form_of(proposal, self.annotated)
        return not (
            self._is_deed(proposal, form)
            or self._says_nothing(proposal, form)
            or self._is_unreal(proposal)
            or self._is_unsourced(proposal, form)
            or self._is_thought_inside(proposal, form)
            or self._is_denied_noun(proposal)
            or self._stands_in_title(proposal)
            or self._is_part_of_cue(proposal)
            or self._is_tangled(proposal)
            or self._only_quotes(proposal)
            or (form is not Complement.QUOTATION and self.lexicon.relays.only_cites(proposal.cue_head))
            or self._keeps_name_back(proposal, form)
        )

    @cached_property
    def _by_content(self) -> Nearby[Proposal]:
        return Nearby(self.proposals, lambda p: p.content)

    @cached_property
    def _by_cue(self) -> Nearby[Proposal]:
        return Nearby(self.proposals, lambda p: (*p.cue_spans, (p.cue_head.idx, p.cue_head.idx + 1)))

    @cached_property
    def _denied_heads(self) -> frozenset[Token]:
        denials = (p for p in self.proposals if p.cue.act is Act.DENY)
        return frozenset(p.content_head for p in denials if p.content_head is not None)

    def _around(self, position: int, proposal: Proposal) -> Iterator[Proposal]:
        """Yield the other proposals whose content covers a position."""
        near = self._by_content.around((position, position + 1))
        return (p for p in near if p is not proposal and p.covers(position))

    def within_clause(self, proposal: Proposal) -> Proposal:
        """End a content at a semicolon behind which another voice is heard: "A says X; *B denies Y*"."""
        spans = tuple(self._before_semicolon(proposal, span) for span in proposal.content)
        return proposal if spans == proposal.content else replace(proposal, content=spans)

    def _before_semicolon(self, proposal: Proposal, span: Span) -> Span:
        text, (start, end) = self.annotated.article.text, span
        for at in (i for i in range(start + 1, end) if text[i] == ";"):
            if self.annotated.quotation_at(at) is None and self._is_voice_in(at, end, proposal):
                return trim(text, (start, at)) or span
        return span

    def _is_voice_in(self, start: int, end: int, proposal: Proposal) -> bool:
        """Tell whether another source or a doubt stands in a stretch of the text."""
        own = proposal.cue_head
        near = self._by_cue.around((start, end))
        cues = (p.cue_head for p in near if p.source_head is not None and start < p.source_head.idx < end)
        tail = self.annotated.doc.char_span(start, end, alignment_mode="contract")
        doubted = any(self.lexicon.doubts.is_doubt(t) for t in tail or ())
        return doubted or any(start < cue.idx < end and cue != own for cue in cues)

    def _is_deed(self, proposal: Proposal, form: Complement) -> bool:
        if form not in proposal.cue.deeds:
            return False
        # What a letter asks for is words, whatever their form.
        links = children(proposal.cue_head, "prep")
        places = (noun for link in links if link.lower_ == "in" for noun in children(link, "pobj"))
        return not any(self._is_paper(noun) for noun in (proposal.source_head, *places) if noun is not None)

    def _is_paper(self, noun: Token) -> bool:
        entry = self.lexicon.kinds.noun_of(noun)
        return entry is not None and entry.kind is SourceKind.DOCUMENT

    def _is_part_of_cue(self, proposal: Proposal) -> bool:
        """Tell the "deny" of "neither confirm nor deny" from a denial."""
        at = proposal.cue_head.idx
        near = self._by_cue.around((at, at + 1))
        others = (p for p in near if p is not proposal and len(p.cue.words) > len(proposal.cue.words))
        return any(start <= at < end for p in others for start, end in p.cue_spans)

    def _only_quotes(self, proposal: Proposal) -> bool:
        """Tell "quoted" before "as saying": whoever quotes passes on what the other says."""
        if self.lexicon.relays.role_of(proposal.cue_head) is not RelayRole.CITES:
            return False
        verb = proposal.cue_head
        near = self._by_cue.around(*proposal.content, (verb.idx, verb.right_edge.idx + 1))
        holders = (verb, *children(verb, "dobj"))
        pcomps = (p.cue_head for p in near if p.cue_head.dep_ == "pcomp")
        return any(proposal.covers(saying.idx) or saying.head.head in holders for saying in pcomps)

    def _is_tangled(self, proposal: Proposal) -> bool:
        """Tell a cue inside another's content that takes that other's cue for its own content: a misread headline."""
        around = self._around(proposal.cue_head.idx, proposal)
        return any(proposal.covers(p.cue_head.idx) and _length(p) > _length(proposal) for p in around)

    def _keeps_name_back(self, proposal: Proposal, form: Complement) -> bool:
        """Tell "asked not to be named", "asked that her name not be used": said of the source, it says nothing."""
        head = proposal.content_head
        if (
            form is Complement.CLAUSE
            and proposal.cue.act is Act.ASK
            and head is not None
            and any(children(head, "neg"))
        ):
            return any(t.lemma_.lower() in self.lexicon.kinds.asked for t in head.subtree)
        return form in (Complement.INFINITIVE, Complement.QUOTATION) and (
            head is not None and head.lemma_.lower() in self.lexicon.kinds.asked and head.dep_ == "xcomp"
        )

    def _says_nothing(self, proposal: Proposal, form: Complement) -> bool:
        """Tell "did not comment", "nobody confirmed the toll" from "did not say whether"."""
        if nobody_says(proposal) or self.lexicon.doubts.is_doubt(proposal.cue_head):
            return True
        if not is_negated(proposal.cue_head, self.lexicon) or "nor" in proposal.cue.words:
            return False
        if proposal.cue.act is Act.DENY and not says_neither(proposal.cue_head, self.lexicon):
            return False
        return form not in (Complement.CLAUSE, Complement.QUOTATION) or proposal.cue.act is Act.THINK

    def _is_unreal(self, proposal: Proposal) -> bool:
        """Tell a saying that is only wished for or supposed: "should fear", "if he says"."""
        for child in proposal.cue_head.children:
            role = {"aux": Role.AUXILIARY, "mark": Role.MARK}.get(child.dep_)
            word = None if role is None else self.lexicon.modality.find(role, child.lower_)
            if word is not None and word.modality is not None and child.lower_ not in ("will", "would", "'ll"):
                return not is_negated(proposal.cue_head, self.lexicon)
        return False

    def _is_unsourced(self, proposal: Proposal, form: Complement) -> bool:
        if proposal.source_head is not None or proposal.cue_head.pos_ not in ("VERB", "AUX"):
            return False
        if proposal.cue.raising:
            return True
        if proposal.cue.addressee and form is Complement.CLAUSE and proposal.cue.act is not Act.ASK:
            return False  # "villagers were warned that"
        if proposal.cue.act is Act.ALLEGE and len(proposal.cue.words) > 1:
            return False
        guessed = proposal.cue.act is Act.THINK and proposal.cue.stance is not Factuality.CT_PLUS
        if form is Complement.PREDICATE and (proposal.cue.act is Act.REPORT or guessed):
            return False  # "were reported missing", "are feared dead"
        return proposal.cue.act not in HEARSAY or form not in SAID_OF_SUBJECT

    def _is_thought_inside(self, proposal: Proposal, form: Complement) -> bool:
        """Tell what a pronoun thinks or shows inside somebody's words: "they want peace", "it shows that"."""
        head = proposal.source_head
        if form is Complement.QUOTATION and proposal.content_head is None:
            return False  # “He told me, ‘Sign it’”
        if head is None or head.pos_ != "PRON" or head.lower_ in ("who", "which", "that", "whom"):
            return False
        if any(link.lower_ == "of" for link in children(head, "prep")):
            return False  # "another of the leaders"
        around = list(self._around(proposal.cue_head.idx, proposal))
        if not around:
            return False
        mine = self.annotated.entity_at(head)
        outer = {id(self.annotated.entity_at(p.source_head)) for p in around if p.source_head is not None}
        return mine is None or (id(mine) in outer and proposal.cue.act is Act.THINK)

    def _is_denied_noun(self, proposal: Proposal) -> bool:
        """Tell "rejected *the allegation that* …": the rejecting is the claim, and the noun none of its own."""
        noun = proposal.cue_head
        if noun.pos_ != "NOUN" or proposal.source_head is not None:
            return False
        return noun in self._denied_heads

    def _stands_in_title(self, proposal: Proposal) -> bool:
        """Tell a cue inside a title: the novel "The Ministry Denies Everything"."""
        quotation = self.annotated.quotation_at(proposal.cue_head.idx)
        if quotation is None or any(True for _ in self._around(quotation.inner[0], proposal)):
            return False
        words = [w for w in self.annotated.words(quotation.inner).split() if w[0].isalpha()]
        capitals = sum(w[0].isupper() for w in words)
        return len(words) > 1 and capitals >= TITLE_SHARE * len(words)
