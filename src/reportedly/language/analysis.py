"""From an article to its annotated text: the one way into the rooms below."""

from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language.annotated import AnnotatedText
from reportedly.language.mentions import find_entities
from reportedly.language.openings import dateline_in
from reportedly.language.quotes import find_quotations
from reportedly.records import Article


def annotate(article: Article, *, nlp: Language) -> AnnotatedText:
    """Analyse an article's text.

    One document goes through spaCy at a time: results then cannot depend on what else was in the batch.

    Args:
        article: Its text is taken as it stands.
        nlp: From `load_pipeline`.
    """
    doc = nlp(_apart_from_dateline(nlp.make_doc(article.text)))
    quotations = find_quotations(article.text)
    return AnnotatedText(article, doc, quotations, find_entities(doc, quotations=quotations))


def _apart_from_dateline(doc: Doc) -> Doc:
    """Begin a sentence behind the dateline, lest Gaza be who acts in "GAZA (AFP) - Shells hit …"."""
    opening = dateline_in(doc.text)
    first = None if opening is None else next((token for token in doc if token.idx >= opening.end), None)
    if first is not None:
        first.is_sent_start = True
    return doc
