"""What would change the judgement of an event; follows the table of `credibility.judge`."""

from collections.abc import Iterator, Sequence

from reportedly.linking.credibility import CONFIRMED, DOUBTFUL, IMPROBABLE, MANY, POSSIBLE, PROBABLE, UNJUDGED
from reportedly.records import GivenValue, MergedEvent, QuantityKind

#: What each number of the Admiralty scale means.
CREDIBILITY = {
    CONFIRMED: "confirmed",
    PROBABLE: "probably true",
    POSSIBLE: "possibly true",
    DOUBTFUL: "doubtful",
    IMPROBABLE: "improbable",
    UNJUDGED: "cannot be judged",
}
#: How `credibility.judge` begins its remark on an origin without a name.
UNNAMED = "unnamed: "


def foresee(event: MergedEvent) -> Iterator[str]:
    """Yield what would change the judgement of an event, and what would not."""
    if event.credibility is not None:
        yield from _by_credibility(event, event.credibility.value)
    if event.copies:
        yield f"Not: more copies. {_articles(event.copies)} repeat{'s' if event.copies == 1 else ''} another's text."
    yield from _figures(event.values)


def _by_credibility(event: MergedEvent, value: int) -> Iterator[str]:
    number = event.independent_origins - sum(reason.startswith(UNNAMED) for reason in _reasons(event))
    if value == CONFIRMED:
        yield f"A denial by somebody with a name: then {_words(PROBABLE if number >= MANY else POSSIBLE)}."
    elif value == PROBABLE:
        yield f"Should what speaks against it be taken back: {_words(CONFIRMED)}."
    elif value == POSSIBLE and number > 1:
        yield f"One more origin that rests on none of these: {_words(PROBABLE)}."
        yield f"Should what speaks against it be taken back: {_words(CONFIRMED)}."
    elif value == POSSIBLE:
        yield f"Another origin, with a name, that does not have it from {event.origins[0]}: {_words(CONFIRMED)}."
        yield f"A denial by somebody with a name: {_words(DOUBTFUL)}."
    elif value == DOUBTFUL:
        yield f"Another origin with a name: {_words(POSSIBLE)}."
        yield f"Should what speaks against it be taken back: {_words(_unopposed(number))}."
    elif value == IMPROBABLE:
        yield f"Somebody with a name who says that it happened: {_words(DOUBTFUL)}."
    else:
        yield f"Somebody with a name who says so: {_words(POSSIBLE)}."


def _unopposed(named: int) -> int:
    return CONFIRMED if named > 1 else POSSIBLE if named else UNJUDGED


def _reasons(event: MergedEvent) -> tuple[str, ...]:
    return () if event.credibility is None else event.credibility.reasons


def _figures(values: Sequence[GivenValue]) -> Iterator[str]:
    """Yield the kinds of figures over which origins differ: only they can end that."""
    current = [value for value in values if not value.superseded and value.value is not None]
    for kind in dict.fromkeys(value.kind for value in current):
        by = sorted({value.by for value in current if value.kind is kind})
        if len(by) > 1 and len({value.value for value in current if value.kind is kind}) > 1:
            yield f"One figure from {' and '.join(by)} would settle {_measured(kind)}."


def _measured(kind: QuantityKind) -> str:
    return "how many there are" if kind is QuantityKind.COUNT else f"the figure for {kind}"


def _words(value: int) -> str:
    return f"{value}, {CREDIBILITY[value]}"


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
