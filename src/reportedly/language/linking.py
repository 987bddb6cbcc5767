"""Joins role nouns and pronouns to whom they stand for, from the beginning of a text to its end.

A link is made only where one entity fits better than every other; otherwise the word stays unlinked.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from reportedly.language.annotated import Quotation
from reportedly.language.board import Board
from reportedly.language.drafts import Draft
from reportedly.language.lexicon import Lexicon
from reportedly.language.pronouns import Pronouns
from reportedly.language.role_nouns import RoleNouns
from reportedly.language.word_groups import words_of


def link_mentions(doc: Doc, drafts: list[Draft], *, quotations: Sequence[Quotation], lexicon: Lexicon) -> None:
    """Extend the drafts by what stands for them, in reading order; "I" comes last, when the speakers are known.

    Args:
        doc: spaCy's analysis.
        drafts: The entities by name; those without a name are appended.
        quotations: Of the same text.
        lexicon: The language room's words.
    """
    board = Board(doc, drafts, quotations, lexicon)
    pronouns, roles = Pronouns(board), RoleNouns(board)
    first, third = words_of("speaker"), frozenset().union(*(words_of(group) for group in ("he", "she", "it", "they")))
    speaking: list[Token] = []
    for token in doc:
        if token.i in board.at:
            roles.note(token)
        elif token.lower_ in third:
            pronouns.link(token)
        elif token.lower_ in first:
            speaking.append(token)
        elif roles.takes(token):
            roles.link(token)
    for token in speaking:
        pronouns.link_speaker(token)
