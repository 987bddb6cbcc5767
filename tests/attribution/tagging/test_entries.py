import re

import pytest

from reportedly.attribution import AttributionLexicon
from reportedly.attribution.lexicon import Complement
from reportedly.attribution.tagging import EntryFinder

FINDER = EntryFinder.load(AttributionLexicon.load())


def words_and_heads(example, read):
    """Return the tokens of the cue, the head of the content and that of the source, as an example marks them."""
    text = re.sub(r"[\[\]<>{}]", "", example)
    doc = read(text)[0].doc

    def tokens(pattern):
        marked = re.search(pattern, example)
        before = len(re.sub(r"[\[\]<>{}]", "", example[: marked.start()]))
        return doc.char_span(before, before + len(marked[1]), alignment_mode="expand")

    return list(tokens(r"<(.*?)>")), tokens(r"\{(.*?)\}").root, tokens(r"\[(.*?)\]").root


@pytest.mark.parametrize("form", FINDER.general, ids=str)
def test_general_entry_serves_its_own_example(form, read):
    entry = FINDER.general[form]
    words, content, source = words_and_heads(entry.example, read)
    found = FINDER.find(words, None if form is Complement.QUOTATION else content, source)
    assert found is not None and found.cue == entry
    assert found.token in words


def test_there_is_a_general_entry_for_every_form_that_is_told_apart():
    assert set(FINDER.general) == {
        Complement.QUOTATION, Complement.CLAUSE, Complement.INFINITIVE, Complement.NOUN_PHRASE,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("example", "cue"),
    [
        ("[The clerk] <has flatly denied> {that the seal was broken}.", "deny"),
        ("[The clerk] <pointed out> {that the seal was broken}.", "point out"),
        ("{The seal was broken}, <according to> [the clerk].", "according to"),
    ],
)
def test_known_cues_keep_their_own_entry(example, cue, read):
    found = FINDER.find(*words_and_heads(example, read))
    assert found is not None and found.cue.cue == cue


@pytest.mark.parametrize("example", ["{The picnic went} <according to> [plan]."])
def test_phrase_that_the_lexicon_excludes_has_none(example, read):
    assert FINDER.find(*words_and_heads(example, read)) is None


def test_unknown_cue_of_nobody_has_none(read):
    words, content, _ = words_and_heads("[The cadets] <itched> {to see the mountains}.", read)
    assert FINDER.find(words, content, None) is None
