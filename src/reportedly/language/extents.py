"""Where a name begins and ends: runs of capitals, hyphens, given names."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from reportedly.language.given_names import is_given
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming
from reportedly.language.word_groups import words_of

#: Tags of words that make an adjective behind a hyphen: "Iran-backed", "Maduro-led".
PARTICIPLES = frozenset({"VBN", "VBD", "VBG", "JJ"})


def run_of_capitals(doc: Doc, start: int) -> int:
    """Return the end of the run of capitalised words, initials and "of" between them that starts here."""
    end = start
    while end < len(doc) and _continues_name(doc[end]):
        end += 1
    return end


def _continues_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ", "X"} and not token.is_space


def hyphenated(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take in what hangs on a name by a hyphen: "Baek Jong[-soo]", "[el-]Megarhi"; not "Maduro-backed"."""
    while end + 1 < len(doc) and _is_tight(doc, end) and doc[end + 1].is_alpha and doc[end + 1].tag_ not in PARTICIPLES:
        end += 2
    while start > 1 and _is_tight(doc, start - 1) and doc[start - 2].lower_ in words_of("name particles"):
        start -= 2
    return start, end


def _is_tight(doc: Doc, at: int) -> bool:
    """Tell whether a token is a hyphen without space on either side."""
    return 0 < at < len(doc) and doc[at].text == "-" and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def by_given_names(doc: Doc, lexicon: Lexicon) -> Iterator[Naming]:
    """Yield runs of capitalised words that a frequent given name opens: "Satu Lehtovaara", "Bram de Wit"."""
    at = 0
    while at < len(doc):
        end = _person_end(doc, at, lexicon) if doc[at].is_title and is_given(doc[at].text) else at
        if end > at + 1:
            yield Naming(at, end, "PERSON")
        at = max(end, at + 1)


def _person_end(doc: Doc, at: int, lexicon: Lexicon) -> int:
    """Return the end of a person's name that opens here, or `at` where the words after it speak against it."""
    end = at + 1
    while end < len(doc) and (_is_part_of_person(doc[end], lexicon) or _is_tight(doc, end)):
        end += 1
    while end > at + 1 and (doc[end - 1].lower_ in words_of("name particles") or doc[end - 1].text == "-"):
        end -= 1
    last = doc[end - 1]
    return at if lexicon.tells_body(last.lower_) else end


def _is_part_of_person(token: Token, lexicon: Lexicon) -> bool:
    if token.text in words_of("name particles"):
        return token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_title
    known = token.lower_ in lexicon.title_words or lexicon.nations_of(token.text)
    after_hyphen = _is_tight(token.doc, token.i - 1)
    return (
        token.pos_ == "PROPN"
        and token.ent_type_ not in {"DATE", "TIME"}
        and not known
        and (token.text[0].isupper() or after_hyphen)
    )
