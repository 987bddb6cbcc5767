"""Gathers names into entities: full and short names, abbreviations, titles and appositions."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from reportedly.language.annotated import EntityMention, LinkReason
from reportedly.language.drafts import Draft, nations_before
from reportedly.language.forms import initials_of, is_same_person, shortens, shortens_body
from reportedly.language.given_names import gender_of_person
from reportedly.language.lexicon import Lexicon
from reportedly.language.naming import Naming
from reportedly.language.word_groups import words_of

ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9]{0,6}[A-Z0-9]s?")
#: How many words a title may have: "Deputy Prime Minister and Foreign Minister".
LONGEST_TITLE = 7
#: How far behind a name its nickname may begin: "Sy, better known to his fans as Big Om".
NICKNAME_WITHIN = 7


def group_names(doc: Doc, names: Iterable[Naming], *, lexicon: Lexicon) -> list[Draft]:
    """Return one draft for each entity named, in order of first mention."""
    drafts: list[Draft] = []
    for name in names:
        text = name.text(doc)
        draft = _known(doc, name, drafts, text=text, lexicon=lexicon)
        if draft is None:
            draft = _begin(text, name.label, lexicon)
            drafts.append(draft)
        draft.add(name.start, name.end, doc[name.start : name.end].root.i, _reason(doc, name, draft, text=text))
        draft.forms.add(text.casefold())
        if len(text.split()) > len(draft.name.split()) and (name.label == "PERSON" or draft.name.isupper()):
            draft.name = text
        _describe(doc, draft, draft.mentions[-1], lexicon)
    taken = {i for draft in drafts for m in draft.mentions if m.reason != "apposition" for i in range(m.start, m.end)}
    return [_with_final_reasons(draft, taken) for draft in drafts]


def _begin(text: str, label: str, lexicon: Lexicon) -> Draft:
    codes = lexicon.country_names.get(text, frozenset()) if label == "GPE" else frozenset()
    country = next(iter(codes)) if len(codes) == 1 else None
    calling = lexicon.body_callings.get(text)
    heads = {calling} if calling is not None and lexicon.role_noun(calling) is not None else set()
    return Draft(text, label, heads=heads, sorts=lexicon.body_sorts.get(text, frozenset()), country=country)


def _known(doc: Doc, name: Naming, drafts: list[Draft], *, text: str, lexicon: Lexicon) -> Draft | None:
    """Return the entity that a name names again; of two persons with one surname the one that title or sex tells."""
    # Of another label only what stands close by (an abbreviation, a nickname) or was introduced can be the same.
    form, near = text.casefold(), name.start - NICKNAME_WITHIN
    likely = (d for d in reversed(drafts) if d.label == name.label or d.mentions[-1].end >= near or form in d.aliases)
    same = [d for d in likely if _is_same(doc, name, d, text=text, lexicon=lexicon)]
    exact = [d for d in same if name.label != "PERSON" or is_same_person(d.name, text)]
    if exact or len(same) < 2:
        return next(iter(exact or same), None)
    told = [d for d in same if _agrees(doc, name, d, lexicon)]
    return told[0] if len(told) == 1 else None


def _agrees(doc: Doc, name: Naming, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether the word before a surname fits one of its bearers: "President Noor", "Mrs Abaya"."""
    word = doc[name.start - 1].lower_ if name.start > 0 else ""
    if word in lexicon.title_words:
        return word in draft.heads
    gender = lexicon.gender_of(word)
    return gender is not None and draft.gender == gender


def _is_same(doc: Doc, name: Naming, draft: Draft, *, text: str, lexicon: Lexicon) -> bool:
    if text.casefold() in draft.aliases:
        return True
    if name.label == "GPE" and draft.label == "GPE" and (codes := lexicon.country_names.get(text)):
        return codes == lexicon.country_names.get(draft.name) or _introduces(doc, text, name.start, draft)
    if _introduces(doc, text, name.start, draft) or _is_nickname(doc, name, draft):
        draft.aliases.add(text.casefold())
        return True
    if name.label != draft.label:
        return False
    if text.casefold() in draft.forms:
        return name.label != "ORG" or not _other_nations(doc, name, draft, lexicon)
    if name.label == "PERSON":
        return is_same_person(text, draft.name) or shortens(text, draft.name) or shortens(draft.name, text)
    return name.label == "ORG" and (_is_other_name(text, draft, lexicon) or shortens_body(text, draft.name))


def _is_nickname(doc: Doc, name: Naming, draft: Draft) -> bool:
    """Tell whether a name is said to be another's nickname: "Ssali Kyeyune, known as Bobi Thunder"."""
    if draft.label not in {"PERSON", "ORG"} or name.label == "NORP":
        return False
    end = draft.mentions[-1].end
    if not end <= name.start <= end + NICKNAME_WITHIN:
        return False
    between = [t.lower_ for t in doc[end : name.start]]
    return "." not in between and not words_of("nicknaming").isdisjoint(between)


def _other_nations(doc: Doc, name: Naming, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether two bodies of one name are told apart by their countries: Russia's and China's Foreign Ministry."""
    here = nations_before(doc[name.start : name.end].root, lexicon=lexicon)
    known = {code for m in draft.mentions for code in nations_before(doc[m.head], lexicon=lexicon)}
    return bool(here and known and not here & known)


def _is_other_name(text: str, draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether two names are of one listed body, or one is made of the other's initials: EPA."""
    if text in lexicon.bodies and lexicon.bodies.get(draft.name) == lexicon.bodies[text]:
        return True
    # "Kenya's Directorate of …" is the DCI all the same.
    own = re.sub(r"^.*'s ", "", draft.name)
    return (
        draft.label == "ORG" and len(text) > 2 and text.replace(".", "") in (initials_of(draft.name), initials_of(own))
    )


def _introduces(doc: Doc, text: str, start: int, draft: Draft) -> bool:
    """Tell whether a name stands in brackets behind an entity's name: "Front (RUF)", "the RUF (Revolutionary Front)".

    A body's abbreviation may be made in another language ("Agency (ANH)"); a country's is made of its initials.
    """
    if draft.label == "ORG" and ABBREVIATION.fullmatch(text) and _is_inserted(doc, text, start, draft):
        return True
    if start < 1 or doc[start - 1].text != "(" or all(m.end != start - 1 for m in draft.mentions):
        return False
    if ABBREVIATION.fullmatch(text):
        return draft.label == "ORG" or (draft.label == "GPE" and text == initials_of(draft.name))
    return draft.label == "ORG" and len(draft.name) > 1 and draft.name == initials_of(text)


def _is_inserted(doc: Doc, text: str, start: int, draft: Draft) -> bool:
    """Tell whether an abbreviation stands between commas behind a name and takes its letters in order: ", the PKK,"."""
    end = draft.mentions[-1].end
    between = {t.lower_ for t in doc[end:start]} if end < start <= end + 3 else set()
    closed = start + 1 == len(doc) or doc[start + 1].text in {",", "."}
    if "," not in between or not between <= {",", "or", "the"} or not closed:
        return False
    letters = iter(draft.name.casefold())
    return text[0] == draft.name[0] and all(letter in letters for letter in text.casefold())


def _reason(doc: Doc, name: Naming, draft: Draft, *, text: str) -> LinkReason:
    if not draft.mentions or text.casefold() == draft.name.casefold():
        return "name"
    if ABBREVIATION.fullmatch(text) and draft.label in {"ORG", "GPE"}:
        return "abbreviation"
    return "short name" if draft.label == "PERSON" and text.casefold() in draft.aliases else "name"


def _with_final_reasons(draft: Draft, taken: set[int]) -> Draft:
    """Call what is shorter than the fullest name a short name, now that the fullest is known.

    Args:
        draft: With all its mentions.
        taken: Tokens of names; a noun in apposition to two names is left to the first, and joins the set.
    """
    mentions, draft.mentions = draft.mentions, []
    known = draft.name.casefold()
    for m in mentions:
        if m.reason == "apposition":
            if m.head in taken:
                continue
            taken.add(m.head)
        short = draft.label in {"PERSON", "ORG"} and m.reason == "name" and m.end - m.start < len(known.split())
        draft.add(m.start, m.end, m.head, "short name" if short and "'s " not in draft.name else m.reason)
    return draft


def _describe(doc: Doc, draft: Draft, mention: EntityMention, lexicon: Lexicon) -> None:
    """Collect what stands beside a name: titles before, appositions behind, what the words of the name tell."""
    head = doc[mention.head]
    if draft.label == "PERSON":
        draft.gender = draft.gender or gender_of_person(draft.name)
        _describe_by_titles(doc, mention.start, draft, lexicon)
        _describe_person(head, range(mention.start, mention.end), draft, lexicon)
        return
    if draft.label == "ORG":
        _name_with_owner(doc, head, mention, draft, lexicon)
        draft.heads |= {t.lower_ for t in doc[mention.start : mention.end]}
        draft.nations |= nations_before(head, lexicon=lexicon)
    elif draft.kind == "place":
        draft.heads |= {t.lower_ for t in doc[mention.start : mention.end]} & lexicon.place_nouns
    elif draft.label == "PRODUCT":
        draft.heads |= words_of("vessel nouns") & {t.lower_ for t in doc[max(0, mention.start - 2) : mention.start]}
        draft.heads |= {"ship"} if doc[mention.start].text in lexicon.vessel_prefixes else set()
    _describe_by_nouns(head, range(mention.start, mention.end), draft, lexicon)


def _describe_by_nouns(head: Token, inside: range, draft: Draft, lexicon: Lexicon) -> None:
    """Take over the nouns that say what a body, a country or a ship is: "the charity Sahel Doctors", "Kivu, a firm"."""
    before = [t for t in head.lefts if t.i not in inside and t.dep_ in {"compound", "nmod"} and t.pos_ == "NOUN"]
    # Nouns for things that bear names are few; "Kenya's economy, a marvel" must not make Kenya a marvel.
    for noun in (*before, *_apposed(head, lexicon)):
        role = lexicon.role_noun(noun.lemma_.lower())
        if role is not None and role.kind == draft.kind:
            draft.describe(noun, lexicon=lexicon)
            if noun not in before:
                draft.add_token(noun, "apposition")


def _name_with_owner(doc: Doc, head: Token, mention: EntityMention, draft: Draft, lexicon: Lexicon) -> None:
    """Call a ministry by its country's name too: "Russia's Foreign Ministry" tells more than "Foreign Ministry"."""
    owner = next((c for c in head.lefts if c.dep_ == "poss" and lexicon.nations_of(c.text)), None)
    if owner is not None and owner.i < mention.start and head.lower_ in lexicon.body_nouns and "'s " not in draft.name:
        start = next(t.i for t in owner.subtree if t.pos_ not in {"DET", "SPACE"})
        draft.name = " ".join(doc[start : mention.end].text.replace("’", "'").split())


def _describe_by_titles(doc: Doc, start: int, draft: Draft, lexicon: Lexicon) -> None:
    """Take over the words right before a person's name, however the parser hung them: "Danish shipping magnate"."""
    run: list[Token] = []
    while start > 0 and len(run) < LONGEST_TITLE and _may_be_title(doc[start - 1], lexicon):
        start -= 1
        run.append(doc[start])
    noun = _noun_before_comma(doc, start, lexicon) if not run else None
    if noun is not None:
        draft.describe(noun, lexicon=lexicon)
        draft.add_token(noun, "apposition")
    heads = {t.lower_ for t in run if t.lower_ in lexicon.person_nouns or t.lower_ in lexicon.title_words}
    if heads:
        draft.heads |= heads
        draft.words |= {t.lower_ for t in run if t.is_alpha}
        draft.nations |= {code for t in run for code in lexicon.nations_of(t.text)}
    for token in run[:1]:
        draft.gender = draft.gender or lexicon.gender_of(token.lower_)


def _noun_before_comma(doc: Doc, start: int, lexicon: Lexicon) -> Token | None:
    """Return the office that a name is put behind: "Israel's *ambassador* to Cyprus, Orly Ben-Zvi, was summoned"."""
    end = next((t.i for t in doc[start : start + LONGEST_TITLE] if t.text == ","), None)
    if start < 3 or doc[start - 1].text != "," or end is None or any(t.pos_ == "VERB" for t in doc[start:end]):
        return None
    at = start - 2
    while (
        at > 0 and doc[at].pos_ in {"PROPN", "NOUN", "ADJ", "DET", "PART"} and doc[at].lower_ not in lexicon.title_words
    ):
        at -= 1
    office = doc[at - 1] if doc[at].lower_ in words_of("office prepositions") and at > 0 else None
    return office if office is not None and office.lower_ in lexicon.title_words and office.text.islower() else None


def _may_be_title(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ == "and" and token.i > 0:
        return token.doc[token.i - 1].lower_ in lexicon.person_nouns
    return token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.text == "-"


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
        lemma = noun.lemma_.lower()
        if lemma not in lexicon.person_nouns and lemma not in lexicon.relations and " " not in draft.name:
            continue
        draft.describe(noun, lexicon=lexicon)
        draft.add_token(noun, "apposition")


def _beyond_place(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return the noun that a name stands beside though the parser took the place: "ambassador to Peru, Ana Ruiz"."""
    above = head.head
    while above.dep_ in {"appos", "npadvmod"}:
        above = above.head
    noun = above.head.head if above.dep_ == "pobj" and above.head.dep_ == "prep" else above
    return [noun] if noun is not above and noun.lemma_.lower() in lexicon.person_nouns else []


def _apposed(head: Token, lexicon: Lexicon) -> list[Token]:
    """Return the nouns in apposition to a name, behind it or before it: "the governor, Nabil Chaouch,"."""
    found = [c for c in head.rights if c.dep_ == "appos"]
    if head.dep_ == "appos":
        found += [head.head, *_beyond_place(head, lexicon)]
    singular = [t for t in found if "Plur" not in t.morph.get("Number", []) and not t.ent_type_]
    return [t for t in singular if t.pos_ == "NOUN" or t.lower_ in lexicon.title_words]
