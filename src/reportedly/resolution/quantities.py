"""Finds the figures of a text and tells what each counts: money, a share, a duration, people who died, anything else.

Order of the tests: (1) figures inside times, names and ages count nothing; (2) money; (3) shares; (4) durations;
(5) what happened to people, by the parse; (6) rates; (7) plain counts of a noun.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.language.annotated import AnnotatedText
from reportedly.records import Date, Quantity, QuantityKind, Span
from reportedly.resolution.casualties import casualty_kind, counts_cases
from reportedly.resolution.counted_nouns import counted_noun, first_conjunct, is_age, unit_of
from reportedly.resolution.dates import find_dates
from reportedly.resolution.figures import LEAD_LENGTH, Figure, find_figures
from reportedly.resolution.plain_text import plain
from reportedly.resolution.quantity_lexicon import PEOPLE_KINDS, QuantityLexicon, quantity_lexicon
from reportedly.resolution.token_index import TokenIndex

PEOPLE = "people"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "attr"})
#: "Two" alone mostly points back; "twenty" alone is a figure.
SMALLEST_BARE_WORD = 13


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure with the tokens that tell what it counts.

    Attributes:
        figure: The figure.
        token: The head of its number words.
        noun: What is counted; None for a bare number.
    """

    figure: Figure
    token: Token
    noun: Token | None


def find_quantities(annotated: AnnotatedText, *, dates: tuple[Date, ...] | None = None) -> tuple[Quantity, ...]:
    """Return the figures of a text in reading order.

    Args:
        annotated: The text.
        dates: From `find_dates`, when the caller has them already; a figure inside a date counts nothing.
    """
    return tuple(_Finder(annotated, find_dates(annotated) if dates is None else dates).quantities())


class _Finder:
    """One text being searched: what every step needs."""

    def __init__(self, annotated: AnnotatedText, dates: tuple[Date, ...]) -> None:
        self._text = plain(annotated.article.text)
        self._original = annotated.article.text
        self._lexicon: QuantityLexicon = quantity_lexicon()
        self._tokens = TokenIndex(annotated.doc)
        self._in_dates = {i for date in dates if date.span is not None for i in range(*date.span)}

    def quantities(self) -> Iterator[Quantity]:
        """Yield what each figure counts; a part ("including 12 children") shares the fate of its whole."""
        whole: Quantity | None = None
        latest: Quantity | None = None
        for figure in find_figures(self._text):
            if figure.number[0] in self._in_dates or self._lexicon.follower.match(self._text, figure.number[1]):
                continue
            if figure.single and self._lexicon.denied_before.search(self._before(figure.number[0])):
                continue
            figure = self._without_preposition(figure)
            counted = self._counted(figure)
            quantity = (
                self._measured(figure)
                or self._part(counted, latest)
                or self._of_people(counted, whole)
                or self._plain(counted)
            )
            if quantity is None:
                continue
            yield quantity
            if self._kind_of_whole(counted, whole) is not None or self._part(counted, latest) is not None:
                continue
            if quantity.kind in PEOPLE_KINDS:
                whole = quantity
            if quantity.kind in PEOPLE_KINDS or quantity.kind is QuantityKind.COUNT:
                latest = quantity

    def _counted(self, figure: Figure) -> _Counted:
        token, tokens = self._tokens.head(figure.number), self._tokens.tokens(figure.number)
        return _Counted(figure, token, counted_noun(token, tokens) or counted_noun(tokens[-1], tokens))

    def _without_preposition(self, figure: Figure) -> Figure:
        """Take the bound away where "over" only governs the phrase: "repay it over four years"."""
        word = (figure.modifier or "").lower()
        token = self._tokens.at(figure.span[0])
        if word not in self._lexicon.prepositions or token.lower_ != word or token.dep_ not in ("prep", "prt"):
            return figure
        return figure.without_modifier()

    # Measures: told by the words beside the figure alone.

    def _measured(self, figure: Figure) -> Quantity | None:
        return self._money(figure) or self._share(figure) or self._duration(figure)

    def _money(self, figure: Figure) -> Quantity | None:
        start, end = figure.number
        before = self._lexicon.symbol_before.search(self._before(start))
        after = None if before else self._lexicon.currency_after.match(self._text, end)
        if before is None and after is None:
            return None
        if after is not None and self._lexicon.weight_before.search(self._before(figure.span[0])):
            return None
        if before is not None:
            form = before.group("word").strip()
            currency: str | None = self._lexicon.symbols[form]
            start = min(figure.span[0], start - len(before.group()))
        else:
            assert after is not None
            form = (after.group("word") or after.group("code")).lower()
            currency = self._lexicon.currencies[form]
            start, end = figure.span[0], after.end()
        currency = self._owned(form, start) or currency
        end, per = self._period(max(end, figure.span[1]))
        return self._quantity(figure, QuantityKind.MONEY, (start, end), currency=currency, per=per)

    def _owned(self, form: str, position: int) -> str | None:
        """Return whose pesos they are: of the one state among theirs that the sentence names."""
        owners = self._lexicon.owners.get(form)
        if owners is None:
            return None
        sentence = self._tokens.at(position).sent.text
        found = {code: match.span() for code, names in owners.items() if (match := names.search(sentence))}
        # "South Sudan" names Sudan as well: the longer name counts.
        named = [
            c for c, (a, b) in found.items() if not any(x <= a and b <= y and y - x > b - a for x, y in found.values())
        ]
        return named[0] if len(named) == 1 else None

    def _share(self, figure: Figure) -> Quantity | None:
        after = self._lexicon.percent_after.match(self._text, figure.number[1])
        if after is None and not figure.fraction:
            return None
        end, per = self._period(figure.span[1] if after is None else max(after.end(), figure.span[1]))
        scale = 1 if figure.fraction else 100
        return self._quantity(figure, QuantityKind.SHARE, (figure.span[0], end), scale=scale, per=per)

    def _duration(self, figure: Figure) -> Quantity | None:
        after = self._lexicon.unit_after.match(self._text, max(figure.number[1], figure.span[1]))
        if after is None or self._is_age(figure.span[0], after.end()):
            return None
        unit = self._lexicon.units[after.group("word").lower()]
        end, per = self._period(after.end())
        return self._quantity(figure, QuantityKind.DURATION, (figure.span[0], end), unit=unit, per=per)

    def _period(self, end: int) -> tuple[int, str | None]:
        """Return where a following "a month" ends and what it means."""
        match = self._lexicon.period_after.match(self._text, end)
        if match is None:
            return end, None
        return match.end(), self._lexicon.periods[match.group("word").lower().replace("-", " ")]

    def _later_period(self, end: int) -> tuple[int, str | None]:
        """The same some words on: "60 lorries cross each day", "90 tonnes of rice a week"."""
        match = self._lexicon.period_later.match(self._text, end)
        if match is None:
            return end, None
        return end, self._lexicon.periods[(match.group("word") or match.group("article")).lower()]

    # Counts: told by the parse.

    def _of_people(self, counted: _Counted, whole: Quantity | None) -> Quantity | None:
        node = counted.noun or counted.token
        kind = casualty_kind(node, self._lexicon) or casualty_kind(counted.token, self._lexicon)
        kind = kind or self._kind_of_whole(counted, whole)
        if kind is None or self._is_no_person(node) or not self._counts(counted):
            return None
        noun = counted.noun
        cases = noun is None or noun.lower_ in self._lexicon.stand_ins or counts_cases(noun, self._lexicon)
        return self._of_noun(counted, kind, unit=PEOPLE if cases else unit_of(node, after=counted.figure.number[1]))

    def _part(self, counted: _Counted, whole: Quantity | None) -> Quantity | None:
        """Three of them; five of whom: as many of the people told before, by their name."""
        figure = counted.figure
        pronoun = self._lexicon.part_after.match(self._text, figure.number[1])
        if pronoun is None or whole is None or whole.span is None or not self._in_one_sentence(counted, whole):
            return None
        return self._quantity(figure, whole.kind, (figure.span[0], pronoun.end()), unit=whole.unit)

    def _in_one_sentence(self, counted: _Counted, whole: Quantity) -> bool:
        return whole.span is not None and self._tokens.at(whole.span[0]).sent.start == counted.token.sent.start

    def _is_no_person(self, node: Token) -> bool:
        words = (node, *(child for child in node.children if child.dep_ == "compound"))
        return any(word.lemma_.lower() in self._lexicon.not_people for word in words)

    def _kind_of_whole(self, counted: _Counted, whole: Quantity | None) -> QuantityKind | None:
        if whole is None or not self._in_one_sentence(counted, whole):
            return None
        named = self._lexicon.part_before.search(self._before(counted.figure.span[0])) is not None
        return whole.kind if named or self._is_listed(counted, whole) else None

    def _is_listed(self, counted: _Counted, whole: Quantity) -> bool:
        """Fifteen people died: nine soldiers and six civilians. What follows the colon has no verb of its own."""
        between = self._text[whole.span[1] : counted.figure.span[0]]
        colon = between.find(":")
        if colon < 0 or counted.noun is None or (counted.figure.value or 0) > (whole.value or whole.low or 0):
            return False
        listed = self._tokens.tokens((whole.span[1] + colon, counted.noun.idx + 1))
        return not any(token.pos_ in ("VERB", "AUX") for token in listed) and counted.noun.dep_ not in SUBJECTS

    def _plain(self, counted: _Counted) -> Quantity | None:
        figure, noun = counted.figure, counted.noun
        if not self._counts(counted) or figure.single:
            return None
        strength = self._lexicon.strength.match(self._text, figure.number[1])
        if strength is not None:
            return self._quantity(figure, QuantityKind.COUNT, (figure.span[0], strength.end()), unit=PEOPLE)
        measure = self._lexicon.measure_after.match(self._text, figure.number[1])
        if measure is not None:
            name = self._lexicon.measures[measure.group("word").lower()]
            return self._quantity(figure, QuantityKind.COUNT, (figure.span[0], measure.end()), unit=name)
        hyphenated = self._text[figure.number[1] : figure.number[1] + 1] == "-"  # "a four-way race"
        if (
            hyphenated
            or (noun is None and not self._stands_alone(counted))
            or (noun is not None and noun.tag_ == "NNP")
        ):
            return None
        unit = None if noun is None else unit_of(noun, after=figure.number[1])
        return self._of_noun(counted, QuantityKind.COUNT, unit=unit)

    def _of_noun(self, counted: _Counted, kind: QuantityKind, *, unit: str | None) -> Quantity:
        figure = counted.figure
        end = figure.span[1] if counted.noun is None else max(figure.span[1], counted.noun.idx + len(counted.noun))
        end, per = self._period(end)
        if per is None:
            end, per = self._later_period(end)
        kind = QuantityKind.RATE if per is not None and kind is QuantityKind.COUNT else kind
        return self._quantity(figure, kind, (figure.span[0], end), unit=unit, per=per)

    def _counts(self, counted: _Counted) -> bool:
        """Tell a count from a name ("Resolution 2231") and from an age."""
        start, end = counted.figure.number
        if self._lexicon.numbered_before.search(self._before(start)) or self._is_age(start, end):
            return False
        token = counted.token
        behind = token.dep_ in ("nummod", "appos", "npadvmod") and token.head.i < token.i
        return not (behind and token.head.pos_ in ("PROPN", "NOUN"))

    def _is_age(self, start: int, end: int) -> bool:
        return (
            self._lexicon.age_before.search(self._before(start)) is not None
            or self._lexicon.age_after.match(self._text, end) is not None
        )

    def _stands_alone(self, counted: _Counted) -> bool:
        """Tell whether a bare number is an argument ("put the crowd at 20,000"), not a mere "the two"."""
        words, token = self._text[slice(*counted.figure.number)], first_conjunct(counted.token)
        small = words.isalpha() and counted.figure.value is not None and counted.figure.value < SMALLEST_BARE_WORD
        referring = any(child.dep_ == "det" for child in counted.token.children)
        before = self._before(counted.figure.span[0])
        changed = self._lexicon.change_before.search(before) or self._lexicon.part_before.search(before)
        return token.dep_ in ARGUMENTS and (changed is not None or not small) and not referring and not is_age(token)

    def _before(self, position: int) -> str:
        return self._text[max(0, position - LEAD_LENGTH) : position]

    def _quantity(
        self, figure: Figure, kind: QuantityKind, span: Span, *, scale: float = 1, unit: str | None = None,
        currency: str | None = None, per: str | None = None,
    ) -> Quantity:  # fmt: skip
        value, low, high = (None if x is None else round(x / scale, 6) for x in (figure.value, figure.low, figure.high))
        return Quantity(
            kind=kind, value=value, low=low, high=high, unit=unit, currency=currency, per=per, modifier=figure.modifier,
            text=self._original[span[0] : span[1]], span=span,
        )  # fmt: skip
