"""Web pages: the body by trafilatura, the rest by the page's metadata."""

import re
from collections.abc import Iterable, Iterator

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from reportedly.errors import ReadError
from reportedly.reading.assembly import Draft, build_article
from reportedly.reading.boxes import Boxes, find_boxes, find_pleas
from reportedly.reading.decoding import decode
from reportedly.reading.furniture import Where, find_cut
from reportedly.reading.lines import is_prose, same_words
from reportedly.reading.lost import restore_lost
from reportedly.reading.metadata import Metadata, read_metadata
from reportedly.reading.names import merge
from reportedly.reading.outlets import registered_domain
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.reading.repair import repair
from reportedly.reading.signed import read_signed
from reportedly.records import Article, Failure, Furniture

PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
TAGS = re.compile(rb"</(?:p|div|article|section|h1|span)>|<(?:p|br|div|article)[\s/>]", re.I)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
#: A text that lost more than this share of what the less strict extraction finds has lost part of the article.
#: Measured on 40 pages: strict alone .945, less strict alone .962.
KEPT = 0.6
#: Cells of real tables hold figures and names, cells of a page's layout hold paragraphs.
LONGEST_CELL = 300
LAYOUT_CELL = re.compile(rf"^\|[^|\n]{{{LONGEST_CELL},}}|\|[^|\n]{{{LONGEST_CELL},}}\|", re.M)
#: A body in the JSON-LD that is so much longer than what was found on the page stands for a page loaded by script.
MISSED = 1.5


class HtmlReader(Reader):
    """Reads one article from a web page."""

    name = "html"

    def bid(self, source: RawInput) -> float:
        """Bid high for the file name or the head of a page, less for text with several tags."""
        if PAGE.search(source.head[:4096]):
            return 0.9
        if source.suffix in (".html", ".htm", ".xhtml"):
            return 0.8
        return 0.5 if source.head.lstrip().startswith(b"<") and len(TAGS.findall(source.head)) > 2 else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield the article.

        Raises:
            ReadError: The input is empty, too large, binary, or holds no article.
        """
        raw = source.read_bytes(self.options.max_bytes)
        page = decode(raw, name=source.name, encoding=self.options.encoding)
        options = self.options
        yield read_page(
            page, raw=raw, name=source.name, publisher=options.publisher, published=options.published,
            url=source.address,
        )  # fmt: skip


def read_page(
    page: str, *, raw: bytes, name: str, publisher: str | None = None, published: str | None = None,
    url: str | None = None,
) -> Article:  # fmt: skip
    """Read a page that was decoded.

    Args:
        page: Its HTML.
        raw: The bytes that it came from.
        name: Of the input, for messages.
        publisher: Who carries it, where the page does not say.
        published: The day of its publication, where the page shows none.
        url: Its address, where the page does not say, or names another site: a copy points at the original.

    Raises:
        ReadError: The page holds no article.
    """
    tree = parse_page(page, name=name)
    metadata = read_metadata(tree)
    text, leftover = extract_body(page, metadata)
    if not text:
        raise ReadError(name, "is HTML without an article")
    text = restore_lost(tree, text)
    pleas = find_pleas(tree, text)
    text = "\n\n".join(line for line in text.split("\n\n") if line not in pleas)
    boxes = find_boxes(tree, text, title=metadata.title or "")
    signed = read_signed(boxes, metadata)
    return build_article(
        Draft(
            name=name,
            raw=raw,
            text=text,
            title=metadata.title,
            url=_address(metadata.url, url),
            choices=metadata.choices,
            publishers=metadata.publishers or ((publisher,) if publisher else ()),
            authors=metadata.authors or signed.credit.authors,
            agencies=merge([metadata.agencies, signed.credit.agencies]),
            dates=(*metadata.dates, *signed.dates),
            published=published,
            furniture=tuple(boxes.above),
            furniture_inside=tuple(_furniture(leftover, boxes, title=metadata.title or "")),
            furniture_below=tuple(boxes.below),
            types=metadata.types,
            labels=metadata.labels,
            modified=metadata.modified,
            corrections=metadata.corrections,
        )
    )


def _address(said: str | None, known: str | None) -> str | None:
    """Return the address that a page gives itself, unless it is that of another site than the page was found at."""
    if said and known and registered_domain(said) != registered_domain(known):
        return known
    return said or known


def parse_page(page: str, *, name: str) -> HtmlElement:
    """Parse a page.

    Raises:
        ReadError: It holds no element at all.
    """
    # lxml refuses a str that still declares its encoding.
    try:
        return lxml.html.document_fromstring(XML_DECLARATION.sub("", page))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError(name, "is HTML without an article") from error


def extract_body(page: str, metadata: Metadata) -> tuple[str, tuple[str, ...]]:
    """Extract the body, paragraphs apart, and the lines that only the less strict extraction found.

    The order: 1. trafilatura, strict; 2. trafilatura, less strict, when the strict text lost much of it; 3. trafilatura
    at its most generous, when neither holds a sentence, for some sites put the article into an <aside> or <footer>;
    4. the article's text in the JSON-LD, when it is far longer than all of these.

    Of 27 made-up layouts 1 and 2 read 24, and 3 two more (the last calls its paragraphs comments); none of the
    development pages needs 3.
    """
    strict, loose = _extract(page, strict=True), _extract(page, strict=False)
    if LAYOUT_CELL.search(loose):
        page = _without_layout_tables(page)
        strict, loose = _extract(page, strict=True), _extract(page, strict=False)
    text = strict if len(strict) >= KEPT * len(loose) else loose
    if not _holds_prose(text) and _holds_prose(generous := _extract(page, generous=True)):
        text = generous
    if metadata.body and len(metadata.body) > MISSED * len(text):
        return metadata.body, ()
    kept = set(text.split("\n"))
    return "\n\n".join(text.split("\n")), tuple(line for line in loose.split("\n") if line and line not in kept)


def _without_layout_tables(page: str) -> str:
    """Make plain blocks of the tables that old pages are laid out by: an article in a cell is no table."""
    tree = lxml.html.document_fromstring(XML_DECLARATION.sub("", page))
    for table in list(tree.iter("table")):
        if any(len(cell.text_content()) > LONGEST_CELL for cell in table.iter("td")):
            for part in (table, *table.iter("tbody", "tr", "td", "th")):
                part.tag = "div"
    # Renamed, not taken out: lxml joins no texts that hold the control characters of a damaged page.
    for part in list(tree.iter("font", "center")):
        part.tag = "span" if part.tag == "font" else "div"
    return str(lxml.html.tostring(tree, encoding="unicode"))


def _holds_prose(text: str) -> bool:
    return any(is_prose(line) for line in text.split("\n"))


def _extract(page: str, *, strict: bool = False, generous: bool = False) -> str:
    found = trafilatura.bare_extraction(
        page,
        favor_precision=strict,
        favor_recall=generous,
        include_comments=False,
        with_metadata=False,
        deduplicate=False,
    )
    return (found.text or "") if isinstance(found, Document) else ""


def _furniture(lines: Iterable[str], boxes: Boxes, *, title: str) -> Iterator[Furniture]:
    """Yield the lines that only one extraction found, but for those that stand in a box."""
    boxed = [box.text.casefold() for box in (*boxes.above, *boxes.below)]
    for line in map(repair, lines):
        if line and not same_words(line, title) and not any(line.casefold() in box for box in boxed):
            cut = find_cut(line, Where.TAIL)
            yield Furniture(kind=cut.kind if cut else "other", text=line)
