"""The reader's choices, explained in words."""

from collections import Counter
from collections.abc import Iterator

from reportedly.cli.when import iso_words
from reportedly.records import Article, Published


def reasons(article: Article) -> Iterator[str]:
    """Yield a sentence for each choice that the reader made."""
    yield _publisher_reason(article)
    if article.credits:
        yield f"The text itself credits {', then '.join(article.credits)}: the copy comes from there."
    yield from _date_reasons(article.published)
    yield (
        "The language cannot be told from the text."
        if article.language is None
        else f"The text reads as “{article.language}”."
    )
    yield _furniture_reason(article)


def _publisher_reason(article: Article) -> str:
    publisher = article.publisher
    if publisher is None:
        return "Nothing says who carries the article."
    if publisher.domain is None:
        return f"The text names {publisher.name} as its publisher; there is no address to compare."
    return f"The page stands at {publisher.domain}, which is {publisher.name}."


def _date_reasons(published: Published) -> Iterator[str]:
    if published.value is None:
        yield "Nothing tells when the article appeared: words such as “on Monday” cannot be resolved."
        return
    chosen, *others = published.candidates or (None,)
    trust = "" if chosen is None else f", trusted {chosen.score:.0%}"
    yield f"The date is {iso_words(published.value)} because of the best sign: {published.evidence}{trust}."
    for other in others:
        if other is not None:
            yield f"Another sign says {iso_words(other.value)}: {other.evidence}, trusted {other.score:.0%}."
    if published.conflict:
        yield "The signs disagree by more than a day: check the date before relying on it."


def _furniture_reason(article: Article) -> str:
    if not article.furniture:
        return "Nothing was cut: every line belongs to the article."
    kinds = Counter(piece.kind for piece in article.furniture)
    listed = ", ".join(f"{kind} ({number})" if number > 1 else kind for kind, number in kinds.items())
    return f"Cut from the page, as no part of the article: {listed}."
