"""What is said: the tokens of a verb's content, one function a form of content."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Token

from reportedly.attribution.lexicon import Complement, Cue
from reportedly.language.lemmas import lemma_of
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import Act

CLAUSE_ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl"})


@dataclass(frozen=True, slots=True)
class Content:
    """The tokens of some content and the one that the rest hangs on."""

    head: Token
    tokens: frozenset[Token]


def find_content(verb: Token, cue: Cue, *, extra: tuple[Token, ...], passive: bool) -> Content | None:
    """Return the content of a verb in the first form that the cue takes and the parse shows.

    Args:
        verb: The cue's verb.
        cue: Its entry.
        extra: The further words of the cue; the last preposition governs the content.
        passive: Whether the verb stands in the passive.
    """
    if _quotes_as_saying(verb):
        return None
    if passive:
        return _of_passive(verb, cue)
    if cue.raising:
        return _raised(verb)
    anchor = extra[-1] if extra and extra[-1].dep_ != "prt" else verb
    found = (find(verb, anchor, cue) for form, find in FINDERS.items() if form in cue.takes)
    return next((content for content in found if content is not None), None) or _before_quoter(verb, cue)


def _before_quoter(verb: Token, cue: Cue) -> Content | None:
    """Take the clause that closes with "…, *the agency quoted him as saying*"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or Complement.CLAUSE not in cue.takes:
        return None
    quoter = verb.head.head if verb.head.head.pos_ == "VERB" else verb.head.head.head
    clauses = (c for c in children(quoter, "ccomp") if c.i < quoter.i)
    clause = next((c for c in clauses if any(children(c, "nsubj", "nsubjpass"))), None)
    return None if clause is None else Content(clause, frozenset(clause.subtree))


def _quotes_as_saying(verb: Token) -> bool:
    """Tell "quoted X as saying": the saying is the cue, and who quotes passes it on."""
    holders = (verb, *children(verb, "dobj"))
    phrases = (c for holder in holders for c in holder.children if c.lower_ == "as")
    sayings = (c for phrase in phrases for c in children(phrase, "pcomp") if c.tag_ == "VBG")
    # "Gave the cause of death as *drowning*" quotes nobody.
    return any(lemma_of(saying) in words_of("saying") for saying in sayings)


def _whole(head: Token, verb: Token) -> Content:
    """Take everything below a head, without the cue should it be parenthetical inside."""
    tokens = set(head.subtree)
    if verb in tokens:
        tokens -= set(verb.subtree)
    return Content(head, frozenset(tokens))


def _clause(verb: Token, anchor: Token, cue: Cue) -> Content | None:
    told = list(children(verb, "dobj", "dative")) if cue.addressee else []
    # "Told the inquest that the gate was open": the parser hangs the clause on who is told.
    on_told = [c for noun in told for c in children(noun, "acl") if _marked(c)]
    on_told += [c for noun in told for c in children(noun, "relcl") if _lacks_relative(c)]
    for child in (*children(verb, "ccomp"), *children(anchor, "ccomp", "pcomp"), *_stray_clauses(verb), *on_told):
        planned = child.i < verb.i and _is_controlled(child)  # "Kenya to send troops, minister says"
        if (planned or (is_finite(child) and not _is_controlled(child))) and not _stands_off(child, verb):
            return _from_mark(_whole(child, verb))
    return None


def _lacks_relative(clause: Token) -> bool:
    """Tell "told officers *he had acted alone*", which tells nothing of the officers: nothing in it stands for them."""
    own = next(children(clause, "nsubj", "nsubjpass"), None)
    relative = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in clause.subtree)
    return own is not None and own.pos_ == "PRON" and not relative and clause.left_edge == own


def _stands_off(clause: Token, verb: Token) -> bool:
    """Tell a clause that a semicolon parts from the verb: "the union says so; the ministry denies …"."""
    first, last = sorted((clause.i, verb.i))
    return any(t.text == ";" for t in verb.doc[first:last])


def _stray_clauses(verb: Token) -> Iterator[Token]:
    """Yield that-clauses that the parser hung on an aside: "said in a speech aired by radio that …"."""
    asides = [c for c in children(verb, "advcl") if c.tag_ == "VBG"]
    below = [t for c in children(verb, "prep") for t in c.subtree]
    asides += [t for t in below if t.tag_ == "VBN" and t.dep_ == "acl"]
    clauses = [c for aside in asides for c in children(aside, "ccomp")]
    # "reported, citing papers, that …": the citing may hang on the clause, and the clause be no complement.
    clauses += [c for c in children(verb, "advcl") if any(m.i > verb.i for m in children(c, "mark"))]
    clauses += [c for t in below if t.dep_ == "pobj" for c in children(t, "relcl", "acl")]
    return (c for c in clauses if c.left_edge.lower_ == "that" and c.left_edge.dep_ != "nsubj" or _marked(c))


def _from_mark(content: Content) -> Content:
    """Leave out what the parser hung on a clause before its "that"."""
    mark = next((m for m in children(content.head, "mark") if m.lower_ == "that"), None)
    if mark is None:
        return content
    return Content(content.head, frozenset(t for t in content.tokens if t.i >= mark.i))


def _marked(clause: Token) -> bool:
    return any(m.lower_ == "that" for m in children(clause, "mark"))


def is_finite(clause: Token) -> bool:
    """Tell whether a clause has a tense of its own."""
    verbs = (clause, *children(clause, "aux", "auxpass"))
    if clause.tag_ == "VB" and not any(children(clause, "mark", "aux")):
        return False  # "heard the colonel say", "let it go"
    if clause.pos_ == "ADJ" and not any(children(clause, "mark", "aux", "cop")):
        return False  # "found the mayor guilty" is a verdict, no report
    return any(v.tag_ in ("VBD", "VBP", "VBZ", "MD") for v in verbs) or any(
        children(clause, "mark", "nsubj", "nsubjpass", "expl")
    )


def _is_controlled(clause: Token) -> bool:
    """Tell whether a clause is an infinitive with a subject: "urged Iran to stop"."""
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)


def _infinitive(verb: Token, anchor: Token, cue: Cue) -> Content | None:
    candidates = (*children(verb, "xcomp", "ccomp", "advcl"), *children(anchor, "xcomp", "pcomp"))
    target = next((c for c in candidates if _is_controlled(c) and c.i > verb.i), None)
    if target is None:
        return None
    tokens = set(target.subtree)
    if cue.act is not Act.PROMISE:
        for owner, label in ((verb, "dobj"), (verb, "dative"), (anchor, "pobj")):
            tokens.update(t for obj in children(owner, label) if verb.i < obj.i < target.i for t in obj.subtree)
    return Content(target, frozenset(tokens))


def _gerund(verb: Token, anchor: Token, cue: Cue) -> Content | None:
    candidates = (*children(verb, "xcomp"), *children(anchor, "pcomp", "xcomp"))
    target = next((c for c in candidates if c.tag_ == "VBG" and c.i > verb.i), None)
    if target is None:
        return None
    return Content(target, frozenset({*target.subtree, *_accused(verb, anchor)}))


def _accused(verb: Token, anchor: Token) -> Iterator[Token]:
    """Yield the object between a verb and its preposition: "accused *the rebels* of …"."""
    if anchor != verb:
        for obj in children(verb, "dobj"):
            if verb.i < obj.i < anchor.i:
                yield from (t for t in obj.subtree if t.i < anchor.i)


def _predicate(verb: Token, anchor: Token, cue: Cue) -> Content | None:
    obj = next((c for c in children(verb, "dobj", "nsubj", "ccomp") if c.i > verb.i), None)
    named = next(children(verb, "oprd"), None)
    if named is not None and named.i > verb.i:
        tokens = {*named.subtree, *(obj.subtree if obj is not None else ())}
        return Content(named, frozenset(tokens))
    if obj is None:
        return None
    if obj.dep_ == "ccomp":
        return None if _is_controlled(obj) else _whole(obj, verb)
    phrases = (c for c in (*verb.children, *obj.subtree) if c.i > obj.i)
    as_phrase = next((c for c in phrases if c.lower_ in cue.ties and any(children(c, "pobj", "amod", "pcomp"))), None)
    if as_phrase is None:
        return None
    return Content(obj, frozenset({*obj.subtree, *as_phrase.subtree}))


def _noun_phrase(verb: Token, anchor: Token, cue: Cue) -> Content | None:
    labels = ("pobj",) if anchor.pos_ in ("ADP", "SCONJ", "PART") and anchor != verb else ("dobj", "dative")
    owner = anchor if labels == ("pobj",) or anchor.pos_ == "VERB" else verb
    obj = next((c for c in children(owner, *labels) if c.i > verb.i), None)
    if obj is None or obj.lower_ in ("itself", "himself", "herself", "themselves"):
        return None
    reasons = [c for c in children(verb, "prep") if cue.presupposes and c.lower_ == "for" and c.i > obj.i]
    return Content(obj, frozenset({*obj.subtree, *_accused(verb, anchor), *(t for c in reasons for t in c.subtree)}))


def _raised(verb: Token) -> Content | None:
    """Take the subject with what seems so of it: "The talks seemed to be over"."""
    below = next(children(verb, "xcomp", "oprd", "acomp", "ccomp"), None)
    if below is None or below.i < verb.i:
        return None
    subjects = (t for s in children(verb, "nsubj") if s.lower_ not in ("it", "there") for t in s.subtree)
    return Content(below, frozenset({*subjects, *below.subtree}))


def _of_passive(verb: Token, cue: Cue) -> Content | None:
    """Take the subject and what is said of it: "Iran is said to have shipped missiles"."""
    subject = next(children(verb, "nsubjpass"), None) or next(children(verb, "nsubj"), None)
    below = next(children(verb, "xcomp", "ccomp", "oprd", "advcl"), None)
    if below is not None and below.dep_ == "advcl" and not _is_controlled(below):
        below = None
    if subject is None:
        return None if below is None else _whole(below, verb)
    told = cue.addressee and below is not None and is_finite(below)
    if subject.lower_ == "it" or told:
        return None if below is None else Content(below, frozenset(below.subtree))
    if below is None and Complement.NOUN_PHRASE not in cue.takes and Complement.GERUND not in cue.takes:
        return None
    links = ("of", "as", "with", "for", *cue.words[1:])
    rest = [c for c in children(verb, "prep") if below is None and c.lower_ in links]
    tokens = {*subject.subtree, *(below.subtree if below is not None else ()), *(t for c in rest for t in c.subtree)}
    return Content(subject if below is None else below, frozenset(tokens))


#: Tried in this order: a finite clause tells most, a bare object least.
FINDERS: Mapping[Complement, Callable[[Token, Token, Cue], Content | None]] = MappingProxyType({
    Complement.CLAUSE: _clause,
    Complement.INFINITIVE: _infinitive,
    Complement.PREDICATE: _predicate,
    Complement.GERUND: _gerund,
    Complement.NOUN_PHRASE: _noun_phrase,
})  # fmt: skip
