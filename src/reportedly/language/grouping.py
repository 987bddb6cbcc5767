"""Gathers names into entities: full and short names, abbreviations, titles and appositions."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from reportedly.language.annotated import EntityMention, LinkReason
from reportedly.language.drafts import Draft, nations_before
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming

ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,4}[A-Z]s?")


def group_names(doc: Doc, names: Iterable[Naming], *, lexicon: Lexicon) -> list[Draft]:
    """Return one draft for each entity named, in order of first mention."""
    drafts: list[Draft] = []
    for name in names:
        text = name.text(doc)
        draft = next((d for d in reversed(drafts) if _is_same(doc, name, d, text=text, lexicon=lexicon)), None)
        if draft is None:
            draft = Draft(text, name.label)
            drafts.append(draft)
        draft.add(name.start, name.end, doc[name.start : name.end].root.i, _reason(doc, name, draft, text=text))
        draft.forms.add(text.casefold())
        if len(text.split()) > len(draft.name.split()) and name.label == "PERSON":
            draft.name = text
    for draft in drafts:
        _describe(doc, draft, lexicon)
    return [_with_final_reasons(doc, draft) for draft in drafts]


def _is_same(doc: Doc, name: Naming, draft: Draft, *, text: str, lexicon: Lexicon) -> bool:
    if name.label == "GPE" and draft.label == "GPE" and (codes := lexicon.country_names.get(text)):
        return codes == lexicon.country_names.get(draft.name)
    if name.label != draft.label:
        # What stands in brackets behind a body's name is the body, whatever spaCy took it for.
        return draft.label == "ORG" and _introduces(doc, text, name.start, draft)
    if text.casefold() in draft.forms:
        return name.label != "ORG" or not _other_nations(doc, name, draft, lexicon)
    if name.label != "PERSON":
        return _introduces(doc, text, name.start, draft) or _is_other_name(text, draft, lexicon)
    words, known = tuple(text.split()), tuple(draft.name.split())
    return _shortens(words, known) or _shortens(known, words)


def _other_nations(doc: Doc, name: Naming, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether two bodies of one name are told apart by their countries: Russia's and China's Foreign Ministry."""
    here = nations_before(doc[name.start : name.end].root, lexicon=lexicon)
    known = {code for m in draft.mentions for code in nations_before(doc[m.head], lexicon=lexicon)}
    return bool(here and known and not here & known)


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a person's name is a short form: the last words, or the family name that comes first in Asia."""
    return len(short) < len(full) and (short == full[-len(short) :] or (len(short) == 1 and short[0] == full[0]))


def _is_other_name(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether two names are of one listed body, or one is made of the other's initials: EPA."""
    if text in lexicon.bodies and lexicon.bodies.get(draft.name) == lexicon.bodies[text]:
        return True
    initials = "".join(word[0] for word in draft.name.split() if word[0].isupper())
    return draft.label == "ORG" and len(text) > 2 and text.replace(".", "") == initials


def _introduces(doc: Doc, text: str, start: int, draft: Draft) -> bool:
    """Tell whether a name is the abbreviation that follows an entity's name in brackets: "Front (RUF)"."""
    before = doc[start - 1] if start > 0 else None
    if before is None or before.text != "(" or not ABBREVIATION.fullmatch(text):
        return False
    follows = any(m.end == before.i for m in draft.mentions)
    return follows and draft.name.replace("the ", "")[0] == text[0]


def _reason(doc: Doc, name: Naming, draft: Draft, *, text: str) -> LinkReason:
    if not draft.mentions or text.casefold() == draft.name.casefold():
        return "name"
    if draft.label == "ORG" and (_introduces(doc, text, name.start, draft) or text.isupper()):
        return "abbreviation"
    return "name"


def _with_final_reasons(doc: Doc, draft: Draft) -> Draft:
    """Call what is shorter than the fullest name a short name, now that the fullest is known."""
    mentions, draft.mentions = draft.mentions, []
    length = len(draft.name.split())
    for m in mentions:
        short = draft.label == "PERSON" and m.reason == "name" and m.end - m.start < length
        draft.add(m.start, m.end, m.head, "short name" if short else m.reason)
    return draft


def _describe(doc: Doc, draft: Draft, lexicon: Lexicon) -> None:
    """Collect what stands beside a person's or a body's names: titles before, appositions behind."""
    for mention in list(draft.mentions):
        head = doc[mention.head]
        inside = range(mention.start, mention.end)
        if draft.label == "PERSON":
            _describe_person(head, inside, draft, lexicon)
        elif draft.label == "ORG":
            _name_with_owner(doc, head, mention, draft, lexicon)
            draft.heads |= {t.lower_ for t in doc[mention.start : mention.end]}
            draft.describe(head, lexicon=lexicon)


def _name_with_owner(doc: Doc, head: Token, mention: EntityMention, draft: Draft, lexicon: Lexicon) -> None:
    """Call a ministry by its country's name too: "Russia's Foreign Ministry" tells more than "Foreign Ministry"."""
    owner = next((c for c in head.lefts if c.dep_ == "poss" and lexicon.nations_of(c.text)), None)
    if owner is not None and owner.i < mention.start and head.lower_ in lexicon.body_nouns and "'s " not in draft.name:
        start = next(t.i for t in owner.subtree if t.pos_ not in {"DET", "SPACE"})
        draft.name = " ".join(doc[start : mention.end].text.replace("’", "'").split())


def _describe_person(head: Token, inside: range, draft: Draft, lexicon: Lexicon) -> None:
    for token in head.lefts:
        if token.i in inside or token.dep_ not in {"compound", "nmod", "amod", "poss", "appos"}:
            continue
        draft.nations |= set(lexicon.nations_of(token.text))
        draft.gender = draft.gender or lexicon.gender_of(token.lower_)
        if token.lower_ in lexicon.title_words:
            draft.describe(token, lexicon=lexicon)
        elif token.dep_ in {"compound", "amod"}:
            draft.words.add(token.lower_)
    for noun in _apposed(head, lexicon):
        # "The word Ludlow" names no person: a noun that is not for people joins only what is surely a person's name.
        if noun.lemma_.lower() not in lexicon.person_nouns and " " not in draft.name:
            continue
        draft.describe(noun, lexicon=lexicon)
        draft.add_token(noun, "apposition")


def _apposed(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return the nouns in apposition to a name, behind it or before it: "the governor, Nabil Chaouch,"."""
    found = [c for c in head.rights if c.dep_ == "appos"]
    if head.dep_ == "appos":
        found.append(head.head)
    singular = [t for t in found if "Plur" not in t.morph.get("Number", []) and not t.ent_type_]
    return [t for t in singular if t.pos_ == "NOUN" or t.lower_ in lexicon.title_words]
