"""Attributions by a mark alone, as headlines have them: "Minister: no talks", "Ten dead in blast – police"."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.spans import source_span, trim
from reportedly.attribution.subjects import subject_of
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children
from reportedly.records import SourceKind

#: The longest label has so many words: "Former deputy prime minister of Moldova".
LONGEST = 7
VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD"})


def propose_mark(token: Token, annotated: AnnotatedText, *, lexicon: AttributionLexicon) -> Proposal | None:
    """Return what a colon or a dash attributes to the name before or after it."""
    cue = lexicon.marks.get(token.text)
    if cue is None:
        return None
    line = _line(token)
    before, after = token.doc[line.start : token.i], token.doc[token.i + 1 : line.end]
    if not before.text.strip() or not after.text.strip():
        return None
    if token.text == ":":
        named = _label(token, before, after, annotated, cue, lexicon) or _words_after(
            token, before, after, annotated, cue, lexicon
        )
        # "Storm kills nine: officials"
        return named or (_label(token, after, before, annotated, cue, lexicon) if _is_headline(line) else None)
    if not _is_headline(line):
        return None
    # "Ten dead in blast – police", "Kremlin – No date for talks"
    named = _label(token, after, before, annotated, cue, lexicon)
    return named or (_label(token, before, after, annotated, cue, lexicon) if after[0].is_title else None)


def _line(token: Token) -> DocSpan:
    """Return the line of the text that a token stands in; a colon may end what the parser takes for a sentence."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and "\n" not in doc[start - 1].text and not _ends_sentence(doc[start - 1]):
        start -= 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
        if _ends_sentence(doc[end - 1]):
            break
    return doc[start:end]


def _ends_sentence(token: Token) -> bool:
    return token.text in (".", "?", "!") and (token.i + 1 == len(token.doc) or token.nbor(1).is_sent_start is True)


def _is_headline(line: DocSpan) -> bool:
    return not line.text.strip().endswith(".")


def _label(
    token: Token,
    label: DocSpan,
    content: DocSpan,
    annotated: AnnotatedText,
    cue: Cue,
    lexicon: AttributionLexicon,
) -> Proposal | None:
    head = _speaker(label, cue, lexicon)
    span = trim(annotated.article.text, (content.start_char, content.end_char))
    if head is None or span is None:
        return None
    source = source_span(head, annotated.article.text, without=[t for t in head.subtree if t not in label])
    return Proposal(cue, token, ((token.idx, token.idx + len(token)),), (span,), content.root, head, source)


def _speaker(label: DocSpan, cue: Cue, lexicon: AttributionLexicon) -> Token | None:
    """Return the head of a label that names who speaks: a short phrase without a verb."""
    words = [t for t in label if not t.is_space]
    told = any(t.tag_ == "VBG" and any(children(t, "nsubj")) for t in words)  # "Russia *massing* troops"
    if (
        told
        or not 0 < len(words) <= LONGEST
        or any(t.tag_ in VERBAL or (t.is_punct and t.dep_ != "case") for t in words)
    ):
        return None
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN", "ADJ")]
    if not nouns or words[-1] != nouns[-1]:
        return None
    head = label.root if label.root.pos_ in ("NOUN", "PROPN") else nouns[-1]
    entry = lexicon.kinds.noun_of(head) or lexicon.kinds.noun_of(nouns[-1])
    if head.lemma_.lower() in cue.unless or (entry is not None and entry.kind is SourceKind.SOCIAL):
        return None
    acronym = head.pos_ == "PROPN" and head.text.isupper() and len(head) > 1
    known = (
        entry is not None or acronym or head.ent_type_ in ("PERSON", "ORG") or lexicon.kinds.medium_at(head) is not None
    )
    return head if known else None


def _words_after(
    token: Token,
    before: DocSpan,
    after: DocSpan,
    annotated: AnnotatedText,
    cue: Cue,
    lexicon: AttributionLexicon,
) -> Proposal | None:
    """Return the quotation after "The mayor had one word for the plan:"."""
    quotation = annotated.quotation_at(after[0].idx)
    root = before.root
    source_head = subject_of(root)
    says = any(len(known.words) == 1 for known in lexicon.verbs.get(root.lemma_.lower(), ()))
    if quotation is None or source_head is None or source_head not in before or says:
        return None
    entry = lexicon.kinds.noun_of(source_head)
    human = (entry is not None and entry.human) or source_head.ent_type_ == "PERSON" or source_head.pos_ == "PRON"
    if not human or Complement.QUOTATION not in cue.takes:
        return None
    source = source_span(source_head, annotated.article.text)
    span = ((token.idx, token.idx + len(token)),)
    return Proposal(cue, token, span, (quotation.span,), None, source_head, source)
