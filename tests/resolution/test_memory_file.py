"""The file of a memory: written, read back, and what is said about a bad one."""

import json

import pytest

from reportedly.errors import SettingsError
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.memory_file import ACTORS, load_memory, memory_digest, memory_lines
from reportedly.resolution.remembered import Remembered, Shown
from reportedly.resources.learned_lines import VERSION

HEAD = ACTORS.head

FULL = Remembered(
    name="Omar Sy",
    aliases=("Omar Ba Sy",),
    country="SEN",
    sectors=("GOV", "MIL"),
    title="president",
    first="2020-01-02",
    last="2021",
    articles=7,
    shown_by=(Shown(article="a1", published="2020-01-02", sentence="“Omar Sy, the president, spoke.”"),),
)
SHORT = Remembered(name="Bram de Wit", sectors=("BUS",))


@pytest.fixture
def write(tmp_path):
    def written(*lines, head=HEAD):
        path = tmp_path / "actors.jsonl"
        path.write_text("\n".join([head, *lines]), encoding="utf-8")
        return path

    return written


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "actors.jsonl"
    path.write_text("".join(memory_lines(ActorMemory([FULL, SHORT]))), encoding="utf-8")
    assert load_memory(path).lines == (SHORT, FULL)
    assert memory_digest(load_memory(path)) == memory_digest(ActorMemory([SHORT, FULL]))


def test_a_line_says_nothing_that_is_not_known():
    assert list(memory_lines(ActorMemory([SHORT])))[1] == '{"name": "Bram de Wit", "sectors": ["BUS"]}\n'


def test_a_memory_of_nobody_is_a_head():
    assert list(memory_lines(ActorMemory())) == [HEAD + "\n"]


def test_a_file_by_hand_may_have_blank_lines_a_mark_and_foreign_line_ends(tmp_path):
    path = tmp_path / "actors.jsonl"
    path.write_bytes(f'\ufeff{HEAD}\r\n\r\n{{"name": "Ana Ruiz", "country": "CHL"}}\r\n'.encode())
    assert [line.name for line in load_memory(path).lines] == ["Ana Ruiz"]


def test_the_digest_follows_what_is_known():
    assert memory_digest(ActorMemory([SHORT])) != memory_digest(ActorMemory([FULL]))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2: "),
        ("[]", "line 2: "),
        ('{"country": "CHL"}', "line 2: name: Field required"),
        ('{"name": "Solís", "country": "CHL"}', "line 2: name: 'Solís' is no full name (two words or more"),
        ('{"name": "his father", "country": "CHL"}', "line 2: name: 'his father' is no full name"),
        ('{"name": "Ana\\u001b Ruiz", "country": "CHL"}', "is no full name"),
        ('{"name": "Ana Ruiz", "aliases": ["Ana"], "country": "CHL"}', "line 2: aliases: 'Ana' is no full name"),
        ('{"name": "Ana Ruiz", "country": "Chile"}', "line 2: country: 'Chile' is neither an ISO 3166-1 alpha-3"),
        ('{"name": "Ana Ruiz", "country": "XXX"}', "line 2: country: 'XXX' is neither"),
        ('{"name": "Ana Ruiz", "sectors": ["GOVERNMENT"]}', "line 2: sectors: Input should be 'GOV', 'MIL'"),
        ('{"name": "Ana Ruiz"}', "line 2: it has neither a country nor sectors, so it tells nothing"),
        ('{"name": "Ana Ruiz", "country": "CHL", "first": "May"}', "line 2: first: 'May' is not an ISO 8601 date"),
        (
            '{"name": "Ana Ruiz", "country": "CHL", "first": "2021", "last": "2020-12"}',
            "line 2: last (2020-12) lies before first (2021)",
        ),
        ('{"name": "Ana Ruiz", "country": "CHL", "articles": 0}', "line 2: articles: "),
        ('{"name": "Ana Ruiz", "country": "CHL", "articles": true}', "line 2: articles: "),
        ('{"name": "Ana Ruiz", "country": "CHL", "office": "x"}', "line 2: office: Extra inputs are not permitted"),
        ('{"name": "' + "A" * 10_000 + ' Ruiz", "country": "CHL"}', "is no full name"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_reason(write, line, reason):
    path = write(line)
    with pytest.raises(SettingsError) as caught:
        load_memory(path)
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert reason in str(caught.value)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("", "no actor memory; its first line must be"),
        ("not json", "no actor memory; its first line must be"),
        ("[" * 100_000, "no actor memory"),
        ('{"name": "Ana Ruiz", "country": "CHL"}', "no actor memory; its first line must be"),
        ('{"format": "reportedly actors", "version": 2}', "version 2 of the format is newer than this Reportedly"),
        ('{"format": "reportedly actors"}', "the head must be"),
        ('{"format": "reportedly actors", "version": true}', "the head must be"),
        ('{"format": "reportedly actors", "version": 1, "colour": "red"}', "the head must be"),
    ],
)
def test_a_wrong_or_newer_head_is_named(write, head, reason):
    assert VERSION == 1
    with pytest.raises(SettingsError, match="actors.jsonl, line 1: ") as caught:
        load_memory(write(head=head))
    assert reason in str(caught.value)


def test_what_is_no_text_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"a\.jsonl: is no UTF-8 text"):
        load_memory(tmp_path / "a.jsonl")
    with pytest.raises(SettingsError, match="nowhere: cannot be read: No such file"):
        load_memory(tmp_path / "nowhere")


def test_every_line_is_json_with_the_name_first():
    for line in list(memory_lines(ActorMemory([FULL, SHORT])))[1:]:
        assert next(iter(json.loads(line))) == "name"
