"""Every entry of source_kinds.yaml tells the kind of the source in its own example."""

import pytest

from reportedly.attribution import find_claims
from reportedly.attribution.kind_words import ANONYMITY_FILE, AnonymityWord, SourceKinds
from reportedly.records import SourceKind
from reportedly.resources import load_model

KINDS = SourceKinds.load()
ANONYMITY = load_model(ANONYMITY_FILE, tuple[AnonymityWord, ...])


def sources_of(text, read, lexicon):
    annotated, actors = read(text)
    return [s for claim in find_claims(annotated, actors=actors, lexicon=lexicon) for s in claim.sources]


@pytest.mark.parametrize("entry", KINDS.entries, ids=lambda entry: entry.example)
def test_entry_tells_the_kind_in_its_example(entry, read, lexicon):
    phrase = entry.example[entry.example.index("[") + 1 : entry.example.index("]")].rstrip(",")
    text = entry.example.replace("[", "").replace("]", "")
    found = sources_of(text, read, lexicon)
    spans = {text[slice(*s.span)].rstrip(","): s for s in found if s.span is not None}
    assert spans[phrase].kind is entry.kind
    if entry.nameless:
        assert spans[phrase].anonymous


@pytest.mark.parametrize("entry", KINDS.body_names, ids=lambda entry: entry.example)
def test_name_tells_a_body(entry, read, lexicon):
    (source,) = sources_of(entry.example.replace("[", "").replace("]", ""), read, lexicon)
    assert source.kind is entry.kind


@pytest.mark.parametrize("name", ["The Bank of America", "Bank of China", "The State Bank of India"])
def test_commercial_bank_is_no_office(name, read, lexicon):
    (source,) = sources_of(f"{name} said the notes were genuine.", read, lexicon)
    assert source.kind is SourceKind.ORGANISATION


@pytest.mark.parametrize("entry", ANONYMITY, ids=lambda entry: entry.example)
def test_word_tells_whether_a_name_is_kept_back(entry, read, lexicon):
    (source,) = sources_of(entry.example, read, lexicon)
    assert source.anonymous is (entry.tells in ("withheld", "asked"))


@pytest.mark.parametrize(
    ("text", "name", "kind", "anonymous"),
    [
        ("Moscow said the talks failed.", "Moscow", SourceKind.OFFICIAL, False),
        ("The ministry said the talks failed.", "ministry", SourceKind.OFFICIAL, False),
        ("A ministry spokesman said the talks failed.", "ministry spokesman", SourceKind.OFFICIAL, True),
        (
            "Three soldiers who asked not to be named said the talks failed.",
            "Three soldiers",
            SourceKind.OFFICIAL,
            True,
        ),
        ("Maria Lopes said the talks failed.", "Maria Lopes", SourceKind.PERSON, False),
        ("Diplomatic sources said the talks failed.", "Diplomatic sources", SourceKind.OFFICIAL, True),
        ("Reuters said the talks failed.", "Reuters", SourceKind.WIRE, False),
    ],
)
def test_kind_and_anonymity(text, name, kind, anonymous, read, lexicon):
    source = next(s for s in sources_of(text, read, lexicon) if s.name == name)
    assert (source.kind, source.anonymous) == (kind, anonymous)
