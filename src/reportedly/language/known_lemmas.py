"""Applies the pipeline's own lemmatizer, and remembers what it says of a word.

spaCy's remembers too, but not of base forms, which most words are, and looks for unknown ones through lists of 50,000
words; it took a tenth of the pipeline's time (docs/benchmarks.md).
"""

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc, Token

#: Words remembered at most, some thousands of articles' worth; then memory begins anew.
MOST = 200_000


class KnownLemmas:
    """The answers of a lemmatizer that looks at nothing but a word's letters, part of speech and form.

    Args:
        lemmatizer: The pipeline's own.
    """

    def __init__(self, lemmatizer: EnglishLemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._answers: dict[tuple[int, int, int], int] = {}
        # Only ever asked whether a word is among them.
        known = lemmatizer.lookups.get_table("lemma_index")
        known.update({part: dict.fromkeys(words) for part, words in known.items()})

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a text's tokens; those that have one keep it, unless the lemmatizer is to overwrite."""
        answers, overwrite = self._answers, self._lemmatizer.overwrite
        for i, (orth, pos, morph, lemma) in enumerate(doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist()):
            if lemma and not overwrite:
                continue
            sight = (orth, pos, morph)
            if sight not in answers:
                answers[sight] = self._asked(doc[i])
            doc[i].lemma = answers[sight]
        return doc

    def _asked(self, token: Token) -> int:
        if len(self._answers) >= MOST:
            self._answers.clear()
            self._lemmatizer.cache.clear()
        return token.vocab.strings.add(self._lemmatizer.lemmatize(token)[0])


def looks_at_words_alone(pipe: object) -> bool:
    """Tell whether a lemmatizer is one whose answers can be remembered: English and by rules."""
    return type(pipe) is EnglishLemmatizer and pipe.mode == "rule"
