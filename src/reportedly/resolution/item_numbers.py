"""How many things a text says there are, and which of its words are numbers or amounts of money."""

from dataclasses import dataclass

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Span
from reportedly.resolution.counted_nouns import counted_noun
from reportedly.resolution.figures import LEAD_LENGTH, Figure, find_figures
from reportedly.resolution.quantity_lexicon import quantity_lexicon
from reportedly.resolution.token_index import TokenIndex


@dataclass(frozen=True, slots=True)
class ItemNumbers:
    """The figures of a text as items need them.

    Attributes:
        counts: Index of a noun → how many the text says.
        tokens: Indices of number words; the 2 of "Leopard 2" is a name, not a number.
        amounts: Index of the word that governs an amount of money → where the amount stands.
    """

    counts: dict[int, int]
    tokens: frozenset[int]
    amounts: dict[int, Span]


def item_numbers(annotated: AnnotatedText) -> ItemNumbers:
    """Return the figures of a text.

    Args:
        annotated: The text.
    """
    text, index, lexicon = annotated.article.text, TokenIndex(annotated.doc), quantity_lexicon()
    counts: dict[int, int] = {}
    words: set[int] = set()
    amounts: dict[int, Span] = {}
    for figure in find_figures(text):
        start = figure.number[0]
        if lexicon.numbered_before.search(text[max(0, start - LEAD_LENGTH) : start]):
            continue
        tokens = index.tokens(figure.number)
        words |= {token.i for token in tokens}
        amount = _amount(figure, text)
        if amount is not None:
            amounts[index.head(amount).i] = amount
            continue
        noun = counted_noun(index.head(figure.number), tokens)
        if noun is not None and figure.value is not None and figure.value.is_integer():
            counts.setdefault(noun.i, int(figure.value))
    return ItemNumbers(counts, frozenset(words), amounts)


def _amount(figure: Figure, text: str) -> Span | None:
    """Return where an amount of money stands, with its currency and without "about"; None for another figure."""
    lexicon, (start, end) = quantity_lexicon(), figure.number
    before = lexicon.symbol_before.search(text[max(0, start - LEAD_LENGTH) : start])
    if before is not None:
        return start - len(before.group()), end
    after = lexicon.currency_after.match(text, end)
    return None if after is None else (start, after.end())
