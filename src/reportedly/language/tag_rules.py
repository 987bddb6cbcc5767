"""Applies the pipeline's own rules from tags to parts of speech, and remembers what they say of a word.

spaCy runs its matcher with every rule over every token, a sixth of the pipeline's time (docs/benchmarks.md). Nearly all
rules look at one token, at its tag, its letters and its label in the tree: what they say of such a token never changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

#: All that a rule may ask for if its answer is to be remembered.
SEEN = ("TAG", "LOWER", "DEP", "IS_SPACE")
KNOWN = frozenset(SEEN)

Rule = dict[str, Any]
#: What rules set, and at which place each stands among the rules: later ones have the last word.
Answer = tuple[tuple[int, dict[int, Any]], ...]


class Sight(NamedTuple):
    """What the rules for single tokens can see of one, as spaCy numbers it; the word is 0 where no rule asks for it."""

    tag: int
    word: int
    label: int
    is_space: int


class Rules:
    """Some of a ruler's rules, which keep their places among all.

    Args:
        vocab: The pipeline's.
        rules: Places and rules, in order.
    """

    def __init__(self, vocab: Vocab, rules: Iterable[tuple[int, Rule]]) -> None:
        kept = list(rules)
        self.places = [place for place, _ in kept]
        self.ruler = AttributeRuler(vocab)
        self.ruler.add_patterns([rule for _, rule in kept])

    def on(self, doc: Doc) -> Iterator[tuple[int, int, dict[int, Any]]]:
        """Yield for every match the token that it sets, the rule's place, and what it sets."""
        for number, _, start, end in self.ruler.match(doc):
            index = self.ruler.indices[number]
            yield range(start, end)[index], self.places[number], self.ruler.attrs[number]


class TagRules:
    """The rules of an attribute ruler, with the same results.

    Args:
        ruler: The pipeline's own.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        placed: list[tuple[int, Any]] = list(enumerate(ruler.patterns))
        single = [(place, rule) for place, rule in placed if _looks_at_one(rule)]
        self._single = Rules(ruler.vocab, single)
        self._other = Rules(ruler.vocab, [pair for pair in placed if pair not in single])
        words = {w for _, rule in single for p in rule["patterns"] for w in _words(p[0].get("LOWER"))}
        self._words = frozenset(map(ruler.vocab.strings.add, words))
        self._answers: dict[Sight, Answer] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set parts of speech, forms and lemmas of a text's tokens."""
        together: dict[int, Answer] = defaultdict(tuple)
        for index, place, attributes in self._other.on(doc):
            together[index] += ((place, attributes),)
        # All is asked before anything is set, as the ruler does: rules may set what others ask for.
        answers = [self._answer(i, seen, doc) for i, seen in enumerate(doc.to_array([*SEEN]).tolist())]
        for i, answer in enumerate(answers):
            more = together.get(i)
            for _, attributes in answer if more is None else sorted(answer + more, key=_place):
                set_token_attrs(doc[i], attributes)
        return doc

    def _answer(self, i: int, seen: Sequence[int], doc: Doc) -> Answer:
        tag, word, label, is_space = seen
        sight = Sight(tag, word if word in self._words else 0, label, is_space)
        if sight not in self._answers:
            token = doc[i]
            alone = Doc(doc.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
            self._answers[sight] = tuple((place, attributes) for _, place, attributes in self._single.on(alone))
        return self._answers[sight]


def _place(answer: tuple[int, dict[int, Any]]) -> int:
    return answer[0]


def _looks_at_one(rule: Rule) -> bool:
    """Tell whether a rule asks only for what `Sight` holds of one token."""
    return all(len(p) == 1 and KNOWN.issuperset(p[0]) and _is_listed(p[0].get("LOWER")) for p in rule["patterns"])


def _is_listed(asked: str | dict[str, Any] | None) -> bool:
    return not isinstance(asked, dict) or set(asked) == {"IN"}


def _words(asked: str | dict[str, Any] | None) -> list[str]:
    """Return the words of "LOWER": "let" or "LOWER": {"IN": ["that", "if"]}."""
    if asked is None:
        return []
    return [asked] if isinstance(asked, str) else list(asked["IN"])
