"""Every entry of relays.yaml puts the hops of its own example in order; so do the words of outlet_names.yaml."""

import re

import pytest

from reportedly.attribution import find_claims
from reportedly.attribution.kind_words import SourceKinds
from reportedly.attribution.papers import RelayBook, RelayRole
from reportedly.records import SourceKind

HOP = re.compile(r"\[(\d) ([^\]]+)\]")


def chain_of(text, read, lexicon):
    annotated, actors = read(text)
    claims = find_claims(annotated, actors=actors, lexicon=lexicon)
    return list(claims[-1].sources)


@pytest.mark.parametrize("entry", RelayBook.load().entries, ids=lambda entry: entry.example)
def test_relay_orders_the_hops_of_its_example(entry, read, lexicon):
    expected = [words for _, words in sorted(HOP.findall(entry.example))]
    text = HOP.sub(r"\2", entry.example)
    found = [text[slice(*s.span)] for s in chain_of(text, read, lexicon)]
    assert len(found) == len(expected)
    assert all(got.startswith(words) for got, words in zip(found, expected, strict=True)), found


KIND_OF_ROLE = {RelayRole.POSTED: SourceKind.SOCIAL, RelayRole.TESTIFIES: SourceKind.WITNESS}


@pytest.mark.parametrize(
    "entry", [e for e in RelayBook.load().entries if e.role in KIND_OF_ROLE], ids=lambda entry: entry.example
)
def test_relay_tells_the_kind_in_its_example(entry, read, lexicon):
    (source,) = chain_of(HOP.sub(r"\2", entry.example), read, lexicon)
    assert source.kind is KIND_OF_ROLE[entry.role]


@pytest.mark.parametrize("entry", SourceKinds.load().outlet_words, ids=lambda entry: entry.example)
def test_outlet_word_makes_an_outlet_of_a_name(entry, read, lexicon):
    (source,) = chain_of(entry.example.replace("[", "").replace("]", ""), read, lexicon)
    assert source.kind is entry.kind


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("A statement from the port authority said two cranes fell.", ["port authority"]),
        ("Two cranes fell, according to a foreign ministry statement.", ["foreign ministry"]),
        ("The ministry issued a statement on Monday. The statement said two cranes fell.", ["ministry"]),
        ("Two cranes fell, the statement said.", ["statement"]),
        ("Two cranes fell, a BBC report said.", ["BBC News"]),
        ("Two cranes fell, according to a report in the Bay Tribune that cited logs.", ["Bay Tribune", "logs"]),
        ("Two cranes fell, according to a study by the Kestrel Institute.", ["Kestrel Institute", "study"]),
        ('"Two cranes fell," the harbour master told the Lagoon Brief.', ["Lagoon Brief", "harbour master"]),
        ("The harbour master was quoted by Lusa as saying two cranes fell.", ["Lusa", "harbour master"]),
        ("The pilot told a local radio station that two cranes fell.", ["local radio station", "pilot"]),
        ("The lawyer quoted the harbour master as saying two cranes fell.", ["lawyer", "harbour master"]),
        ("State radio, citing a port log seen by Lusa, said two cranes fell.", ["State radio", "Lusa", "port log"]),
    ],
)  # fmt: skip
def test_chain_of_a_text(text, chain, read, lexicon):
    assert [s.name for s in chain_of(text, read, lexicon)] == chain


@pytest.mark.parametrize(
    ("text", "chain", "content"),
    [
        (
            "The ferry will not sail in March, the Cape & Islander reports, citing a memo.",
            ["Cape & Islander", "memo"],
            "The ferry will not sail in March",
        ),
        (
            "The Reef Bank's latest outlook projects that rice will cost less.",
            ["Reef Bank", "latest outlook"],
            "that rice will cost less",
        ),
    ],
)
def test_verb_that_the_parser_misses(text, chain, content, read, lexicon):
    annotated, actors = read(text)
    (claim,) = find_claims(annotated, actors=actors, lexicon=lexicon)
    assert [s.name for s in claim.sources] == chain
    assert " ".join(text[a:b] for a, b in claim.content) == content
