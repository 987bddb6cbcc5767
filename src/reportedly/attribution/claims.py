"""From proposals to claims: nesting, chains, kind, act, factuality, the date of saying and the figures inside."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from reportedly.attribution.chains import SourceReader
from reportedly.attribution.combining import Combiner
from reportedly.attribution.denials import Denials
from reportedly.attribution.doubts import doubted
from reportedly.attribution.grammar import propose
from reportedly.attribution.lexicon import AttributionLexicon
from reportedly.attribution.nearby import Nearby
from reportedly.attribution.proposals import Proposal
from reportedly.attribution.settling import settle
from reportedly.attribution.standing import claim_reading, kind_of_content
from reportedly.language.annotated import AnnotatedText
from reportedly.records import Act, Claim, Date, Quantity, Source, Span, stable_id
from reportedly.resolution.actors import ActorView


def find_claims(
    annotated: AnnotatedText,
    *,
    actors: ActorView,
    dates: tuple[Date, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    lexicon: AttributionLexicon,
    combiner: Combiner | None = None,
) -> tuple[Claim, ...]:
    """Return who says what in a text, in reading order.

    Args:
        annotated: The text.
        actors: Tells who a noun phrase is.
        dates: The dates that the text names; a claim takes the one that modifies its cue.
        quantities: The figures that the text names; a claim takes those inside its content.
        lexicon: From `AttributionLexicon.load`.
        combiner: From `Combiner.load`, with the learned tagger; None leaves all to the grammar.
    """
    proposals = propose(annotated, lexicon=lexicon) if combiner is None else combiner.propose(annotated)
    return claims_of(
        proposals, annotated, actors=actors, dates=dates, quantities=quantities, lexicon=lexicon
    )  # fmt: skip


def claims_of(
    proposals: Sequence[Proposal],
    annotated: AnnotatedText,
    *,
    actors: ActorView,
    dates: tuple[Date, ...] = (),
    quantities: tuple[Quantity, ...] = (),
    lexicon: AttributionLexicon,
) -> tuple[Claim, ...]:
    """Return the claims that proposals amount to, whoever proposed them."""
    proposals = settle(proposals, annotated, lexicon=lexicon)
    reader = SourceReader(annotated, actors, lexicon)
    parents = _parents(proposals)
    dated = _dates_by_token(annotated, dates)
    chains: dict[int, tuple[Source, ...]] = {}
    for index in sorted(range(len(proposals)), key=lambda i: _depth(i, parents)):
        parent = parents[index]
        outer = () if parent is None else chains[parent]
        chains[index] = _joined(outer, reader.hops(proposals[index]))
    ids = [_claim_id(annotated, p) for p in proposals]
    figures = Nearby(quantities, lambda quantity: (quantity.span,))
    doubtful = doubted([p.cue_head for p in proposals], annotated.doc, lexicon.doubts)
    claims = tuple(
        Claim(
            id=ids[i],
            content=p.content,
            cue=p.cue_spans,
            kind=kind_of_content(p.content, annotated, cue=p.cue_spans[0]),
            act=p.cue.act,
            sources=chains[i],
            parent=None if parents[i] is None else ids[parents[i] or 0],
            factuality=claim_reading(p, annotated, lexicon).factuality,
            date=_date_of(p, dated),
            quantities=tuple(q for q in figures.around(*p.content) if _inside(q.span, p.content)),
            unverified=i in doubtful,
        )
        for i, p in enumerate(proposals)
    )
    denials = Denials(proposals, claims, annotated, lexicon.cues.claim_nouns, actors)
    return tuple(replace(claim, denies=denials.denied_by(i)) for i, claim in enumerate(claims))


def _claim_id(annotated: AnnotatedText, proposal: Proposal) -> str:
    numbers = [n for spans in (proposal.content, proposal.cue_spans) for span in spans for n in span]
    return stable_id("claim", annotated.article.id, *numbers)


def _parents(proposals: Sequence[Proposal]) -> list[int | None]:
    """Return for each proposal the innermost one whose content holds its cue and more than its content."""
    near = Nearby(range(len(proposals)), lambda index: proposals[index].content)
    return [_parent_of(i, proposals, near.around(p.cue_spans[0])) for i, p in enumerate(proposals)]


def _parent_of(index: int, proposals: Sequence[Proposal], near: Iterable[int]) -> int | None:
    mine, position = proposals[index], proposals[index].cue_spans[0][0]
    larger = (i for i in near if i != index and _size(proposals[i]) > _size(mine))
    around = [i for i in larger if proposals[i].covers(position) and _passes_on(proposals[i])]
    return min(around, key=lambda i: (_size(proposals[i]), i), default=None)


def _passes_on(proposal: Proposal) -> bool:
    """Tell whether a source vouches for claims inside its content: who rejects or praises a claim does not relay it."""
    head = proposal.content_head
    named = head is not None and head.pos_ in ("NOUN", "PROPN", "PRON")
    return not named or not (proposal.cue.presupposes or proposal.cue.act in (Act.DENY, Act.ASK, Act.THINK))


def _size(proposal: Proposal) -> int:
    return sum(end - start for start, end in proposal.content)


def _depth(index: int, parents: Sequence[int | None]) -> int:
    """Count the claims around a claim; sizes grow outwards, so that the way ends."""
    depth = 0
    parent = parents[index]
    while parent is not None:
        depth += 1
        parent = parents[parent]
    return depth


def _joined(outer: tuple[Source, ...], own: tuple[Source, ...]) -> tuple[Source, ...]:
    """Put a claim's own hops behind those of the claim around it, naming nobody twice in a row."""
    chain: list[Source] = list(outer)
    for source in own:
        if not chain or chain[-1].name != source.name:
            chain.append(source)
    return tuple(chain)


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in content)


def _dates_by_token(annotated: AnnotatedText, dates: tuple[Date, ...]) -> dict[int, Date]:
    """Return the dates by the index of each of their tokens."""
    found: dict[int, Date] = {}
    for when in dates:
        span = None if when.span is None else annotated.doc.char_span(*when.span, alignment_mode="expand")
        for token in span if span is not None else ():
            found.setdefault(token.i, when)
    return found


def _date_of(proposal: Proposal, dated: dict[int, Date]) -> Date | None:
    """Return the date that hangs on the cue and stands outside the content: "said on Friday"."""
    attached = sorted(token.i for token in _own_modifiers(proposal.cue_head))
    outside = (dated[i] for i in attached if i in dated)
    return next((d for d in outside if d.span is not None and not proposal.covers(d.span[0])), None)


def _own_modifiers(cue: Token) -> Iterator[Token]:
    for child in cue.children:
        if child.dep_ in ("prep", "npadvmod", "advmod", "dobj", "dative"):
            yield from child.subtree
