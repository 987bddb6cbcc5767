"""Who is taken up by what he did or had done to him: "Sutraport, which represents crane drivers, … *The union* …"."""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from reportedly.language.board import SUBJECTS, Board
from reportedly.language.drafts import Draft
from reportedly.language.given_names import is_given
from reportedly.resources import load_model


class Doing(BaseModel):
    """One entry of `codebook/language/doings.yaml`; the head of the file says what each field means."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: str
    suffers: bool = False
    tells: frozenset[str]
    kind: Literal["person", "body"]
    example: str


@cache
def _doings() -> dict[tuple[str, bool], Doing]:
    return {(d.verb, d.suffers): d for d in load_model("language/doings.yaml", list[Doing])}


@cache
def doers() -> frozenset[str]:
    """Return every noun that some doing tells."""
    return frozenset(noun for doing in _doings().values() for noun in doing.tells)


def told_by_doing(noun: Token, board: Board) -> Draft | None:
    """Return the one name of the sentence before of which a doing tells that it is what the noun says."""
    if noun.sent.start == 0 or noun.lemma_.lower() not in doers():
        return None
    found: dict[int, Draft] = {}
    for token in noun.doc[noun.sent.start - 1].sent:
        draft = board.at.get(token.i)
        if draft is not None and _tells(token, noun, draft):
            found[id(draft)] = draft
            if draft.kind in ("person", "place") and _kind_told(token, noun.lemma_.lower()) == "body":
                draft.label = "ORG"
    return next(iter(found.values())) if len(found) == 1 else None


def _tells(name: Token, noun: Token, draft: Draft) -> bool:
    kind = _kind_told(name, noun.lemma_.lower())
    together = name.dep_ == "conj" or any(c.dep_ == "conj" for c in name.children)
    if kind is None or together or draft.plural or draft.country is not None:
        return False
    if kind == "person":
        return draft.kind == "person"
    person = draft.gender is not None or any(is_given(word) for word in draft.name.split())
    return draft.kind == "body" or (draft.kind in ("person", "place") and not person)


def _kind_told(name: Token, noun: str) -> str | None:
    """Return what kind of bearer a verb about a name tells, if it tells this noun."""
    verbs = [(name.head, name.dep_ in ("dobj", "nsubjpass"))] if name.dep_ in (*SUBJECTS, "dobj") else []
    verbs += [(c, any(s.dep_ == "nsubjpass" for s in c.children)) for c in name.children if c.dep_ == "relcl"]
    found = (_doings().get((verb.lemma_, suffers)) for verb, suffers in verbs)
    return next((doing.kind for doing in found if doing is not None and noun in doing.tells), None)
