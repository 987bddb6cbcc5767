"""From what a reader found to the Article: text laid out, sources weighed, the record built."""

from dataclasses import dataclass
from hashlib import sha256

from reportedly.errors import ReadError
from reportedly.reading.changes import find_corrections, last_change
from reportedly.reading.detect import detect_language
from reportedly.reading.found import Layout
from reportedly.reading.genres import GenreSigns, genre_of, weigh_genre
from reportedly.reading.layout import lay_out
from reportedly.reading.lines import split_lines
from reportedly.reading.outlets import house_key, make_publisher
from reportedly.reading.published import UPDATE_LINE, candidate, choose_date, from_address, resolve_dateline
from reportedly.reading.repair import repair
from reportedly.records import Article, Choice, DateCandidate, Dateline, Furniture, Published, Publisher, article_id

PARAGRAPH_BREAK = "\n\n"
#: Boxes above a text that may hold its label; menus and advertisements name other pieces.
LABELLED = ("section label", "byline", "credit", "clock", "legal notice", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found before the text is laid out.

    Attributes:
        name: The input's name, for messages.
        raw: The bytes that it came from.
        text: The body as found.
        title: From metadata.
        url: Canonical address.
        publishers: Names from metadata, the surest first.
        choices: What was weighed for title and publisher.
        domain: Of the publisher, where it is not that of the address.
        authors: From metadata.
        agencies: Credited in metadata.
        dates: Candidates from metadata.
        published: The day that the caller gives, for an article that shows none.
        furniture: What the reader cut itself above the text.
        furniture_inside: The same, wherever it stood.
        furniture_below: The same below the text's first paragraph.
        types: schema.org types that the metadata give it.
        labels: Sections, genre fields and labels that it is filed under.
        modified: Moments of its last change, ISO 8601.
        corrections: Notes of correction in the metadata.
    """

    name: str
    raw: bytes
    text: str
    title: str | None = None
    url: str | None = None
    publishers: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    domain: str | None = None
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    published: str | None = None
    furniture: tuple[Furniture, ...] = ()
    furniture_inside: tuple[Furniture, ...] = ()
    furniture_below: tuple[Furniture, ...] = ()
    types: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()


def build_article(draft: Draft) -> Article:
    """Build the article.

    Raises:
        ReadError: No text is left once the furniture is cut.
    """
    title = repair(draft.title).replace("\n", " ") if draft.title else None
    others = tuple(choice.value for choice in draft.choices if choice.field == "title")
    layout = lay_out(split_lines(repair(draft.text)), title=title or None, authors=draft.authors, other_titles=others)
    text = PARAGRAPH_BREAK.join(layout.paragraphs)
    if not text:
        raise ReadError(draft.name, "holds no article text")
    publisher, credits = _carriers(draft, layout)
    published, dateline = _dates(draft, layout)
    furniture = (*draft.furniture, *draft.furniture_inside, *layout.furniture, *draft.furniture_below)
    genres = _genres(draft, layout, credits=credits, has_dateline=dateline is not None)
    return Article(
        id=article_id(text, publisher=publisher),
        raw_sha256=sha256(draft.raw).hexdigest(),
        url=draft.url,
        title=layout.title,
        language=detect_language(text),
        text=text,
        publisher=publisher,
        credits=credits,
        byline=_byline(draft, layout, publisher),
        dateline=dateline,
        published=published,
        furniture=furniture,
        choices=(*_chosen_first(draft.choices, layout.title, publisher), *genres),
        genre=genre_of(genres),
        modified=_modified(draft, layout, published=published.value),
        corrections=find_corrections(
            stated=draft.corrections, cut=(piece.text for piece in furniture), paragraphs=layout.paragraphs
        ),
    )


def _genres(draft: Draft, layout: Layout, *, credits: tuple[str, ...], has_dateline: bool) -> tuple[Choice, ...]:
    beside = [piece.text for piece in draft.furniture if piece.kind in LABELLED]
    titles = [layout.title or "", *(choice.value for choice in draft.choices if choice.field == "title")]
    return weigh_genre(
        GenreSigns(
            types=draft.types,
            labels=draft.labels,
            titles=tuple(dict.fromkeys(titles)),
            url=draft.url,
            above=(*beside, *(piece.text for piece in layout.furniture[: layout.above])),
            below=tuple(piece.text for piece in (*layout.furniture[layout.above :], *draft.furniture_below)),
            paragraphs=tuple(layout.paragraphs),
            credits=credits,
            has_dateline=has_dateline,
        )
    )


def _modified(draft: Draft, layout: Layout, *, published: str | None) -> str | None:
    printed = [each.value for each in (*draft.dates, *layout.dates) if each.evidence.startswith(UPDATE_LINE)]
    return last_change((*draft.modified, *printed), published=published)


def _chosen_first(choices: tuple[Choice, ...], title: str | None, publisher: Publisher | None) -> tuple[Choice, ...]:
    """Put the signs that agree with what was chosen before the others."""
    own = house_key(publisher.name) if publisher else ""

    def is_beaten(choice: Choice) -> bool:
        return choice.value != title if choice.field == "title" else house_key(choice.value) != own

    return tuple(sorted(choices, key=lambda choice: (choice.field != "title", is_beaten(choice))))


def _carriers(draft: Draft, layout: Layout) -> tuple[Publisher | None, tuple[str, ...]]:
    """Tell the publisher from those whose copy it is.

    The publisher is, in this order: 1. what metadata say; 2. what a syndication mark says; 3. an outlet named in the
    head. Every other outlet named there is credited.
    """
    marked = [credit.publisher for credit in layout.credits if credit.publisher]
    publisher = make_publisher([*draft.publishers, *marked, *layout.outlets], address=draft.domain or draft.url)
    own = house_key(publisher.name) if publisher else ""
    credited = {house_key(name): name for name in reversed([*draft.agencies, *layout.agencies, *layout.outlets])}
    return publisher, tuple(name for key, name in reversed(credited.items()) if key != own)


def _byline(draft: Draft, layout: Layout, publisher: Publisher | None) -> tuple[str, ...]:
    """Tell the authors: 1. persons in the metadata; 2. persons on the page; 3. the outlet that signs its own copy."""
    house = house_key(publisher.name) if publisher else ""
    persons = [name for name in draft.authors if house_key(name) != house]
    own = [name for name in (*draft.authors, *draft.agencies) if house_key(name) == house]
    return tuple(persons) or layout.authors or tuple(own[:1])


def _dates(draft: Draft, layout: Layout) -> tuple[Published, Dateline | None]:
    address = from_address(draft.url) if draft.url else None
    candidates = [*draft.dates, *layout.dates, *([address] if address else [])]
    if not candidates and draft.published is not None:
        candidates.append(candidate(draft.published, kind="given"))
    if not layout.place and not layout.date:
        return choose_date(candidates), None
    dateline = resolve_dateline(layout.place, layout.date, candidates)
    if dateline.date:
        printed = f"“{layout.place}, {layout.date}”" if layout.place else f"“{layout.date}”"
        candidates.append(candidate(dateline.date, kind="dateline", detail=printed))
    return choose_date(candidates), dateline if dateline.place or dateline.date else None
