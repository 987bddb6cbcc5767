import pytest

from reportedly.errors import ReadError
from reportedly.reading.decoding import decode

TEXT = "The mayor of Łódź told reporters in São Tomé: “Enough.”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_decode_reads_unicode_by_its_mark_or_by_itself(encoding):
    assert decode(TEXT.encode(encoding), name="a") == TEXT


def test_decode_follows_the_declaration_when_utf8_does_not_fit():
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź, Kraków</body></html>'
    assert decode(page.encode("iso-8859-2"), name="a") == page


def test_decode_reads_latin1_as_browsers_do():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“Enough,” she said.</p>'
    assert decode(page.encode("cp1252"), name="a") == page


def test_decode_guesses_an_old_encoding():
    text = "«Мы не уйдём», — заявил министр обороны на встрече с журналистами в понедельник. " * 4
    assert decode(text.encode("cp1251"), name="a") == text


def test_decode_prefers_the_callers_encoding():
    assert decode("Kraków".encode("cp1250"), name="a", encoding="cp1250") == "Kraków"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 \n1 0 obj", "looks binary: a PDF document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "looks binary: a PNG picture"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "looks binary: it holds bytes that no text has"),
    ],
)
def test_decode_turns_away_what_is_no_text(raw, reason):
    with pytest.raises(ReadError) as caught:
        decode(raw, name="a.txt")
    assert (caught.value.input, caught.value.reason) == ("a.txt", reason)
