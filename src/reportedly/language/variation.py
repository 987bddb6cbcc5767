"""Elegant variation: "Boeing cut 900 jobs. *The planemaker* blamed a strike." takes up the subject before it.

Of a noun that only varies a name (`varies` in roles.yaml) nothing need be known of who bears it: it opens its sentence,
and the sentence before is about one name of which nothing else was told. The name may be mislabelled or no entity yet.
"""

from spacy.tokens import Token

from reportedly.language.board import SUBJECTS, Board
from reportedly.language.drafts import Draft
from reportedly.language.given_names import is_given
from reportedly.language.lexicon import RoleKind, RoleNoun
from reportedly.language.word_groups import words_of

#: Sectors of listed firms: of these the list tells nothing that "the carmaker" could go against.
FIRMS = frozenset({"MNC", "BUS"})
#: What a mislabelled name becomes.
LABELS: dict[RoleKind, str] = {"body": "ORG", "thing": "PRODUCT", "place": "GPE", "person": "PERSON"}


def taken_up(noun: Token, role: RoleNoun, board: Board) -> Draft | None:
    """Return the entity that a varying noun takes up from the sentence before, with its label put right.

    Args:
        noun: "The planemaker", singular.
        role: Its entry.
        board: Who is mentioned so far.
    """
    name = _subject_before(noun) if _opens_sentence(noun) else None
    if name is None or not (role.varies or ("*" in role.covers and _owns(name))):
        return None
    draft = board.at.get(name.i)
    if draft is None:
        return board.new(name, LABELS[role.kind]) if role.kind == "body" and _may_be_body(name, board) else None
    if not _fits(draft, role, name, board):
        return None
    if draft.kind != role.kind or draft.label == "NORP":
        draft.label = LABELS[role.kind]
    return draft


def _opens_sentence(noun: Token) -> bool:
    """Tell the subject of a main clause with nothing behind it: what tells more of the noun brings somebody in anew."""
    if noun.dep_ not in SUBJECTS or any(c.dep_ in ("prep", "relcl", "poss", "acl") for c in noun.children):
        return False
    return noun.head.dep_ == "ROOT" or (noun.head.dep_ == "ccomp" and noun.head.head.dep_ == "ROOT")


def _subject_before(noun: Token) -> Token | None:
    """Return the name that the sentence before is about; None where it is about two, or about nobody by name."""
    start = noun.sent.start
    while start > 0 and noun.doc[start - 1].is_space:
        start -= 1
    if start == 0:
        return None
    root = noun.doc[start - 1].sent.root
    names = [c for c in root.lefts if c.dep_ in SUBJECTS and c.pos_ == "PROPN"]
    if len(names) != 1 or any(c.dep_ == "conj" for c in names[0].children):
        return None
    return names[0]


def _owns(name: Token) -> bool:
    """Tell whether its own clause says "its" of a name: no person, whatever the label."""
    return any(t.lower_ == "its" for t in name.head.subtree if t.i > name.i)


def _acts(name: Token, board: Board) -> bool:
    return name.dep_ == "nsubj" and (name.head.lemma_ in board.lexicon.acting or _owns(name))


def _may_be_body(name: Token, board: Board) -> bool:
    """Tell whether a name that is no entity yet may be a firm."""
    described = any(c.dep_ in ("amod", "poss") for c in name.children)
    return not described and not name.ent_type_ and not is_given(name.text) and _acts(name, board)


def _fits(draft: Draft, role: RoleNoun, name: Token, board: Board) -> bool:
    """Tell whether an entity of which nothing is told may be what the noun says, whatever its label."""
    lexicon = board.lexicon
    if draft.plural or draft.country is not None or draft.name in lexicon.places:
        return False
    if role.kind == "person":
        agrees = draft.gender is None or role.gender in (None, draft.gender)
        return draft.kind == "person" and agrees and (not draft.heads or bool(role.covers & draft.heads))
    if draft.kind == role.kind:
        told = draft.heads & lexicon.body_words - words_of("firm endings")
        return role.kind == "body" and not told and (not draft.sorts or bool(draft.sorts & FIRMS))
    return _is_mislabelled(draft, role, name, board)


def _is_mislabelled(draft: Draft, role: RoleNoun, name: Token, board: Board) -> bool:
    """Tell a person without a given name, a title or a "he", or an acting place, that is a body or a ship."""
    if draft.gender is not None or draft.heads or any(is_given(word) for word in draft.name.split()):
        return False
    if role.kind == "thing":
        return draft.label == "PERSON" and any(c.lower_ == "the" for c in name.lefts)
    return role.kind == "body" and draft.label in ("PERSON", "GPE") and _acts(name, board)
