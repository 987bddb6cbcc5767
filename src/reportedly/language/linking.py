"""Joins role nouns and pronouns to whom they stand for, from the beginning of a text to its end.

A link is made only where one entity fits better than every other; otherwise the word stays unlinked.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from reportedly.language.annotated import Quotation
from reportedly.language.board import Board
from reportedly.language.drafts import Draft
from reportedly.language.lexicon import Lexicon
from reportedly.language.pronouns import Pronouns
from reportedly.language.role_nouns import RoleNouns


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
    for token in doc:
        if token.i in board.at:
            roles.note(token)
        elif roles.takes(token):
            roles.link(token)
        else:
            pronouns.link(token)
    for token in doc:
        if token.i not in board.at:
            pronouns.link_speaker(token)
