"""Attributions by verbs: "said that", "vowed to", "called for", "is said to", quotations before, after and around."""

from spacy.tokens import Token

from reportedly.attribution.complements import Content, find_content
from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.attribution.namings import find_naming, opens_with_what
from reportedly.attribution.papers import RelayRole
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.quoting import quotation_within, quotations_said
from reportedly.attribution.spans import content_spans, cue_spans, merged, source_span
from reportedly.attribution.subjects import source_of, subject_of
from reportedly.language.annotated import AnnotatedText
from reportedly.language.arguments import is_passive
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children, hanging
from reportedly.records import Act, Factuality, SourceKind

#: How far the later words of a cue may stand from its verb: "accused the former governor of the province of …".
REACH = 15
#: "Said to be its owner": without an agent, these tell of hearsay.
HEARSAY = frozenset({Act.SAY, Act.REPORT, Act.THINK, Act.ALLEGE})
PARENTHETICAL = frozenset({"parataxis", "ccomp", "advcl", "dep", "conj", "appos"})


def propose_verb(verb: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what a verb attributes to somebody, if it does.

    The entries for its lemma are tried from the longest phrase to the verb alone, until one finds content.
    """
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    for cue in lexicon.verbs.get(lemma_of(verb), ()):
        extra = phrase_words(verb, cue)
        if extra is not None:
            proposal = _with_cue(verb, cue, extra, annotated, lexicon)
            if proposal is not None:
                return proposal
    return None


def phrase_words(verb: Token, cue: Cue) -> tuple[Token, ...] | None:
    """Return the tokens of a cue's further words, or None when one of them is missing.

    Each must hang on the verb or on a word of the cue before it, after the verb and within reach.
    """
    found: list[Token] = []
    if len(cue.words) > 1 and any(c.lower_ not in cue.words for c in children(verb, "prt")):
        return None  # "called off its strike on Monday" calls on nobody
    for word in cue.words[1:]:
        holders = (*reversed(found), verb, *children(verb, "dobj", "acomp"))
        below = (t for holder in holders for _, t in hanging(verb.doc)[holder.i])
        match = next((t for t in below if _is_word(t, word, verb)), None)
        if match is None:
            return None
        found.append(match)
    return tuple(found)


def _is_word(token: Token, word: str, verb: Token) -> bool:
    if not verb.i < token.i <= verb.i + REACH:
        return False
    return token.lower_ == word or (token.pos_ == "VERB" and token.dep_ == "conj" and lemma_of(token) == word)


def _is_free_relative(head: Token, cue: Cue, lexicon: AttributionLexicon) -> bool:
    """Tell whether a clause only stands for a thing: "to counter *what he called an invasion*"."""
    if Complement.NOUN_PHRASE in cue.takes or not opens_with_what(head):
        return False
    return any(Complement.PREDICATE in entry.takes for entry in lexicon.verbs.get(lemma_of(head), ()))


def _with_cue(
    verb: Token, cue: Cue, extra: tuple[Token, ...], annotated: AnnotatedText, lexicon: AttributionLexicon
) -> Proposal | None:
    passive = (is_passive(verb) and not _closes_quotation(verb, annotated)) or _is_when_told(verb, cue)
    wide = _for_paper(verb, cue, lexicon)
    hearsay = _is_said_to(verb, cue)
    passive = passive or hearsay
    content = find_naming(verb, wide, annotated) or find_content(verb, wide, extra=extra, passive=passive)
    content = _taken_up(_denier(source_of(verb), cue, lexicon), cue, lexicon) or content or _around(verb, cue)
    if content is not None and _is_free_relative(content.head, cue, lexicon):
        content = None
    source_head = None if cue.raising or hearsay or _is_when_told(verb, cue) else _speaker(verb, lexicon)
    source_head = _denier(source_head, cue, lexicon)
    if source_head is None and is_passive(verb) and not passive:
        source_head = verb.head
    if source_head is None and not passive and not cue.raising:
        source_head = _behind(verb, content)
    if _is_told_to(verb, cue, content, source_head):
        source_head, passive = None, True  # headlines leave out the auxiliary: "Minister took bribes, court told"
    if cue.cue == "hear" and source_head is not None and lexicon.relays.role_of(source_head) is RelayRole.HEARING:
        source_head, passive = None, True  # what a court hears is not its own word
        cue = cue.model_copy(update={"act": Act.SAY, "stance": Factuality.CT_PLUS, "addressee": True})
    source = _source(source_head, verb, content, annotated.article.text)
    spans: tuple[tuple[int, int], ...] = ()
    if content is not None:
        spans = content_spans(content.tokens - set(extra), annotated, cue=verb)
    if Complement.QUOTATION in cue.takes and not passive:
        spans = merged((*spans, *quotations_said(verb, annotated, content=spans, source=source)))
        nested = None if spans else quotation_within(verb, annotated)
        if nested is not None:
            spans, content = (nested,), None
    if not spans or (source is None and not (passive or cue.raising)):
        return None
    head = None if content is None else content.head
    return Proposal(cue, verb, cue_spans(_cue_tokens(verb, extra, lexicon)), spans, head, source_head, source)


def _behind(verb: Token, content: Content | None) -> Token | None:
    """Return who says it in "…, insists its builder", whom the parser takes for the object."""
    if content is None or content.head.dep_ != "ccomp" or content.head.i > verb.i or verb.tag_ not in ("VBD", "VBZ"):
        return None
    return next((noun for noun in children(verb, "dobj") if noun.i > verb.i), None)


def _is_when_told(verb: Token, cue: Cue) -> bool:
    """Tell "said the abbot *when told* that …": somebody tells the abbot."""
    opened = any(c.lower_ in ("when", "if", "once", "after") for c in verb.children)
    bare = not any(children(verb, "nsubj", "nsubjpass", "aux"))
    return cue.addressee and verb.tag_ in ("VBN", "VBD") and verb.dep_ == "advcl" and opened and bare


def _is_said_to(verb: Token, cue: Cue) -> bool:
    """Tell "a man *said to* be its owner was arrested", whose participle the parser takes for the main verb."""
    below = next(children(verb, "xcomp"), None)
    if below is None or Complement.INFINITIVE in cue.takes or verb.tag_ not in ("VBD", "VBN"):
        return False
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    return after.lower_ == "to" and after.head == below and cue.act in HEARSAY and any(children(verb, "nsubj"))


def _denier(source: Token | None, cue: Cue, lexicon: AttributionLexicon) -> Token | None:
    """Return who denies in "…, a charge *Kigali* denied", which the parser takes for the charge's name."""
    if source is None or cue.act is not Act.DENY or source.lemma_.lower() not in lexicon.cues.claim_nouns:
        return source
    named = (c for c in children(source, "appos") if c.pos_ == "PROPN" and c.left_edge.i == source.i + 1)
    return next(named, source)


def _taken_up(source: Token | None, cue: Cue, lexicon: AttributionLexicon) -> Content | None:
    """Return the noun that takes up a whole clause to be denied: "…, *a charge* the army denied"."""
    if source is None or cue.act is not Act.DENY or source.left_edge.i == 0:
        return None
    noun = source.left_edge.nbor(-1)
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in lexicon.cues.claim_nouns:
        return None
    return Content(noun, frozenset((noun, *children(noun, "det", "amod"))))


def _is_told_to(verb: Token, cue: Cue, content: Content | None, source_head: Token | None) -> bool:
    """Tell "…, court told": nobody is addressed by who is told."""
    if cue.cue != "tell" or verb.tag_ not in ("VBD", "VBN") or source_head is None or content is None:
        return False
    before = content.head.i < source_head.i < verb.i
    return before and source_head.i == verb.i - 1 and not any(children(verb, "dobj", "dative", "aux", "prep"))


def _for_paper(verb: Token, cue: Cue, lexicon: AttributionLexicon) -> Cue:
    """Return a cue with the forms of content that it may also have where a paper or a film speaks."""
    source = source_of(verb) if cue.of_papers else None
    entry = None if source is None else lexicon.kinds.noun_of(source)
    if entry is None or entry.kind is not SourceKind.DOCUMENT:
        return cue
    return cue.model_copy(update={"takes": (*cue.takes, *cue.of_papers)})


def _closes_quotation(verb: Token, annotated: AnnotatedText) -> bool:
    """Tell the finite verb of '"…," the clerk admitted' that the parser takes for a participle."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.i != noun.i + 1 or any(children(verb, "agent")):
        return False
    start = min(t.idx for t in noun.subtree if t.dep_ in ("det", "poss", "compound", "amod") or t == noun)
    before = annotated.article.text[:start].rstrip()
    ending = annotated.quotation_at(len(before) - 1)
    return ending is not None and ending.span[1] == len(before)


def _speaker(verb: Token, lexicon: AttributionLexicon) -> Token | None:
    """Return who says it; in "letters to Moscow requesting arms" that is the letters, wherever the parser hung them."""
    head = source_of(verb)
    if head is None or verb.dep_ != "acl":
        return head
    noun = head
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ != "pobj":
        return head
    holder = noun.head.head
    papers = (holder, *children(holder, "dobj"))
    entries = ((paper, lexicon.kinds.noun_of(paper)) for paper in papers)
    return next((paper for paper, entry in entries if entry and entry.kind is SourceKind.DOCUMENT), head)


def _source(head: Token | None, verb: Token, content: Content | None, text: str) -> tuple[int, int] | None:
    if head is None:
        return None
    without = set(verb.subtree) if verb in set(head.subtree) else set()
    if content is not None and head not in content.tokens:
        without |= content.tokens
    return source_span(head, text, without=without - {head})


def _around(verb: Token, cue: Cue) -> Content | None:
    """Take the clause that a parenthetical verb stands in: "The war, he said, is over", "as the envoy put it"."""
    if Complement.CLAUSE not in cue.takes and Complement.QUOTATION not in cue.takes:
        return None
    if verb.dep_ not in PARENTHETICAL or subject_of(verb) is None or verb.head.pos_ not in ("VERB", "AUX"):
        return None
    if not _stands_apart(verb):
        return None
    return Content(verb.head, frozenset(set(verb.head.subtree) - set(verb.subtree)))


def _stands_apart(verb: Token) -> bool:
    """Tell whether a clause is set off by a comma, and is no subordinate clause other than "as he said"."""
    marks = [c.lower_ for c in children(verb, "mark")]
    if any(mark != "as" for mark in marks):
        return False
    left, right = verb.left_edge, verb.right_edge
    before = left.nbor(-1) if left.i > 0 else None
    after = right.nbor(1) if right.i + 1 < len(right.doc) else None
    if verb.dep_ in ("conj", "advcl") and not marks:
        return False
    return bool(marks) or any(t is not None and t.text in ",—–-" for t in (before, after, left, right))


def _cue_tokens(verb: Token, extra: tuple[Token, ...], lexicon: AttributionLexicon) -> frozenset[Token]:
    """Return the words of a cue with its auxiliaries and the adverb beside it, unless that is a cue of its own."""
    beside = (c for c in children(verb, "advmod") if c.i in (verb.i - 1, verb.i + 1) and c.tag_ == "RB")
    adverbs = (c for c in beside if c.lower_ not in lexicon.adverbs)
    return frozenset((verb, *extra, *children(verb, "aux", "auxpass", "neg", "prt"), *adverbs))
