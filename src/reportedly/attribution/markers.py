"""Attributions without a verb of saying: "according to", "reportedly", "the claim that", "is confident that"."""

from spacy.tokens import Token

from reportedly.attribution.complements import is_finite
from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.attribution.papers import RelayRole
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import content_spans, cue_spans, source_span
from reportedly.attribution.subjects import source_of, subject_of
from reportedly.language.annotated import AnnotatedText
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.records import Span


def propose_preposition(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what "according to X" or a participle such as "citing X" attributes to X."""
    for cue in lexicon.prepositions.get(token.lower_, ()):
        words = _run(token, cue)
        if words is None:
            continue
        source_head = next(children(words[-1], "pobj", "dobj", "pcomp"), None)
        clause = clause_of(token)
        if clause is not None and _tells_of_speaker(token, clause, lexicon):
            return None  # "CNN reported, citing two officials": whom CNN cites stands in the chain of its own claim
        if source_head is None or clause is None or _is_idiom(source_head, cue):
            continue
        tokens = set(clause.subtree) - set(token.subtree) - _cited_behind(source_head)
        spans = content_spans(tokens, annotated, cue=token)
        if spans:
            source = source_span(source_head, annotated.article.text, without=tokens)
            return Proposal(cue, token, cue_spans(words), spans, clause, source_head, source)
    return None


def _cited_behind(source_head: Token) -> set[Token]:
    """Return the words of ", quoting the governor" behind a source, wherever the parser hung them."""
    after = source_head.right_edge.i + 1
    if after + 1 >= len(source_head.doc):
        return set()
    comma, verb = source_head.doc[after], source_head.doc[after + 1]
    return {comma, *verb.subtree} if comma.text == "," and verb.tag_ == "VBG" else set()


def _is_idiom(noun: Token, cue: Cue) -> bool:
    """Tell "went according to plan": a bare noun that says nothing."""
    return noun.lemma_.lower() in cue.unless and not any(children(noun, "det", "poss"))


def _tells_of_speaker(token: Token, clause: Token, lexicon: AttributionLexicon) -> bool:
    """Tell a participle that hangs on a verb of saying or on its subject from one that stands for the verb."""
    if lexicon.relays.role_of(token) is not RelayRole.CITES:
        return False
    if token.tag_ == "VBG" and token.i > 1 and token.nbor(-1).text == "," and lemma_of(token.nbor(-2)) in lexicon.verbs:
        return token.nbor(-2).pos_ == "VERB"
    if token.tag_ == "VBG" and token.i > 1 and token.nbor(-1).text == "," and _is_source(token.nbor(-2), lexicon):
        return True
    if token.tag_ != "VBG" or lemma_of(clause) not in lexicon.verbs:
        return False
    return token.dep_ == "advcl" or token.head == subject_of(clause)


def _is_source(noun: Token, lexicon: AttributionLexicon) -> bool:
    """Tell the noun of "according to the agency", with "quoting the governor" behind it."""
    head = noun.head if noun.dep_ in ("compound", "appos") else noun
    link = head.head
    return head.dep_ == "pobj" and any(
        link.lower_ == cue.words[-1] for cues in lexicon.prepositions.values() for cue in cues
    )


def _run(token: Token, cue: Cue) -> tuple[Token, ...] | None:
    """Return the tokens of a fixed phrase that begins at a token."""
    words = tuple(token.doc[token.i : token.i + len(cue.words)])
    return words if tuple(t.lower_ for t in words) == cue.words else None


def clause_of(token: Token) -> Token | None:
    """Return the head of the clause that a phrase hangs on, coordinated clauses taken together."""
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    while head.dep_ == "conj" and head.head.pos_ in ("VERB", "AUX") and subject_of(head) is not None:
        head = head.head
    return None if head == token else head


def propose_adverb(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return the clause that "reportedly" or "allegedly" gives to a source without a name."""
    cue = next(iter(lexicon.adverbs.get(token.lower_, ())), None)
    if cue is None or token.head == token:
        return None
    head = token.head
    if head.dep_ in ("acl", "amod") and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
        head = head.head
    spans = content_spans(_own_clause(head) - {token}, annotated, cue=token)
    return Proposal(cue, token, cue_spans([token]), spans, head, None, None) if spans else None


def _own_clause(head: Token) -> set[Token]:
    """Return a clause without the clauses coordinated with it and without a relative pronoun's antecedent."""
    tokens = set(head.subtree)
    for child in head.children:
        if child.dep_ == "conj" and subject_of(child) is not None or child.dep_ in ("parataxis", "cc"):
            tokens -= set(child.subtree)
    return tokens


def propose_phrase(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what "on suspicion of" and the like say of the subject without saying who says it."""
    for cue in lexicon.phrases.get(token.lower_, ()):
        words = _run(token, cue)
        content = None if words is None else next(children(words[-1], "pcomp", "pobj"), None)
        clause = clause_of(token)
        if words is None or content is None or clause is None:
            continue
        subject = subject_of(clause)
        tokens = {*content.subtree, *(subject.subtree if subject is not None else ())}
        spans = content_spans(tokens, annotated, cue=token)
        if spans:
            return Proposal(cue, token, cue_spans(words), spans, content, None, None)
    return None


def propose_attributive(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return the deed that "alleged" or "reported" before its noun gives to a source without a name."""
    cue = next(iter(lexicon.attributives.get(token.lower_, ())), None)
    noun = token.head
    if cue is None or token.dep_ != "amod" or noun.pos_ != "NOUN" or noun.i < token.i:
        return None
    entry = lexicon.kinds.noun_of(noun)
    if entry is not None or noun.tag_ == "NNS" and not any(children(noun, "prep", "acl", "relcl")):
        return None  # "alleged smugglers" are people; whom the word doubts stands in the actor
    tokens = {t for t in noun.subtree if t.i > token.i}
    spans = content_spans(tokens, annotated, cue=token)
    return Proposal(cue, token, cue_spans([token]), spans, noun, None, None) if spans else None


def propose_noun(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what "X's claim that …" or "X made a promise to …" attributes to X."""
    cue = next(iter(lexicon.nouns.get(token.lemma_.lower(), ())), None)
    if cue is None or token.pos_ != "NOUN":
        return None
    clause = next((c for c in children(token, "acl", "ccomp", "relcl", "xcomp") if _fits(c, cue)), None)
    if clause is None or _is_place_of_saying(token, lexicon):
        return None
    source_head = _owner(token, lexicon=lexicon)
    if source_head is None and not is_finite(clause):
        return None
    source = None if source_head is None else source_span(source_head, annotated.article.text, without=_owned(token))
    spans = content_spans(clause.subtree, annotated, cue=token)
    return Proposal(cue, token, cue_spans([token]), spans, clause, source_head, source) if spans else None


def _is_place_of_saying(noun: Token, lexicon: AttributionLexicon) -> bool:
    """Tell "said *in a report* that …", where the clause is what was said."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun
    entries = lexicon.verbs.get(lemma_of(verb), ()) if verb.pos_ == "VERB" else ()
    return any(Complement.CLAUSE in entry.takes for entry in entries) and not any(children(verb, "ccomp", "dobj"))


def _owned(token: Token) -> list[Token]:
    return [t for t in token.subtree if (t.dep_ == "case" and t.head.head == token) or t.i >= token.i]


def _fits(clause: Token, cue: Cue) -> bool:
    if clause.left_edge.lower_ == "to" and clause.left_edge.dep_ == "aux":
        return Complement.INFINITIVE in cue.takes
    opening = clause.left_edge
    # In "the report that cited logs" the "that" is who cites, and the clause tells which report.
    return Complement.CLAUSE in cue.takes and opening.lower_ == "that" and opening.dep_ != "nsubj" and is_finite(clause)


def _owner(noun: Token, *, lexicon: AttributionLexicon) -> Token | None:
    """Return whose word a noun is: its possessor, its author after "by", the subject of "made the claim"."""
    possessor = next(children(noun, "poss"), None)
    if possessor is not None:
        return possessor
    by = next((c for c in children(noun, "prep", "agent") if c.lower_ in ("by", "from", "among")), None)
    if by is not None:
        return next(children(by, "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in lexicon.cues.light_verbs:
        return source_of(verb)
    return None


def propose_adjective(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what "X is confident that …" attributes to X."""
    cue = next(iter(lexicon.adjectives.get(token.lower_, ())), None)
    if cue is None or token.dep_ not in ("acomp", "ROOT", "oprd"):
        return None
    verb = token.head
    clause = next((c for c in (*children(token, "ccomp", "acl"), *children(verb, "ccomp")) if is_finite(c)), None)
    source_head = subject_of(verb)
    if clause is None or source_head is None or clause.i < token.i:
        return None
    source: Span | None = source_span(source_head, annotated.article.text)
    spans = content_spans(clause.subtree, annotated, cue=token)
    return Proposal(cue, token, cue_spans([token]), spans, clause, source_head, source) if spans else None
