import pytest

from reportedly.reading.detect import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Police in the capital said on Monday that three men had been arrested after the march.", "en"),
        ("La police a annoncé lundi que trois hommes avaient été arrêtés après la manifestation.", "fr"),
        ("La policía dijo el lunes que tres hombres fueron detenidos después de la marcha.", "es"),
        ("Полиция сообщила в понедельник, что после марша были задержаны три человека.", "ru"),
        ("Police said", None),
        ("", None),
        ("1 2 3 4 5 6 7 8 9", None),
    ],
)
def test_detect_language_tells_or_abstains(text, language):
    assert detect_language(text) == language


def test_detect_language_reads_broken_text():
    assert detect_language("\ud800" * 50) is None
