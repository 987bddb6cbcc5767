"""Somebody's own word for a thing: "what he called an invasion", "what the ministry described as an error"."""

import re

from spacy.tokens import Token

from reportedly.attribution.complements import Content
from reportedly.attribution.lexicon import Complement, Cue
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children

#: How far before its verb "what" may stand: "what the foreign ministry of Peru called".
REACH = 8
#: What may stand between the verb and the quotation.
BETWEEN = re.compile(r"[\s:,]*(as)?\s*(an?|the|his|her|its|their)?\s*\Z")


def opens_with_what(verb: Token) -> bool:
    """Tell whether a verb stands in a clause that "what" opens."""
    before = verb.doc[max(verb.sent.start, verb.i - REACH) : verb.i]
    last = next((t for t in reversed(before) if t.lower_ == "what" or t.text in ".,;:"), None)
    return last is not None and last.lower_ == "what"


def find_naming(verb: Token, cue: Cue, annotated: AnnotatedText) -> Content | None:
    """Return the words for the thing: the quotation right behind the verb, else its predicate."""
    if Complement.PREDICATE not in cue.takes or not opens_with_what(verb):
        return None
    end = verb.idx + len(verb)
    quotation = next((q for q in annotated.quotations_from(end) if q.span[0] >= end), None)
    if quotation is not None and BETWEEN.match(annotated.article.text, end, quotation.span[0]):
        span = annotated.doc.char_span(*quotation.span, alignment_mode="expand")
        return None if span is None else Content(span.root, frozenset(span))
    as_phrase = next((c for c in children(verb, "prep") if c.lower_ == "as"), None)
    named = next(iter((*children(verb, "oprd"), *(children(as_phrase, "pobj") if as_phrase is not None else ()))), None)
    return None if named is None or named.i < verb.i else Content(named, frozenset(named.subtree))
