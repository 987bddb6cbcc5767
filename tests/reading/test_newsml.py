"""Items of agencies in XML."""

from pathlib import Path

import pytest

from reportedly.errors import ReadError
from reportedly.reading import read, read_all
from reportedly.reading.newsml import is_newsml
from reportedly.records import Article, Dateline, Failure

STORY = "The ferry Aurora left Suva on Monday with ninety people on board, the harbour master said."
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title>'
    f"</head><body><p>{STORY}</p><!-- note --><p>Nobody\n was <em>hurt</em>.</p></body></html></inlineXML>"
)
NITF = (
    '<inlineXML contenttype="application/nitf+xml"><n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"><n:body>'
    "<n:body.head><n:hedline><n:hl1>Head</n:hl1></n:hedline></n:body.head><n:body.content>"
    f"<n:p>{STORY}</n:p><n:media><n:media-caption>A ship</n:media-caption></n:media><n:p>Nobody was hurt.</n:p>"
    "</n:body.content></n:body></n:nitf></inlineXML>"
)
PLAIN = f'<inlineData contenttype="text/plain">{STORY}\n\nNobody was hurt.</inlineData>'


def item(content: str = XHTML, *, status: str = "stat:usable", kind: str = "ninat:text", guid: str = "urn:1") -> str:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="2" standard="NewsML-G2">
<itemMeta><itemClass qcode="{kind}"/><provider qcode="nprov:MW"><name>Meridian Wire</name></provider>
<versionCreated>2025-03-03T10:15:00+12:00</versionCreated><pubStatus qcode="{status}"/><title>Slug</title></itemMeta>
<contentMeta><located qcode="geo:345"><name>Suva</name></located><creditline>Fiji Broadcasting Agency</creditline>
<by>By Ana Sitoe</by><infoSource literal="Harbour Radio"/><headline>Ferry leaves <em>Suva</em></headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""


def message(*items: str) -> bytes:
    inner = "".join(items)
    start = '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
    return f"{start}<header/><itemSet>{inner}</itemSet></newsMessage>".encode()


@pytest.mark.parametrize("content", [XHTML, NITF, PLAIN])
def test_an_item_is_read(content: str) -> None:
    raw = item(content).encode()
    assert is_newsml(raw)
    (article,) = read(raw)
    assert article.text == f"{STORY}\n\nNobody was hurt."
    assert (article.title, article.byline) == ("Ferry leaves Suva", ("Ana Sitoe",))
    assert article.publisher and article.publisher.name == "Meridian Wire"
    assert article.credits == ("Fiji Broadcasting Agency", "Harbour Radio")
    assert (article.dateline, article.published.value) == (Dateline(place="Suva"), "2025-03-03T10:15:00+12:00")


def test_a_message_holds_many_items_and_some_are_not_released() -> None:
    items = [
        item(),
        item(status="stat:withheld", guid="urn:2"),
        item(status="http://cv.iptc.org/newscodes/pubstatusg2/canceled", guid="urn:3"),
        item(kind="ninat:picture", guid="urn:4"),
        item('<remoteContent href="https://a.example/b"/>', guid="urn:5"),
    ]
    article, *failures = read_all([message(*items)])
    assert isinstance(article, Article)
    told = [failure for failure in failures if isinstance(failure, Failure)]
    assert [(failure.input, failure.reason.split(":")[0].split(";")[0]) for failure in told] == [
        ("<bytes>:urn:2", "is withheld"),
        ("<bytes>:urn:3", "was canceled by its agency"),
        ("<bytes>:urn:4", "is no text but of the class picture"),
        ("<bytes>:urn:5", "holds no text, only links to it"),
    ]  # fmt: skip


def test_items_in_a_folder_are_read_and_other_xml_is_not(tmp_path: Path) -> None:
    (tmp_path / "item.xml").write_text(item())
    (tmp_path / "settings.xml").write_text("<settings><colour>blue</colour></settings>")
    assert len(list(read(str(tmp_path)))) == 1


def test_entities_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the key")
    entity = f'<!DOCTYPE newsItem [<!ENTITY leak SYSTEM "file://{tmp_path}/secret">]>'
    (article,) = read((entity + item().replace("Nobody", "&leak; Nobody")).encode())
    assert "the key" not in article.text


def test_a_message_without_items_is_told() -> None:
    with pytest.raises(ReadError, match="without news items"):
        list(read(message().replace(b"<header/>", b"<header/><!-- newsItem -->")))


def test_a_broken_item_is_read_as_far_as_it_goes() -> None:
    (article,) = read(item()[:-60].encode())
    assert article.text.startswith(STORY)
