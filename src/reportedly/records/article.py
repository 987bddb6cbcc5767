"""An article as it was published: what the reader found, and what it cut."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, Self, TypeAlias

from reportedly.records.base import Record
from reportedly.records.date import Precision
from reportedly.records.identity import stable_id

#: What was cut from a page. The names are those of `codebook/reading/furniture.yaml`.
FurnitureKind: TypeAlias = Literal[
    "navigation", "clock", "section label", "share bar", "legal notice", "related links", "search box", "newsletter",
    "cookie notice", "tags", "caption", "article number", "credit", "byline", "contact", "advertisement", "comments",
    "other",
]  # fmt: skip

#: What kind of piece an article is: IPTC genre names in small letters, as far as IPTC has one. The names are those of
#: `codebook/reading/genres.yaml`.
Genre: TypeAlias = Literal["news", "opinion", "analysis", "press release", "live blog", "sponsored"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher(Record):
    """Who carries the article.

    Attributes:
        name: As readers know it: "MENAFN". From the domain when nothing else names it.
        domain: Registered domain, without "www."; None when the input had no address.
    """

    name: str
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline(Record):
    """The "CARACAS, Nov 1 (Agency) -" that opens a wire report.

    Attributes:
        place: The place as printed.
        date: ISO 8601 day, or None when the dateline gives none.
    """

    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate(Record):
    """One sign of when the article was published.

    Attributes:
        value: ISO 8601, to the precision that the evidence has.
        evidence: Where it stands, in words: "JSON-LD datePublished", "article number MENAFN0111…".
        score: 0…1, how far this kind of evidence is to be trusted.
    """

    value: str
    evidence: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Record):
    """When the article was published, with every sign that was weighed.

    Attributes:
        value: ISO 8601 day or moment; None when unknown.
        precision: Of `value`; None when unknown.
        evidence: The evidence of the candidate chosen.
        conflict: Whether candidates disagree by more than a day.
        candidates: All of them, the best first.
    """

    value: str | None = None
    precision: Precision | None = None
    evidence: str | None = None
    conflict: bool = False
    candidates: tuple[DateCandidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """One sign of what a field of the article should hold.

    Attributes:
        field: "title", "publisher" or "genre".
        value: What the sign says.
        evidence: Where it stands, in words: "og:title", "logo", "copyright line".
        score: 0…1, how far this kind of evidence is to be trusted.
    """

    field: str
    value: str
    evidence: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture(Record):
    """A piece of the page that is not the article.

    Attributes:
        kind: What it is.
        text: Its words; of a long box of a web page the first.
        markup: How the page itself marks it ("“share” in <div>"); None for what its words or place told.
        learned: On how many articles of its publisher it stood, by the furniture file that told it; else None.
    """

    kind: FurnitureKind
    text: str
    markup: str | None = None
    learned: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """One article, its text canonical: the one coordinate system of every span.

    Attributes:
        id: Hash of publisher and canonical text.
        raw_sha256: Of the bytes read; of the text's UTF-8 when it never was bytes.
        revision_of: Id of the earlier text at the same address, or None.
        url: Canonical address.
        title: The headline.
        language: BCP 47, told from the text; None when it cannot be told.
        text: The body: furniture removed, Unicode and the spacing of quotation marks repaired, paragraphs
            separated by an empty line.
        publisher: Who carries it.
        credits: Whose copy it says it is, nearest first.
        byline: Names of authors.
        dateline: As printed at the head.
        published: When, with evidence.
        furniture: What was cut.
        choices: What was weighed for title and publisher of a web page, and for the genre, the chosen first.
        genre: What kind of piece it is; None where nothing says so.
        modified: When it was last changed, ISO 8601; None where nothing says so, or nothing changed since `published`.
        corrections: Notes on what was changed after publication, as printed; they stay in `furniture` or `text` too.
    """

    id: str
    raw_sha256: str
    text: str
    revision_of: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: Publisher | None = None
    credits: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Published = Published()
    furniture: tuple[Furniture, ...] = ()
    choices: tuple[Choice, ...] = ()
    genre: Genre | None = None
    modified: str | None = None
    corrections: tuple[str, ...] = ()

    @classmethod
    def verbatim(
        cls,
        text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        publisher: str | Publisher | None = None,
        url: str | None = None,
        language: str | None = "en",
        credits: tuple[str, ...] = (),
        byline: tuple[str, ...] = (),
        dateline: Dateline | None = None,
        raw: bytes | None = None,
    ) -> Self:
        """Wrap a text without cleaning it: `article.text` is exactly `text`.

        Args:
            text: The body, kept as given.
            title: The headline.
            published: ISO 8601 day or moment ("2025-11-01", "2025-11-01T12:17:00+00:00"); relative dates are
                resolved against it.
            publisher: Name or record of who carries it.
            url: Its address.
            language: BCP 47; English unless told.
            credits: Whose copy it says it is.
            byline: Names of authors.
            dateline: As printed.
            raw: The bytes that the text came from, for `raw_sha256`.

        Raises:
            RecordError: `published` is not ISO 8601.
        """
        who = Publisher(name=publisher) if isinstance(publisher, str) else publisher
        when = Published() if published is None else stated_date(published, evidence="given by the caller")
        return cls(
            id=article_id(text, publisher=who),
            raw_sha256=sha256(text.encode("utf-8", "surrogatepass") if raw is None else raw).hexdigest(),
            text=text, title=title, published=when, publisher=who, url=url, language=language,
            credits=credits, byline=byline, dateline=dateline,
        )  # fmt: skip

    @property
    def is_english(self) -> bool:
        """Whether the text is English, or of no language that could be told."""
        return self.language is None or self.language.lower().split("-")[0] == "en"


def article_id(text: str, *, publisher: Publisher | None) -> str:
    """Return the id of an article: the same words carried by the same publisher are the same article."""
    name = "" if publisher is None else publisher.domain or publisher.name
    return stable_id("article", name.casefold(), text)


def stated_date(value: str, *, evidence: str, score: float = 1.0) -> Published:
    """Return a publication date that rests on one piece of evidence.

    Raises:
        RecordError: The value is not ISO 8601.
    """
    candidate = DateCandidate(value=value, evidence=evidence, score=score)
    return Published(
        value=value, precision=Precision.of_iso(value), evidence=evidence, conflict=False, candidates=(candidate,)
    )
