"""The reader's choices, explained in words."""

from collections.abc import Iterator

from reportedly.records import Article, Choice, Published
from reportedly.wording.when import iso_words

#: A quoted piece is shortened to so many characters.
SHOWN = 60


def reasons(article: Article) -> Iterator[str]:
    """Yield a sentence for each choice that the reader made."""
    yield from _title_reasons(article)
    yield from _publisher_reasons(article)
    yield from _credit_reasons(article)
    yield from _byline_reasons(article)
    if article.dateline is not None:
        yield _dateline_reason(article)
    yield from _date_reasons(article.published)
    yield from _genre_reasons(article)
    yield (
        "The language cannot be told from the text."
        if article.language is None
        else f"The text reads as “{article.language}”."
    )
    yield from _furniture_reasons(article)


def _title_reasons(article: Article) -> Iterator[str]:
    if article.title is None:
        yield "No title: no line above the text can be a headline, and no metadata name one."
        return
    signs = [choice for choice in article.choices if choice.field == "title"]
    if not signs:
        yield "The title is the record's own, or the first line above the text that is no label, date or name."
        return
    agreeing = [choice for choice in signs if _letters(choice.value) == _letters(article.title)]
    if agreeing:
        others = f"; also said by: {_listed(agreeing[1:])}" if agreeing[1:] else ""
        yield f"The title is the page's {agreeing[0].evidence}, trusted {agreeing[0].score:.0%}{others}."
    yield from _beaten(signs, agreeing)


def _publisher_reasons(article: Article) -> Iterator[str]:
    publisher = article.publisher
    if publisher is None:
        yield "Nothing says who carries the article."
        return
    signs = [choice for choice in article.choices if choice.field == "publisher"]
    agreeing = [choice for choice in signs if _letters(choice.value) == _letters(publisher.name)]
    if agreeing:
        yield f"The publisher is {publisher.name} by: {_listed(agreeing)}."
    if publisher.domain is not None:
        yield f"The page stands at {publisher.domain}, which is {publisher.name}."
    elif not agreeing:
        yield f"The text names {publisher.name} as its publisher; there is no address to compare."
    yield from _beaten(signs, agreeing)


def _beaten(signs: list[Choice], agreeing: list[Choice]) -> Iterator[str]:
    """Yield what else was said, each thing once."""
    others: dict[str, list[Choice]] = {}
    for choice in signs:
        if choice not in agreeing:
            others.setdefault(choice.value, []).append(choice)
    for value, choices in others.items():
        yield f"{_quoted(value)} was not chosen: {_listed(choices)}."


def _letters(name: str) -> str:
    """Return what two spellings of one name share: "the Guardian", "TheGuardian"."""
    return "".join(filter(str.isalnum, name.casefold())).removeprefix("the")


def _listed(choices: list[Choice]) -> str:
    return ", ".join(f"{choice.evidence} ({choice.score:.0%})" for choice in choices)


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


def _genre_reasons(article: Article) -> Iterator[str]:
    signs = [choice for choice in article.choices if choice.field == "genre"]
    if article.genre is None:
        yield "No genre: neither page nor text says what kind of piece it is."
        return
    agreeing = [choice for choice in signs if choice.value == article.genre]
    yield f"The genre is {article.genre} by: {_listed(agreeing)}."
    yield from _beaten(signs, agreeing)


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
