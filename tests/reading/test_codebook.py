"""Every entry of the reading codebook carries an example, and every example holds."""

import json
import re

import pytest

from reportedly.reading.calendar import date_in_address, date_in_number, find_date, with_parts
from reportedly.reading.changes import is_note
from reportedly.reading.codebook import (
    correction_lines,
    credit_book,
    date_book,
    field_book,
    furniture_book,
    genre_book,
    note_book,
    publisher_book,
    wires,
)
from reportedly.reading.credits import read_close, read_credit_line, read_lead
from reportedly.reading.furniture import Where, find_cut
from reportedly.reading.genres import GenreSigns, weigh_genre
from reportedly.reading.jsonl import find_field
from reportedly.reading.notes import read_note
from reportedly.reading.outlets import find_wire, is_outlet_name
from reportedly.reading.published import from_line

READERS = {"lead": read_lead, "close": read_close}
PLACES = {"head": Where.HEAD, "tail": Where.TAIL, "edge": Where.TAIL, "any": Where.BODY}


@pytest.mark.parametrize("rule", furniture_book().lines, ids=lambda rule: rule.example)
def test_furniture_line_cuts_its_example_and_keeps_the_others(rule):
    pattern = re.compile(with_parts(rule.line, furniture_book().parts), re.I)
    assert pattern.fullmatch(rule.example) and len(rule.example.split()) <= rule.most
    assert find_cut(rule.example, PLACES[rule.where]) is not None
    for line in rule.keeps:
        assert [find_cut(line, where) for where in Where] == [None] * 3, line


@pytest.mark.parametrize("bar", furniture_book().bars, ids=lambda bar: bar.kind)
def test_furniture_bar_cuts_its_example(bar):
    assert find_cut(bar.example, Where.HEAD).kind == bar.kind


@pytest.mark.parametrize("shape", credit_book().shapes, ids=lambda shape: shape.example)
def test_credit_shape_finds_what_its_example_says(shape):
    lead = READERS[shape.at](shape.example) if shape.at in READERS else None
    credit = lead.credit if lead else read_credit_line(shape.example)
    found = {
        "publisher": credit.publisher,
        "place": credit.place,
        "date": credit.date,
        "credits": list(credit.agencies) or None,
        "byline": list(credit.authors) or None,
        "rest": lead.rest if lead else None,
    }
    assert {key: value for key, value in found.items() if value} == shape.finds


@pytest.mark.parametrize(("at", "line"), [(shape.at, line) for shape in credit_book().shapes for line in shape.keeps])
def test_credit_shape_keeps_prose(at, line):
    if at in READERS:
        assert READERS[at](line).cut == ""
    else:
        assert read_credit_line(line) is None


@pytest.mark.parametrize("note", note_book().notes, ids=lambda note: note.example)
def test_note_is_cut_and_text_like_it_is_kept(note):
    authors = ["Asha Juma"] if note.of == "author" else []
    assert read_note(note.example, authors=authors) == ("legal notice" if note.of == "house" else "byline")
    assert [read_note(line) for line in note.keeps] == [None] * len(note.keeps)


@pytest.mark.parametrize("shape", date_book().formats, ids=lambda shape: shape.example)
def test_date_format_reads_its_example(shape):
    assert find_date(shape.example).value == shape.finds


@pytest.mark.parametrize("line", date_book().lines, ids=lambda line: line.example)
def test_date_line_reads_its_example(line):
    candidate = from_line(line.example, above_title=False)
    kind = "published line" if line.evidence == "date line" else line.evidence
    assert candidate.value == line.finds
    assert candidate.evidence.startswith(kind)
    for other in line.keeps:
        assert from_line(other, above_title=False) is None


@pytest.mark.parametrize("shape", date_book().numbers, ids=lambda shape: shape.example)
def test_article_number_holds_its_date(shape):
    assert date_in_number(shape.example).value == shape.finds


@pytest.mark.parametrize("shape", date_book().urls, ids=lambda shape: shape.example)
def test_address_holds_its_date(shape):
    assert date_in_address(shape.example).value == shape.finds


@pytest.mark.parametrize("word", publisher_book().outlet_words, ids=lambda word: word.word)
def test_outlet_word_stands_in_its_example(word):
    assert word.word in word.example.split()
    assert is_outlet_name(word.example)


@pytest.mark.parametrize("wire", wires(), ids=lambda wire: wire.name)
def test_wire_is_named_in_its_example_and_found_by_every_name(wire):
    names = (wire.name, *wire.aliases)
    assert any(name in wire.example for name in names)
    assert all(find_wire(name) is wire for name in names)


def test_wires_have_domains_of_their_own():
    domains = [wire.domain for wire in wires()]
    assert len(domains) == len(set(domains))


@pytest.mark.parametrize("field", sorted(field_book()))
def test_field_is_found_in_its_example(field):
    assert find_field(json.loads(field_book()[field].example), field)


SIGNS = {
    "type": lambda text: GenreSigns(types=(text,)),
    "label": lambda text: GenreSigns(labels=(text,)),
    "path": lambda text: GenreSigns(url=text),
    "slug": lambda text: GenreSigns(url=text),
    "title": lambda text: GenreSigns(titles=(text,)),
    "line": lambda text: GenreSigns(above=(text,)),
    "house": lambda text: GenreSigns(credits=(text,)),
}


@pytest.mark.parametrize("sign", genre_book().signs, ids=lambda sign: f"{sign.at}: {sign.example}")
def test_genre_is_told_by_its_example_and_by_nothing_like_it(sign):
    assert sign.genre in {choice.value for choice in weigh_genre(SIGNS[sign.at](sign.example))}
    for text in sign.keeps:
        assert sign.genre not in {choice.value for choice in weigh_genre(SIGNS[sign.at](text))}, text


def test_every_genre_has_its_place_and_every_kind_of_sign_its_score():
    book = genre_book()
    assert sorted(book.order) == sorted({sign.genre for sign in book.signs})
    assert set(book.scores) == {sign.at for sign in book.signs}
    assert all(bool(sign.words) != bool(sign.shape) for sign in book.signs)


@pytest.mark.parametrize("line", correction_lines(), ids=lambda line: line.example)
def test_correction_is_told_by_its_example_and_by_nothing_like_it(line):
    assert is_note(line.example, in_text=line.anywhere)
    assert [is_note(text, in_text=False) for text in line.keeps] == [False] * len(line.keeps)
