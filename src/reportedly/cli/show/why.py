"""The reader's choices, explained in words."""

from collections.abc import Iterator

from reportedly.cli.show.when import iso_words
from reportedly.records import Article, Published

#: Evidence of these kinds is found in pages only: text has no metadata.
PAGE_EVIDENCE = ("JSON-LD", "meta", "time element", "htmldate")
#: A quoted piece is shortened to so many characters.
SHOWN = 60


def reasons(article: Article) -> Iterator[str]:
    """Yield a sentence for each choice that the reader made."""
    yield _title_reason(article)
    yield _publisher_reason(article)
    yield from _credit_reasons(article)
    yield from _byline_reasons(article)
    if article.dateline is not None:
        yield _dateline_reason(article)
    yield from _date_reasons(article.published)
    yield (
        "The language cannot be told from the text."
        if article.language is None
        else f"The text reads as “{article.language}”."
    )
    yield from _furniture_reasons(article)


def _title_reason(article: Article) -> str:
    if article.title is None:
        return "No title: no line above the text can be a headline, and no metadata name one."
    if _is_page(article):
        return (
            "The title is the page's main heading where its metadata bear it out, else the title in the metadata, "
            "without the site's name."
        )
    return "The title is the record's own, or the first line above the text that is no label, date, byline or outlet."


def _is_page(article: Article) -> bool:
    return any(candidate.evidence.startswith(PAGE_EVIDENCE) for candidate in article.published.candidates)


def _publisher_reason(article: Article) -> str:
    publisher = article.publisher
    if publisher is None:
        return "Nothing says who carries the article."
    if publisher.domain is None:
        return f"The text names {publisher.name} as its publisher; there is no address to compare."
    return f"The page stands at {publisher.domain}, which is {publisher.name}."


def _credit_reasons(article: Article) -> Iterator[str]:
    if article.credits:
        yield f"The text itself credits {', then '.join(article.credits)}: the copy comes from there."
    for name in article.credits:
        yield f"{name} is credited in {_place_of(name, article)}."


def _byline_reasons(article: Article) -> Iterator[str]:
    for name in article.byline:
        yield f"{name} is named as author in {_place_of(name, article)}."


def _place_of(name: str, article: Article) -> str:
    """Say where a name was found: in a piece that was cut, else in the metadata."""
    pieces = (piece for piece in article.furniture if name.casefold() in piece.text.casefold())
    signing = sorted(pieces, key=lambda piece: piece.kind not in ("credit", "byline"))
    return _quoted(signing[0].text) if signing else "the page's metadata or the record's fields"


def _dateline_reason(article: Article) -> str:
    dateline = article.dateline
    printed = next((piece.text for piece in article.furniture if dateline and (dateline.place or "") in piece.text), "")
    where = f", printed as {_quoted(printed)}" if printed else ""
    if dateline is None or dateline.date is None:
        return f"The dateline gives the place and no full day{where}."
    return f"The dateline says {iso_words(dateline.date)}{where}; a missing year is that of the best sign of the date."


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


def _furniture_reasons(article: Article) -> Iterator[str]:
    """Yield why each piece was cut; pieces of one kind with one reason share a sentence."""
    from reportedly.reading.reasons import furniture_reasons

    if not article.furniture:
        yield "Nothing was cut: every line belongs to the article."
        return
    grouped: dict[tuple[str, str], list[str]] = {}
    for piece, reason in zip(article.furniture, furniture_reasons(article.furniture), strict=True):
        grouped.setdefault((piece.kind, f"{reason.words} ({reason.kind})"), []).append(piece.text)
    for (kind, words), texts in grouped.items():
        more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
        yield f"Cut {_quoted(texts[0])}{more} as {kind}, because {words}."


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= SHOWN else words[: SHOWN - 1] + '…'}”"
