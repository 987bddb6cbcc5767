"""Who is named where: gathers the names of a text into entities, and joins what else speaks of them."""

from collections.abc import Sequence

from spacy.tokens import Doc

from reportedly.language.annotated import Entity, EntityMention, LinkReason, Quotation
from reportedly.language.lexicon import load_lexicon
from reportedly.language.names import Naming, find_names


def find_entities(doc: Doc, *, quotations: Sequence[Quotation]) -> tuple[Entity, ...]:
    """Return everybody and everything that a text names, in order of first mention.

    Args:
        doc: spaCy's analysis.
        quotations: Of the same text; who speaks in them decides who "I" is.
    """
    names = find_names(doc, lexicon=load_lexicon())
    groups: list[list[Naming]] = []
    for name in names:
        home = next((g for g in reversed(groups) if _same(doc, name, g)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return tuple(_entity(doc, group) for group in groups)


def _same(doc: Doc, name: Naming, group: list[Naming]) -> bool:
    words = name.words(doc)
    if name.label != group[0].label:
        return False
    if any(words == other.words(doc) for other in group):
        return True
    if name.label != "PERSON":
        return False
    full = max((other.words(doc) for other in group), key=len)
    return words == full[-len(words) :] or full == words[-len(full) :]


def _entity(doc: Doc, group: list[Naming]) -> Entity:
    fullest = max(group, key=lambda name: len(name.words(doc)))
    mentions = []
    for name in group:
        reason: LinkReason = "name" if name.words(doc) == fullest.words(doc) else "short name"
        mentions.append(EntityMention(name.start, name.end, doc[name.start : name.end].root.i, reason))
    return Entity(fullest.text(doc), fullest.label, tuple(mentions))
