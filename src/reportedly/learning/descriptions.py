"""What one article says of the people that it names: the evidence that an actor memory is made of.

Only attributive words count, before a name or in apposition to it: "Chilean Foreign Minister Marta Solís", "Omar Sy,
the commander of the Senegalese army". What somebody is called elsewhere ("the minister") may be linked wrongly.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.language.annotated import AnnotatedText, Entity
from reportedly.language.lexicon import load_lexicon
from reportedly.language.phrases import sentence_span
from reportedly.learning.evidence import is_evidence
from reportedly.resolution.actors import ActorView
from reportedly.resolution.full_names import is_full_name

#: Mentions whose own words describe whom they name; what stands beside a surname may be another's.
ATTRIBUTIVE = frozenset({"name", "apposition"})
#: A sentence shows a human reader why; the article has the rest.
MAX_SENTENCE = 240
MAX_TITLE = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What an article says of a name.

    Attributes:
        name: The fullest name in the article.
        aliases: Its other full names there.
        country: The country told; None when none is.
        sectors: At least one.
        title: As the article puts it.
        article: Its id.
        published: Its date, ISO 8601; None when unknown.
        sentence: The sentence that says it.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    title: str | None
    article: str
    published: str | None
    sentence: str


def describe(annotated: AnnotatedText, view: ActorView) -> Iterator[Description]:
    """Yield one description for every person whom the text both names in full and describes."""
    for entity in annotated.entities:
        if entity.label == "PERSON" and is_full_name(entity.name) and not _is_title(entity.name):
            yield from _of_entity(entity, annotated, view)


def _is_title(name: str) -> bool:
    """Tell a run of capitals that begins or ends with a word for people: "Defence Minister", "Treasurer Ann Ek"."""
    lexicon, words = load_lexicon(), name.lower().split()
    return words[0] in lexicon.title_words | lexicon.person_nouns


def _of_entity(entity: Entity, annotated: AnnotatedText, view: ActorView) -> Iterator[Description]:
    told = [
        (mention, annotated.doc[mention.head], view.described(annotated.doc[mention.head]))
        for mention in entity.mentions
        if mention.reason in ATTRIBUTIVE
    ]
    shown = [(head, portrait) for mention, head, portrait in told if is_evidence(mention, head, portrait, view.marks)]
    countries = {portrait.country for _, _, portrait in told if portrait.country is not None}
    if not shown or len(countries) > 1:
        return
    head, portrait = shown[0]
    names = (annotated.doc[m.start : m.end].text for m in entity.mentions if m.reason == "name")
    yield Description(
        name=entity.name,
        aliases=tuple(sorted({name for name in names if name != entity.name and is_full_name(name)})),
        country=next((portrait.country for _, portrait in shown if portrait.country is not None), None),
        sectors=portrait.sectors,
        title=None if portrait.title is None else plain(portrait.title)[:MAX_TITLE],
        article=annotated.article.id,
        published=annotated.article.published.value,
        sentence=plain(annotated.words(sentence_span(head)))[:MAX_SENTENCE],
    )


def plain(text: str) -> str:
    """Return a text on one line, without control characters and lone surrogates: people read the file."""
    return " ".join("".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in text).split())
