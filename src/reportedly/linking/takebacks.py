"""What was said before and is taken back: figures replaced, claims withdrawn, a house's corrections of itself."""

from collections.abc import Iterator, Sequence

from reportedly.linking.cases import Case
from reportedly.linking.desk import Desk
from reportedly.linking.ledger import Figure, current, show_figure
from reportedly.linking.revising import correction_in, is_retracting, sentence_at
from reportedly.records import Contradiction, Span


def find_takebacks(case: Case, others: Sequence[Case], desk: Desk) -> Iterator[Contradiction]:
    """Yield what origins and houses take back of what they said of an act."""
    yield from _corrections(case.figures)
    yield from _own_corrections(case, others, desk)
    yield from _retractions(case, desk)


def _corrections(figures: Sequence[Figure]) -> Iterator[Contradiction]:
    now = {(figure.measure, figure.given.by): figure for figure in current(figures)}
    for figure in figures:
        latest = now[(figure.measure, figure.given.by)]
        if figure.given.superseded:
            what = f"{figure.given.kind}: {show_figure(latest)}, where {figure.given.by} had said {show_figure(figure)}"
            yield Contradiction(id=latest.id, article=latest.given.article, by=latest.given.by, what=what)


def _own_corrections(case: Case, others: Sequence[Case], desk: Desk) -> Iterator[Contradiction]:
    """Yield where a house says that what it printed of a deed was wrong.

    Of several deeds, it is the one told in that paragraph; all of them, where none is.
    """
    told = {telling.article: telling for telling in reversed(case.tellings) if desk.home(telling) == telling.article}
    for article, telling in sorted(told.items(), key=lambda pair: desk.order[pair[0]]):
        text = desk.report[article].article.text
        span = correction_in(text, house=desk.house_name(article))
        if span is None or not desk.repeats.is_own(article, span):
            continue
        here = [one for one in (case, *others) if _is_told_in(article, span, one, text=text)]
        if not here or case in here:
            words = " ".join(text[slice(*span)].split())
            yield Contradiction(
                id=telling.id, article=article, by=desk.house_name(article), what=f"correction: {words}"
            )


def _is_told_in(article: str, span: Span, case: Case, *, text: str) -> bool:
    """Whether an act is told in the paragraph of a stretch of an article."""
    paragraph = text.count("\n\n", 0, span[0])
    places = [telling.span[0] for telling in case.tellings if telling.article == article]
    return any(text.count("\n\n", 0, place) == paragraph for place in places)


def _retractions(case: Case, desk: Desk) -> Iterator[Contradiction]:
    """Yield where an origin withdraws a claim: "the line withdrew its claim that stones were thrown"."""
    seen: set[str] = set()
    for telling in case.tellings:
        text = desk.report[telling.article].article.text
        sentence = text[slice(*sentence_at(text, telling.span[0]))]
        if telling.is_aside or desk.home(telling) is None or not is_retracting(sentence):
            continue
        by = desk.speaker_of(telling)
        if by not in seen:
            seen.add(by)
            words = " ".join(sentence.split())
            yield Contradiction(id=telling.id, article=telling.article, by=by, what=f"takes back: {words}")
