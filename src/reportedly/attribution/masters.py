"""For which named body somebody speaks, and what sort of body that is."""

from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.attribution.kind_words import SourceKinds
from reportedly.language.annotated import AnnotatedText
from reportedly.language.phrases import children, phrase_tokens
from reportedly.language.word_groups import words_of
from reportedly.records import Actor, SourceKind
from reportedly.resolution.actor_words import SUPRANATIONAL
from reportedly.resolution.actors import ActorView

#: PLOVER sectors of armed and political bodies that are no state's.
FRONTS = frozenset({"REB", "UAF", "OPP", "PTY"})


def master_by_name(head: Token, annotated: AnnotatedText, actors: ActorView, kinds: SourceKinds) -> SourceKind | None:
    """Return the kind of the named body that somebody speaks for: "a UN spokesman", "Gazprom's deputy head".

    Who speaks for the UN is no official of a state, and neither is who speaks for a firm or a front.

    Args:
        head: Of the noun phrase that names who speaks.
        annotated: The text.
        actors: Tells who a name is.
        kinds: The codebook's nouns and names.
    """
    nouns = (head, *children(head, "compound", "appos"))
    entry = kinds.noun_of(head)
    if entry is not None and entry.kind is SourceKind.OFFICIAL and not entry.human:
        whose = (actors.resolve(m) for m in children(head, "compound", "poss", "nmod") if m.pos_ == "PROPN")
        # "The UN rights office"
        return SourceKind.ORGANISATION if any(actor.country in SUPRANATIONAL for actor in whose) else None
    # A chief at the UN leads what is no state's: "UN rights *chief*"
    if entry is not None and entry.human and head.lower_ in words_of("heads of bodies"):
        led = (actors.resolve(t) for before in head.lefts for t in before.subtree if t.pos_ == "PROPN")
        if any(actor.country in SUPRANATIONAL for actor in led):
            return SourceKind.ORGANISATION
    speaking = [n for n in nouns if (entry := kinds.noun_of(n)) is not None and entry.speaks]
    links = (link for noun in speaking for link in children(noun, "prep") if link.lower_ in ("for", "of", "at"))
    owners = (m for noun in speaking for m in children(noun, "compound", "poss", "nmod", "amod"))
    for master in (*owners, *(m for link in links for m in children(link, "pobj"))):
        told = _named_body(master, annotated, actors, kinds)
        if told is not None:
            return told
    return None


def _named_body(master: Token, annotated: AnnotatedText, actors: ActorView, kinds: SourceKinds) -> SourceKind | None:
    """Return what sort of body a name names, unless it is a state's by other words than its name."""
    named = master.pos_ in ("PROPN", "ADJ") or (master.is_upper and len(master) > 1)
    if not named or not master.text[:1].isupper():
        return None
    actor = actors.resolve(master)
    if actor.country in SUPRANATIONAL or FRONTS & set(actor.sectors):
        return SourceKind.ORGANISATION
    if kinds.body_of(master) is not None:
        return kinds.body_of(master)
    if _is_unknown_body(master, annotated, actor, kinds):
        return SourceKind.ORGANISATION
    entity = annotated.entity_at(master)
    firm = entity is not None and entity.label == "ORG" and {"BUS", "MNC"} & {*actor.sectors, actor.country}
    return SourceKind.ORGANISATION if firm else None


def led_bodies(head: Token, annotated: AnnotatedText, kinds: SourceKinds) -> Iterator[Token]:
    """Yield the first namings of what "it" is in "*its* director general, Rafael Costa"."""
    nouns = (head, *children(head, "appos", "compound"), *([head.head] if head.dep_ == "appos" else []))
    # "One of its pilots" leads nothing.
    leading = (noun for noun in nouns if (entry := kinds.noun_of(noun)) is None or not entry.is_private)
    owners = (t for noun in leading for t in children(noun, "poss") if t.lower_ in words_of("it"))
    bodies = (annotated.entity_at(owner) for owner in owners)
    firsts = (annotated.doc[body.mentions[0].head] for body in bodies if body is not None)
    lent = kinds.lenders  # who directs a hospital is an expert
    return (t for t in firsts if t.pos_ != "PRON" and not {t.lemma_.lower(), t.head.lemma_.lower()} & lent.keys())


def _is_unknown_body(master: Token, annotated: AnnotatedText, actor: Actor, kinds: SourceKinds) -> bool:
    """Tell the firm of "a director of *Tressel Glass*": nothing says that the name is a state's or a place."""
    entity = annotated.entity_at(master)
    labelled = entity is not None and entity.label == "ORG"
    words = phrase_tokens(master)
    known = actor.sectors or actor.country is not None or kinds.noun_of(master) is not None
    # "The Soil Programme at Oda University" is the university's.
    told = any(t.lower_ in kinds.nouns or t.lower_ in kinds.lenders for t in master.subtree)
    return labelled and master.pos_ == "PROPN" and len(words) > 1 and not known and not told
