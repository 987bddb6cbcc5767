"""What sort of source a noun phrase is, and whether the text keeps its name back."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from reportedly.attribution.kind_words import KindEntry, SourceKinds, is_name
from reportedly.language.annotated import Entity
from reportedly.language.phrases import children
from reportedly.language.word_groups import words_of
from reportedly.records import Actor, SourceKind
from reportedly.resolution.actor_words import SUPRANATIONAL

#: Sectors of people, not of bodies.
PEOPLE_SECTORS = frozenset({"CVL", "REF", "LAB", "AGR", "SOC", "ELI"})
#: Prepositions between who speaks and whom he speaks for.
SERVING = frozenset({"of", "for", "at", "to", "from", "with"})
BODIES = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION, SourceKind.OUTLET})
NEWS = frozenset({SourceKind.OUTLET, SourceKind.WIRE})
OFFICES = frozenset({SourceKind.OFFICIAL, SourceKind.ORGANISATION})
#: PLOVER sectors of those who speak for a state.
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM", "ELI"})


def kind_of(head: Token | None, kinds: SourceKinds, *, actor: Actor | None, entity: Entity | None) -> SourceKind:
    """Return what sort of source a noun phrase is.

    1. No words at all: unnamed.  2. A known agency, outlet or body, or a name with a word like "Herald".  3. The head
    noun, and what is said in apposition.  4. "Sources" take the kind of the word before them.  5. The sectors of the
    actor.  6. The label of the entity.

    Args:
        head: Head of the noun phrase; None when the text names nobody.
        kinds: The codebook's nouns and names.
        actor: Whom it resolves to, if to anybody.
        entity: The entity that it names, if any.
    """
    if head is None or head.lower_ in words_of("somebody"):
        return SourceKind.UNNAMED
    medium = kinds.medium_at(head)
    if medium is None and entity is not None:
        medium = kinds.media_names.get(entity.name.lower())
    if medium is not None:
        return SourceKind(medium.kind)
    named = kinds.outlet_of(head) or kinds.body_of(head)
    if named is not None:
        return named
    if plural_name(head) is not None:
        return SourceKind.ORGANISATION
    entry = kinds.noun_of(head)
    if entry is not None and entry.is_private and _by_noun(head, kinds) is None:
        return SourceKind.PERSON
    person = (entry is not None and entry.human) or (entity is not None and entity.label == "PERSON")
    if not person and _serves_many_states(head):
        return SourceKind.ORGANISATION
    told = _by_noun(head, kinds) or _led_body(head, kinds)
    beside = [*_beside(head), *_calling_before(head), *([head.head] if head.dep_ == "appos" else [])]
    if told is None and any((e := kinds.noun_of(noun)) is not None and e.is_private for noun in beside):
        return SourceKind.PERSON
    if told in OFFICES and person and (has_left_every_office([head], kinds) or _is_afloat(head)):
        return SourceKind.PERSON
    return told or _by_actor(actor, person=person) or _by_entity(head, entity)


def plural_name(head: Token) -> str | None:
    """Return the name of a body that begins with those in it: "*Reporters* Without Borders"."""
    behind = head.doc[head.i + 1 : head.i + 3]
    if head.tag_ not in ("NNS", "NNPS") or not head.is_title or len(behind) < 2:
        return None
    joined = behind[0].lower_ in words_of("joints of plural names") and behind[0].is_title and behind[1].is_title
    return f"{head.text} {behind.text}" if joined else None


def _serves_many_states(head: Token) -> bool:
    """Tell "the *International* Commission for the Danube": a commission, but no state's."""
    return head.pos_ == "PROPN" and any(
        t.text in words_of("of many states") for t in children(head, "compound", "amod")
    )


def _is_afloat(head: Token) -> bool:
    """Tell the captain of a ship, a plane or a team from an officer: no word around is a soldier's."""
    named = (head, *children(head, "appos", "compound", "nmod"), *_calling_before(head))
    if not any(t.lower_ in words_of("captains") for t in named):
        return False
    around = head.doc[head.doc[max(0, head.sent.start - 1)].sent.start : head.sent.end]
    said = {t.lemma_.lower() for t in around}
    return not said & words_of("soldierly") and bool(said & (words_of("vessel nouns") | words_of("captains' places")))


def has_left_every_office(namings: Iterable[Token], kinds: SourceKinds) -> bool:
    """Tell who is only called by offices that he has left: "the former envoy", never "President Paz, ex-envoy"."""
    nouns = [n for head in namings for n in (head, *_beside(head), *children(head, "compound"), *_calling_before(head))]
    entries = ((noun, kinds.noun_of(noun)) for noun in nouns)
    offices = [noun for noun, e in entries if e is not None and e.human and e.kind in OFFICES]
    return bool(offices) and all(_is_former(noun) for noun in offices)


def _is_former(noun: Token) -> bool:
    """Tell "the *former* envoy", wherever the parser hung the word: on the noun or on the name behind it."""
    before = [t for holder in (noun, noun.head) for c in holder.lefts if c.i < noun.i for t in (c, *c.lefts)]
    return noun.lower_.startswith("ex-") or any(t.lower_ in words_of("out of office") for t in before)


def _by_noun(head: Token, kinds: SourceKinds) -> SourceKind | None:
    # "*Chief Economist* Bola Sow": the calling next to the name tells most.
    before = sorted(children(head, "compound", "nmod"), key=lambda t: -t.i)
    for noun in (head, *_beside(head), *before, *_calling_before(head)):
        if noun.pos_ == "PROPN" and noun != head and noun.dep_ != "appos" and not noun.text[:1].isupper():
            continue
        entry = kinds.noun_of(noun)
        if entry is None or (entry.human and _is_inside_name(noun, head)) or _is_named_forum(noun, entry):
            continue
        lent = _lent(noun, entry, kinds)
        if lent is not None:
            return lent
        if entry.kind is not SourceKind.PERSON and (noun == head or noun.dep_ == "appos" or entry.human):
            return entry.kind
        if entry.kind in NEWS and noun.text.islower() and noun.nbor(1).text[:1].isupper():
            return entry.kind  # "Serbian *tabloid* Kurir"
    return None


def _beside(head: Token) -> Iterator[Token]:
    """Yield what is set beside a name, without what a headline's colon parts from it: "Minister Paz: *toll* wrong"."""
    return (c for c in children(head, "appos") if all(t.text != ":" for t in head.doc[head.i : c.i]))


def _is_inside_name(noun: Token, head: Token) -> bool:
    """Tell the economist of "the *Economist* Intelligence Unit" from a calling before a person's name."""
    return noun != head and noun.pos_ == "PROPN" and noun.dep_ == "compound" and noun.ent_type_ == "ORG"


def _is_named_forum(noun: Token, entry: KindEntry) -> bool:
    """Tell "the River *Forum*", a body, from a forum where people write."""
    return noun.pos_ == "PROPN" and entry.kind is SourceKind.SOCIAL and not entry.human


def _calling_before(head: Token) -> tuple[Token, ...]:
    """Return the word right before a name, wherever the parser hung it: "the *hydrologist* Pia Sund"."""
    first = min((head, *children(head, "compound")), key=lambda t: t.i)
    before = first.nbor(-1) if head.pos_ == "PROPN" and first.i > 0 else None
    return (before,) if before is not None and before.text.islower() else ()


def _lent(noun: Token, entry: KindEntry, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind that a word takes from the words around it."""
    if entry.human and entry.kind is SourceKind.OFFICIAL and noun.lemma_.lower() not in words_of("envoys"):
        before = (kinds.lenders.get(t.lower_) for t in children(noun, "compound", "amod", "nmod"))
        turned = next((lender.kind for lender in before if lender is not None and lender.turns), None)
        return turned or _headed_body(noun, kinds)
    if entry.human and noun.lemma_.lower() in words_of("chairing"):
        whose = _spoken_for(noun, kinds)
        return whose if whose is SourceKind.OFFICIAL else None  # "the chairman of the electoral commission"
    if not (entry.nameless or entry.kind in (SourceKind.PERSON, SourceKind.UNNAMED)):
        return None
    links = ("amod", "compound", "nmod", "acl") + (("poss", "pobj") if noun.dep_ == "appos" else ())
    # "Citing two people with knowledge of the visit": the parser may hang what tells of them on the verb.
    behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    close = [t for t in behind if t.lower_ in words_of("in the know") and behind[0].lower_ in ("with", t.lower_)]
    for token in (*noun.subtree, *close):
        lender = kinds.lenders.get(token.lower_) or kinds.lenders.get(token.lemma_.lower())
        if lender is None or token.i == noun.i or _is_calling(token, noun, kinds):
            continue
        if lender.kind is SourceKind.UNNAMED:
            if token in close or (noun in (token.head, token.head.head) and token.lower_ in words_of("in the know")):
                return lender.kind
        elif token.dep_ in links and not _is_anothers(token, noun) and _is_close(token, noun):
            return lender.kind
    if entry.speaks or noun.lemma_.lower() == "insider":
        return _spoken_for(noun, kinds)
    if entry.nameless and entry.human:
        inside = (link for link in children(noun, "prep") if link.lower_ in words_of("placing prepositions"))
        entries = (kinds.noun_of(body) for link in inside for body in children(link, "pobj"))
        told = next((e.kind for e in entries if e is not None and e.kind in BODIES and not e.human), None)
        if told is not None:
            return told
    return SourceKind.UNNAMED if noun.lemma_.lower() in ("source", "insider") else None


def _is_calling(token: Token, noun: Token, kinds: SourceKinds) -> bool:
    """Tell the first word of a calling from one that tells whose the people are: "*defence* lawyer"."""
    return token.i + 1 == noun.i and f"{token.lower_} {noun.lemma_.lower()}" in kinds.nouns


def _is_close(token: Token, noun: Token) -> bool:
    """Tell a word of the phrase from one of a headline that the parser hangs on it: "U.S. jets near – sources"."""
    between = (t for t in noun.doc[token.i : noun.i] if t.is_punct)
    parted = any(t.whitespace_ or t.nbor(-1).whitespace_ for t in between)
    return not parted and (noun.dep_ == "appos" or noun in (token.head, token.head.head))


def _is_anothers(token: Token, noun: Token) -> bool:
    """Tell the opposition of "the opposition leader's *lawyer*": the word hangs on whose lawyer he is."""
    if noun.dep_ == "appos":
        return False
    above = token.head
    while above not in (noun, above.head):
        if above.dep_ == "poss":
            return True
        above = above.head
    return False


def _headed_body(noun: Token, kinds: SourceKinds) -> SourceKind | None:
    """Return that the president of a union or the secretary of a party leads an organisation and no state."""
    # "The secretary-general of the union": what follows may hang on the first half.
    halves = (noun, *(t for t in children(noun, "nmod", "amod", "compound", "appos") if t.i + 2 == noun.i))
    links = (link for half in halves for link in children(half, "prep") if link.lower_ == "of")
    masters = (*children(noun, "poss"), *(m for link in links for m in children(link, "pobj")))
    entries = ((master, kinds.noun_of(master)) for master in masters)
    # "A commander of the rebels": those in it stand for the body.
    body = any(
        e is not None and e.kind is SourceKind.ORGANISATION and (not e.human or m.tag_ == "NNS") for m, e in entries
    )
    return SourceKind.ORGANISATION if body else None


def _spoken_for(noun: Token, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind of whom somebody speaks for: "the sect's leader", "a spokesman for the ministry"."""
    links = (link for link in children(noun, "prep") if link.lower_ in SERVING)
    masters = (*children(noun, "poss", "compound"), *(m for link in links for m in children(link, "pobj")))
    entries = (kinds.noun_of(master) for master in masters)
    told = next((e.kind for e in entries if e is not None and e.kind in BODIES), None)
    # "The strikers' leader": those whom somebody leads are a body.
    led = noun.lower_ in words_of("leading") and any(m.tag_ == "NNS" for m in children(noun, "poss"))
    return told or (SourceKind.ORGANISATION if led else None)


def _led_body(head: Token, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind of what somebody is said to lead: "Ms Boakye, who *chairs* the chamber of commerce"."""
    verbs = (c for c in children(head, "relcl") if c.lemma_ in words_of("leading verbs"))
    entries = (kinds.noun_of(noun) for verb in verbs for noun in children(verb, "dobj"))
    return next((e.kind for e in entries if e is not None and e.kind in BODIES), None)


def _by_actor(actor: Actor | None, *, person: bool) -> SourceKind | None:
    if actor is None:
        return None
    sectors = frozenset(actor.sectors)
    if actor.country in SUPRANATIONAL and not person:
        return SourceKind.ORGANISATION
    if sectors & STATE_SECTORS:
        return SourceKind.OFFICIAL
    if "JRN" in sectors:
        return SourceKind.REPORTER if person else SourceKind.OUTLET
    return SourceKind.ORGANISATION if sectors - PEOPLE_SECTORS and not person else None


def _by_entity(head: Token, entity: Entity | None) -> SourceKind:
    label = entity.label if entity is not None else head.ent_type_
    if label == "ORG":
        return SourceKind.ORGANISATION
    if label in ("GPE", "NORP", "LOC"):
        return SourceKind.OFFICIAL if head.tag_ != "NNPS" else SourceKind.PERSON
    if label in ("WORK_OF_ART", "LAW"):
        return SourceKind.DOCUMENT
    # An acronym without a label is a body: "ICE says agents fired in self-defence".
    return SourceKind.ORGANISATION if head.is_upper and len(head) > 1 and head.pos_ != "PRON" else SourceKind.PERSON


def is_anonymous(head: Token | None, kinds: SourceKinds, *, named: bool) -> bool:
    """Tell whether the text keeps the name of a source back.

    Args:
        head: Head of the noun phrase; None when the text names nobody.
        kinds: The codebook's nouns.
        named: Whether the phrase names somebody, itself or through an earlier mention.
    """
    if head is None:
        return True
    out_of_many = head.lower_ in words_of("taking out of many") or head.tag_ == "CD"
    if out_of_many and any(c.lower_ == "of" for c in children(head, "prep")):
        return True
    if named or head.pos_ == "PRON" or (head.pos_ == "PROPN" and is_name(head, kinds)):
        return head.pos_ == "PRON" and head.lower_ in words_of("taking out of many") | words_of("others of the same")
    if any(token.lemma_.lower() in kinds.withholding or _is_kept_back(token, kinds) for token in head.subtree):
        return True
    entry = kinds.noun_of(head)
    if entry is not None and entry.kind in (SourceKind.DOCUMENT, SourceKind.SOCIAL) and not entry.human:
        return entry.nameless
    # Headlines leave out "a": "Cartel paid for jet, ex-pilot testifies"; of ministers there is one.
    bare = head.tag_ == "NN" and not any(children(head, "det", "poss"))
    if bare and entry is not None and entry.human and entry.kind is not SourceKind.OFFICIAL:
        return True
    return (entry is not None and entry.nameless) or _is_unspecified(head, kinds)


def _is_kept_back(token: Token, kinds: SourceKinds) -> bool:
    """Tell "who would *not* be *named*", "who did *not* want his *name* published"."""
    if token.lemma_.lower() not in kinds.asked:
        return False
    return any(any(children(verb, "neg")) for verb in (token, *token.ancestors) if verb.pos_ in ("VERB", "AUX"))


def _is_unspecified(head: Token, kinds: SourceKinds) -> bool:
    """Tell plurals and "a …" from bodies of which there is one: "police", "the mayor", "state media"."""
    determiners = [c.lower_ for c in children(head, "det", "nummod")]
    if any(d in ("a", "an", "one", "another", "some") for d in determiners):
        return True
    before = {c.lower_ for c in children(head, "compound", "amod", "nmod")}
    entry = kinds.noun_of(head)
    human = entry is not None and entry.human  # of state officials there are many, of state media one
    single = head.lower_ in kinds.known or (bool(before & kinds.owners) and not human)
    # "Truce *monitors* from the bloc said": the parser may take a plural for a verb, or for a name.
    plural = head.tag_ in ("NNS", "NNPS", "VBZ") or (head.tag_ == "NNP" and head.lower_[:-1] in kinds.nouns)
    return plural and not single
