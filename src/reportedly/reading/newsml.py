"""NewsML-G2: the items of news agencies in XML, one a file or many in a message, their text in XHTML, NITF or plain."""

from collections.abc import Iterator

import lxml.etree
from lxml.etree import _Element

from reportedly.errors import ReadError
from reportedly.reading.fragments import fragment_text
from reportedly.reading.newsitems import build_item, check_status
from reportedly.reading.raw import RawInput
from reportedly.reading.reader import Reader
from reportedly.records import Article, Failure

NAMESPACE = b"http://iptc.org/std/nar/2006-10-01/"
TEXTS = frozenset({"", "text", "composite"})
#: Where the text stands in NITF and XHTML; what is above it is head.
BODIES = ("body.content", "body")
PARAGRAPHS = frozenset({"p", "hl2", "h1", "h2", "h3", "h4", "li", "blockquote", "bq", "pre", "td", "div", "br"})
DROPPED = frozenset({"media", "figure", "script", "style", "body.head", "head"})


def is_newsml(head: bytes) -> bool:
    """Whether the first bytes of an input are those of NewsML-G2."""
    return NAMESPACE in head and (b"newsItem" in head or b"newsMessage" in head)


class NewsmlReader(Reader):
    """Reads the items of a NewsML-G2 file."""

    name = "NewsML-G2"

    def bid(self, source: RawInput) -> float:
        """Bid by the namespace."""
        return 0.97 if is_newsml(source.head) else 0.0

    def read(self, source: RawInput) -> Iterator[Article | Failure]:
        """Yield an article for each item, and a Failure for one that is not released or holds no text.

        Raises:
            ReadError: The input is too large, too broken, or holds no item.
        """
        root = _parse(source.read_bytes(self.options.max_bytes), name=source.name)
        items = [element for element in root.iter() if _local(element) == "newsItem"]
        if not items:
            raise ReadError(source.name, "is NewsML-G2 without news items")
        for item in items:
            name = source.name if len(items) == 1 else f"{source.name}:{item.get('guid') or 'item'}"
            try:
                yield read_item(item, name=name, publisher=self.options.publisher)
            except ReadError as error:
                yield Failure(input=error.input, reason=error.reason)


def read_item(item: _Element, *, name: str, publisher: str | None = None) -> Article:
    """Read an item.

    Args:
        item: The element `newsItem`.
        name: Of the item, for messages.
        publisher: Who carries it, where the item names no provider.

    Raises:
        ReadError: It is withheld or canceled, or holds no text.
    """
    check_status(_code(item, "itemMeta", "pubStatus"), name=name)
    kind = (_code(item, "itemMeta", "itemClass") or "").rpartition(":")[2].rpartition("/")[2].lower()
    if kind not in TEXTS:
        raise ReadError(name, f"is no text but of the class {kind}")
    created = next((f for f in ("versionCreated", "firstCreated") if _words(item, "itemMeta", f)), "")
    dateline = (_words(item, "contentMeta", "dateline") or "").partition(",")[0].strip()
    return build_item(
        name=name,
        raw=lxml.etree.tostring(item),
        text=_body(item, name=name),
        title=_words(item, "contentMeta", "headline") or _words(item, "itemMeta", "title"),
        url=None,
        publisher=_party(item, "itemMeta", "provider") or publisher,
        byline=_words(item, "contentMeta", "by"),
        credits=tuple(_credits(item)),
        created=_words(item, "itemMeta", created),
        detail=created,
        place=_party(item, "contentMeta", "located") or dateline or None,
        genres=tuple(_genres(item)),
        first_created=_words(item, "itemMeta", "firstCreated"),
    )


def _credits(item: _Element) -> Iterator[str]:
    line = _words(item, "contentMeta", "creditline")
    if line:
        yield line
    for element in _children(item, "contentMeta", "infoSource"):
        if name := _name(element):
            yield name


def _genres(item: _Element) -> Iterator[str]:
    for element in _children(item, "contentMeta", "genre"):
        yield from filter(None, (_name(element), element.get("qcode"), element.get("uri")))


def _body(item: _Element, *, name: str) -> str:
    """Return the text: 1. XML inside the item, 2. data inside the item; the first that holds any."""
    for element in _children(item, "contentSet", "inlineXML"):
        if text := _xml_text(element):
            return text
    for element in _children(item, "contentSet", "inlineData"):
        data = "".join(element.itertext())
        plain = element.get("contenttype", "").startswith("text/plain")
        if text := data.strip() if plain else fragment_text(data):
            return text
    raise ReadError(name, "holds no text, only links to it")


def _xml_text(element: _Element) -> str:
    parts = {_local(part): part for part in element.iter()}
    start = next((parts[name] for name in BODIES if name in parts), element)
    lines = "".join(_pieces(start)).split("\n")
    return "\n\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _pieces(start: _Element) -> Iterator[str]:
    """Yield the texts in reading order, a line break around every paragraph."""
    dropped = 0
    for event, part in lxml.etree.iterwalk(start, events=("start", "end", "comment", "pi")):
        name = _local(part)
        if event == "start":
            dropped += name in DROPPED
        elif event == "end":
            dropped -= name in DROPPED
        if name in PARAGRAPHS:
            yield "\n"
        text = part.text if event == "start" else part.tail
        if text and not dropped and (event == "start" or part is not start):
            yield " ".join(text.split("\n"))


def _children(item: _Element, block: str, name: str) -> Iterator[_Element]:
    for part in item:
        if _local(part) == block:
            yield from (child for child in part if _local(child) == name)


def _words(item: _Element, block: str, name: str) -> str | None:
    for element in _children(item, block, name):
        if words := " ".join("".join(element.itertext()).split()):
            return words
    return None


def _code(item: _Element, block: str, name: str) -> str | None:
    return next((element.get("qcode") or element.get("uri") for element in _children(item, block, name)), None)


def _party(item: _Element, block: str, name: str) -> str | None:
    return next((found for element in _children(item, block, name) if (found := _name(element))), None)


def _name(element: _Element) -> str | None:
    """Return the name of a party or place: 1. its name, 2. its literal, 3. the end of its code."""
    for child in element:
        if _local(child) == "name" and (words := " ".join("".join(child.itertext()).split())):
            return words
    literal = element.get("literal")
    code = (element.get("qcode") or "").rpartition(":")[2]
    return literal or (code if code and not code.isdigit() else None)


def _parse(raw: bytes, *, name: str) -> _Element:
    # Entities stay as they are written, and nothing is fetched for them.
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = lxml.etree.fromstring(raw, parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise ReadError(name, f"is XML too broken to read: {error}") from error
    if root is None:
        raise ReadError(name, "is XML too broken to read")
    return root


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
