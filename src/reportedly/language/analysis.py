"""From an article to its annotated text: the one way into the rooms below."""

from spacy.language import Language

from reportedly.language.annotated import AnnotatedText
from reportedly.language.mentions import find_entities
from reportedly.language.quotes import find_quotations
from reportedly.records import Article


def annotate(article: Article, *, nlp: Language) -> AnnotatedText:
    """Analyse an article's text.

    One document goes through spaCy at a time: results then cannot depend on what else was in the batch.

    Args:
        article: Its text is taken as it stands.
        nlp: From `load_pipeline`.
    """
    doc = nlp(article.text)
    quotations = find_quotations(article.text)
    return AnnotatedText(article, doc, quotations, find_entities(doc, quotations=quotations))
