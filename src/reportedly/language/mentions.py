"""Who is named where: the way from a parsed text to its entities."""

from collections.abc import Sequence

from spacy.tokens import Doc

from reportedly.language.annotated import Entity, Quotation
from reportedly.language.grouping import group_names
from reportedly.language.lexicon import load_lexicon
from reportedly.language.linking import link_mentions
from reportedly.language.names import find_names


def find_entities(doc: Doc, *, quotations: Sequence[Quotation]) -> tuple[Entity, ...]:
    """Return everybody and everything that a text names, in order of first mention.

    1. Names, repaired and with one label each.
    2. Full and short names, abbreviations, appositions gathered into entities.
    3. Role nouns and pronouns linked to them.

    Args:
        doc: spaCy's analysis.
        quotations: Of the same text; who speaks in them decides who "I" is.
    """
    lexicon = load_lexicon()
    drafts = group_names(doc, find_names(doc, lexicon=lexicon), lexicon=lexicon)
    link_mentions(doc, drafts, quotations=quotations, lexicon=lexicon)
    return tuple(sorted((draft.finish() for draft in drafts), key=lambda entity: entity.mentions[0].start))
