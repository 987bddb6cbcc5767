"""Verbs of saying that the parser misses: '…, the Mail reports, citing …', "the outlook projects that …".

Read by the order of the words alone, and only where no rule over the parse finds anything.
"""

from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import source_span, trim
from reportedly.language.annotated import AnnotatedText
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.records import SourceKind, Span

#: Tags that a finite verb of saying is given, rightly or not.
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "NNS"})
#: What a short subject is made of.
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "CCONJ"})
BODIES = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.WIRE})
#: The longest subject between a comma and its verb has so many words.
LONGEST = 7
#: What may follow the verb of a parenthetical: a mark, a preposition, a participle.
AFTER = frozenset({"PUNCT", "ADP", "SCONJ"})


def propose_inverted(verb: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what "…, *found the harbour society*" says, whose verb the parser coordinates with the one before.

    It closes its sentence, but for what is added to who says it, and has neither a subject nor an "and" of its own.
    """
    source = next(children(verb, "dobj"), None) if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ") else None
    if source is None or source.left_edge.i != verb.i + 1 or verb.nbor(-1).text != "," or verb.left_edge != verb:
        return None
    said = lexicon.verbs.get(lemma_of(verb), ())
    cue = next((c for c in said if len(c.words) == 1 and Complement.CLAUSE in c.takes), None)
    behind = verb.doc[source.right_edge.i + 1 : verb.sent.end]
    below = {source, *(t for c in children(verb, "dobj", "prep", "npadvmod") for t in c.subtree)}
    alone = all(t.is_punct or t.is_space or t in below for t in behind)
    if cue is None or not alone or not _can_say(source, lexicon) or not any(children(verb.head, "nsubj", "nsubjpass")):
        return None
    span = trim(annotated.article.text, (verb.head.left_edge.idx, verb.nbor(-1).idx))
    who = source_span(source, annotated.article.text)
    spans = ((verb.idx, verb.idx + len(verb)),)
    return None if span is None or who is None else Proposal(cue, verb, spans, (span,), verb.head, source, who)


def _can_say(noun: Token, lexicon: AttributionLexicon) -> bool:
    owner = next(children(noun, "poss"), None)
    entry = lexicon.kinds.noun_of(noun) or (None if owner is None else lexicon.kinds.noun_of(owner))
    body = entry is not None and (entry.human or entry.kind in BODIES)
    return body or noun.ent_type_ in ("PERSON", "ORG")


def propose_misread(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what a verb of saying attributes by its place in the sentence."""
    if token.i == 0 or (token.tag_ not in FINITE and not _agrees(token)):
        return None
    cue = next((c for c in lexicon.verbs.get(lemma_of(token), ()) if len(c.words) == 1), None)
    if cue is None:
        return None
    return _closing(token, cue, annotated) or _opening(token, cue, annotated)


def _agrees(verb: Token) -> bool:
    """Tell "…, receipts *show*", which the parser takes for a show of receipts."""
    return verb.tag_ == "NN" and verb.dep_ == "ROOT" and verb.nbor(-1).tag_ == "NNS"


def _closing(verb: Token, cue: Cue, annotated: AnnotatedText) -> Proposal | None:
    """Read "…, the Mail reports" at the end of its sentence or before a comma."""
    first = _subject_start(verb)
    if Complement.CLAUSE not in cue.takes or first is None or first.i == verb.sent.start or not _may_follow(verb):
        return None
    before = first.nbor(-1)
    if before.text not in (",", "”", '"') or before.i <= verb.sent.start:
        return None
    return _proposal(verb, cue, first, (_behind_label(verb).idx, before.idx), annotated)


def _behind_label(verb: Token) -> Token:
    """Return where a sentence begins behind a label such as "Exclusive:"."""
    first = verb.sent[0]
    labelled = first.i + 2 < verb.i and first.nbor(1).text == ":"
    return first.nbor(2) if labelled else first


def _opening(noun: Token, cue: Cue, annotated: AnnotatedText) -> Proposal | None:
    """Read "the bulletin lists nine breaches", the verb taken for a plural and the sentence for a phrase."""
    if noun.tag_ != "NNS" or noun.dep_ != "ROOT" or noun.i + 1 >= noun.sent.end:
        return None
    first = noun.sent[0]
    after = noun.nbor(1)
    opens_clause = after.lower_ == "that" and Complement.CLAUSE in cue.takes
    objects = any(children(noun, "dobj")) and Complement.NOUN_PHRASE in cue.takes
    if not (opens_clause or objects) or noun.nbor(-1).dep_ != "compound":
        return None
    return _proposal(noun, cue, first, (after.idx, noun.sent.end_char), annotated)


def _subject_start(verb: Token) -> Token | None:
    """Return the first word of the short noun phrase right before a verb."""
    first = verb
    while first.i > verb.sent.start and verb.i - first.i < LONGEST:
        before = first.nbor(-1)
        inside = before.text == "&" or (before.text == "-" and not before.whitespace_)  # "ex-pilot"
        if before.pos_ not in NOMINAL and not inside:
            break
        first = before
    return first if first != verb and verb.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON") else None


def _may_follow(verb: Token) -> bool:
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    return after is None or after.pos_ in AFTER or after.is_space


def _proposal(verb: Token, cue: Cue, first: Token, content: Span, annotated: AnnotatedText) -> Proposal | None:
    text = annotated.article.text
    span = trim(text, content)
    last = verb.nbor(-1)
    source = trim(text, (first.idx, last.idx + len(last)))
    if span is None or source is None:
        return None
    words = annotated.doc.char_span(*span, alignment_mode="expand")
    head = None if words is None else words.root
    return Proposal(cue, verb, ((verb.idx, verb.idx + len(verb)),), (span,), head, last, source)
