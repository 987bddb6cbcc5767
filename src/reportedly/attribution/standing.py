"""Who vouches for what: the kind and factuality of a claim, and the standing of an event inside it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Token

from reportedly.attribution.lexicon import AttributionLexicon, Complement, Cue
from reportedly.attribution.modality import Certainty, Reading, Role, read_modality
from reportedly.attribution.proposals import Proposal
from reportedly.language.annotated import AnnotatedText
from reportedly.language.clauses import tells_what_was
from reportedly.language.lemmas import lemma_of
from reportedly.language.word_groups import words_of
from reportedly.records import Act, Claim, ClaimKind, Date, Factuality, Modality, Span, Standing

#: What happened so long before the article is background; news agencies recap half a year as one story.
BACKGROUND = timedelta(days=180)
#: Headlines quote in single marks; an apostrophe inside a word opens and closes nothing.
SINGLE_MARKS = re.compile(r"(?<!\w)[‘'][^‘’'\n]*(?:\w[’'](?=\w)[^‘’'\n]*)*[’'](?!\w)")
#: What somebody wants done has not happened; what somebody promises or predicts is yet to come.
UNREAL_ACTS = frozenset({Act.ASK})
AHEAD_ACTS = frozenset({Act.PROMISE, Act.PREDICT})
#: Acts by which a source states what will be; an asking leaves it open.
STATING_ACTS = frozenset({
    Act.SAY, Act.REPORT, Act.REVEAL, Act.CONFIRM, Act.PROMISE, Act.DENY, Act.ALLEGE, Act.PREDICT, Act.WARN, Act.THINK,
})  # fmt: skip
INNER_ACTS = frozenset({Act.THINK, Act.WARN})


@dataclass(frozen=True, slots=True)
class Vouch:
    """Who vouches for an event, and how it is meant.

    Attributes:
        claim: The innermost claim that holds the event; None when the article tells it in its own voice.
        standing: Asserted, reported, alleged or denied.
        modality: Negated, hypothetical, future, historical or actual.
        factuality: What the last source commits to.
    """

    claim: Claim | None
    standing: Standing
    modality: Modality
    factuality: Factuality


def kind_of_content(content: Sequence[Span], annotated: AnnotatedText, *, cue: Span) -> ClaimKind:
    """Tell direct speech, where all words stand between marks, from indirect speech and a mixture of both.

    Args:
        content: What is claimed.
        annotated: The text.
        cue: Where the cue stands; a quotation around it is somebody else's.
    """
    inside = _letters(
        annotated,
        [
            (max(start, low), min(end, high))
            for start, end in content
            for low, high in _quoted(annotated, start, end)
            if not low <= cue[0] < high
        ],
    )
    outside = _letters(annotated, content) - inside
    if not inside:
        return ClaimKind.INDIRECT
    return ClaimKind.MIXED if outside else ClaimKind.DIRECT


def _quoted(annotated: AnnotatedText, start: int, end: int) -> list[Span]:
    double = [q.span for q in annotated.quotations_in((start, end))]
    text = annotated.article.text
    return double or [found.span() for found in SINGLE_MARKS.finditer(text, start, end)]


def _letters(annotated: AnnotatedText, spans: Iterable[Span]) -> int:
    return sum(c.isalnum() for start, end in spans for c in annotated.article.text[start:end])


def claim_reading(proposal: Proposal, annotated: AnnotatedText, lexicon: AttributionLexicon) -> Reading:
    """Return what the source of a proposal commits to about its content as a whole."""
    if _says_nothing(proposal, annotated, lexicon):
        return Reading(certainty="U")
    head = _hedged_clause(proposal.content_head or _first_clause(proposal), lexicon)
    said = proposal.cue.act in STATING_ACTS
    within = proposal.content_head or head
    inside = Reading() if head is None else read_modality(head, lexicon.modality, within=within, said=said)
    reading = _under(inside, proposal.cue, _negated(proposal.cue_head), finite=_is_finite_content(head))
    above = lexicon.modality.find(Role.GOVERNOR, lemma_of(proposal.cue_head.head))
    # "The film appears to show": what only seems to be said is not said for certain.
    hedged = above is not None and above.modality is None and proposal.cue_head.dep_ == "xcomp"
    return reading.with_word(above) if above is not None and hedged else reading


def _hedged_clause(head: Token | None, lexicon: AttributionLexicon) -> Token | None:
    """Return what a hedge at the head of a content governs: the rising of "is likely to rise"."""
    if head is None:
        return None
    hedges = (head, *(c for c in head.children if c.dep_ == "acomp"))
    for hedge in hedges:
        word = lexicon.modality.find(Role.GOVERNOR, lemma_of(hedge))
        below = next((c for c in hedge.children if c.dep_ == "xcomp" and c.i > hedge.i), None)
        if word is not None and below is not None and word.certainty in ("PR", "PS"):
            return below
    return head


def _says_nothing(proposal: Proposal, annotated: AnnotatedText, lexicon: AttributionLexicon) -> bool:
    """Tell "No comment" from words that say something."""
    words = re.findall(r"\w+", annotated.words(proposal.content[0]).lower())
    return len(proposal.content) == 1 and " ".join(words) in lexicon.cues.noncommittal


def _first_clause(proposal: Proposal) -> Token | None:
    """Return the head of the first clause of a free-standing quotation."""
    start, end = proposal.content[0]
    span = proposal.cue_head.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    first = next((t for t in span if t.is_alpha), span[0]).sent
    return span.doc[max(first.start, span.start) : min(first.end, span.end)].root


def _under(inside: Reading, cue: Cue, negated: bool, *, finite: bool) -> Reading:
    """Put a reading under a cue: its stance, and the unreality of what is wanted or promised."""
    stance = Factuality.CT_PLUS if finite and cue.act is Act.WARN else cue.stance
    if stance is Factuality.UU or (negated and cue.act is not Act.DENY):
        certainty: Certainty = "U"
        flips = False
    else:
        certainty, flips = _split(stance)
        flips = flips is not negated
    return inside.combined(_modality_of(cue, finite=finite), certainty, flips=flips)


def _split(stance: Factuality) -> tuple[Certainty, bool]:
    levels: dict[str, Certainty] = {"CT": "CT", "PR": "PR", "PS": "PS"}
    return levels[stance.value[:2]], stance.value.endswith("-")


def _modality_of(cue: Cue, *, finite: bool) -> Modality:
    if cue.act in UNREAL_ACTS:
        return Modality.HYPOTHETICAL
    if finite or not {Complement.INFINITIVE, Complement.NOUN_PHRASE} & set(cue.takes):
        return Modality.ACTUAL
    if cue.act in AHEAD_ACTS:
        return Modality.FUTURE
    return Modality.HYPOTHETICAL if cue.act in INNER_ACTS and cue.stance is not Factuality.CT_PLUS else Modality.ACTUAL


def _is_finite_content(head: Token | None) -> bool:
    if head is None:
        return True
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children):
        return False
    verbs = (head, *(c for c in head.children if c.dep_ in ("aux", "auxpass")))
    return head.pos_ in ("VERB", "AUX") and any(v.tag_ in ("VBD", "VBP", "VBZ", "MD") for v in verbs)


def _negated(cue: Token) -> bool:
    return any(c.dep_ == "neg" for c in cue.children)


def vouch(
    trigger: Token,
    *,
    annotated: AnnotatedText,
    claims: Iterable[Claim],
    lexicon: AttributionLexicon,
    dates: tuple[Date, ...] = (),
) -> Vouch:
    """Return who vouches for an event and how it is meant.

    Claims whose cue takes the event for granted ("condemned the attack") do not count: the article itself says that
    there was one.

    Args:
        trigger: The word that names the event.
        annotated: The text.
        claims: From `find_claims`; those around the trigger are enough.
        lexicon: The cues and the words of modality.
        dates: The dates that the text names; one long before the article makes an event historical.
    """
    holders = [c for c in claims if _covers(c.content, trigger.idx)]
    cued = [(claim, cue_of(claim, annotated, lexicon)) for claim in holders]
    cued = [(claim, found) for claim, found in cued if found is None or not _grants(found, claim, trigger)]
    innermost = min((c for c, _ in cued), key=_size, default=None)
    within = None if innermost is None else _content_head(trigger, innermost)
    said = innermost is not None and innermost.act in STATING_ACTS
    reading = read_modality(trigger, lexicon.modality, within=within, said=said)
    if _is_background(trigger, annotated, dates, lexicon):
        reading = reading.combined(Modality.HISTORICAL, "CT")
    if not cued:
        return Vouch(None, Standing.ASSERTED, reading.modality, reading.factuality)
    claim, found = min(cued, key=lambda pair: _size(pair[0]))
    if found is not None:
        reading = _under(reading, found.cue, _negated(found.token), finite=_in_finite(trigger, within))
    return Vouch(claim, _standing(claim), reading.modality, reading.factuality)


@dataclass(frozen=True, slots=True)
class CueInText:
    """A cue's entry and the word that leads it in the text."""

    cue: Cue
    token: Token


def cue_of(claim: Claim, annotated: AnnotatedText, lexicon: AttributionLexicon) -> CueInText | None:
    """Return the entry behind a claim's cue, or None when the lexicon has none."""
    for start, end in claim.cue:
        span = annotated.doc.char_span(start, end, alignment_mode="expand")
        for token in () if span is None else span:
            for index, key in (
                (lexicon.verbs, lemma_of(token)), (lexicon.nouns, token.lemma_), (lexicon.adverbs, token.lower_),
                (lexicon.prepositions, token.lower_), (lexicon.adjectives, token.lower_),
                (lexicon.phrases, token.lower_), (lexicon.attributives, token.lower_),
            ):  # fmt: skip
                words = {t.lower_ for t in token.doc[token.i : token.i + 15]}
                entry = next((e for e in index.get(key.lower(), ()) if set(e.words[1:]) <= words), None)
                if entry is not None:
                    return CueInText(entry, token)
    return None


def _grants(found: CueInText, claim: Claim, trigger: Token) -> bool:
    """Tell whether the writer too takes the event for a fact: "condemned the attack", "acknowledged the losses"."""
    if not found.cue.presupposes:
        return False
    head = _content_head(trigger, claim)
    return head is None or not _is_finite_content(head)


def _content_head(trigger: Token, claim: Claim) -> Token | None:
    """Return the topmost word above the trigger that still stands in the claim's content."""
    node = trigger
    while node.head != node and _covers(claim.content, node.head.idx):
        node = node.head
    return node


def _in_finite(trigger: Token, within: Token | None) -> bool:
    return _is_finite_content(trigger if within is None else within)


def _standing(claim: Claim) -> Standing:
    by_act = {Act.DENY: Standing.DENIED, Act.ALLEGE: Standing.ALLEGED}
    return by_act.get(claim.act, Standing.REPORTED)


def _covers(spans: Iterable[Span], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _size(claim: Claim) -> int:
    return sum(end - start for start, end in claim.content)


def _is_background(
    trigger: Token, annotated: AnnotatedText, dates: tuple[Date, ...], lexicon: AttributionLexicon
) -> bool:
    """Tell whether a date in the event's clause lies long before the article."""
    published = annotated.article.published.value
    if published is None or len(published) < 10:
        return False
    newest = date.fromisoformat(published[:10]) - BACKGROUND
    top = _clause(trigger)
    clause = {t.i for t in top.subtree}
    low, high = top.left_edge.idx, top.right_edge.idx + len(top.right_edge)
    for when in dates:
        if when.span is None or when.span[1] <= low or when.span[0] >= high:
            continue
        if when.start is None or when.end is None or len(when.end) < 10:
            continue  # "Until March" is when something ends.
        span = annotated.doc.char_span(*when.span, alignment_mode="expand")
        old = date.fromisoformat(when.end[:10]) <= newest
        if old and span is not None and span.root.i in clause and not _dates_aside(span.root, trigger, top):
            return True
    return False


def _dates_aside(root: Token, trigger: Token, top: Token) -> bool:
    """Tell a date of what is only said beside: "resumed talks that *broke down in 2019*", "a *1951* treaty"."""
    if root.dep_ in ("nummod", "compound", "amod", "nmod") and root.head.lemma_.lower() in words_of("named by a year"):
        return True
    for above in (root, *root.ancestors):
        if above in (top, trigger):
            return False
        if above.dep_ in ("relcl", "ccomp", "acl") or tells_what_was(above):
            return above.head != trigger or above.head == top
    return False


def _clause(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token
