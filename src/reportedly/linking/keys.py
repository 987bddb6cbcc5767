"""Under which keys a store files an article, so that those it may belong with are found without reading the others.

Two articles that share no key are not compared. Every key is rare: a sentence, a run of terms, two telling words
together, a happening at a place on a day.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from math import log

from reportedly.linking.fingerprints import Fingerprint
from reportedly.linking.terms import find_terms, weigh
from reportedly.records import stable_id

#: Shorter sentences ("He gave no details.") stand in many articles.
LEAST_WORDS = 7
#: So many terms in a row that two articles hardly share by chance.
RUN = 4
#: So many of an article's most telling terms are paired into keys.
TELLING = 10
#: Its foremost terms are paired with more: two articles on one happening do not stress the same.
FOREMOST = 4
#: Whoever cites an article shares one of these at least.
TELLING_IN_ALL = 20
#: The lead tells what a text is on.
LEAD = 4
LEAD_FACTOR = 1.5
TITLE_FACTOR = 1.5


def copy_keys(article: Fingerprint) -> tuple[str, ...]:
    """Return the keys under which copies meet: each sentence, and of each its run of terms with the smallest hash."""
    found: dict[str, None] = {}
    for sentence in article.sentences:
        if sentence.words >= LEAST_WORDS:
            found[f"s {sentence.key}"] = None
            terms = [term.casefold() for term in sentence.terms]
            runs = [stable_id(*terms[at : at + RUN]) for at in range(len(terms) - RUN + 1)]
            if runs:
                found[f"r {min(runs)}"] = None
    if article.address is not None:
        found[f"u {stable_id(article.address)}"] = None
    return tuple(found)


def story_keys(article: Fingerprint) -> tuple[str, ...]:
    """Return the keys under which articles on one happening meet.

    Two telling terms together; a house that is cited, or the own one, with a telling term; a kind of event at a place
    on a day.
    """
    ranked = telling_terms(article)
    keys = [f"t {min(a, b)} {max(a, b)}" for a, b in combinations(ranked[:TELLING], 2)]
    keys += [f"t {min(a, b)} {max(a, b)}" for a in ranked[:FOREMOST] for b in ranked[TELLING:TELLING_IN_ALL]]
    houses = [*article.cites, *([article.house] if article.house else [])]
    keys += [f"h {house} {term}" for house in houses for term in ranked]
    keys += [f"e {act.type} {act.place} {act.day}" for act in article.acts if act.place and act.day]
    return tuple(dict.fromkeys(keys))


def telling_terms(article: Fingerprint) -> tuple[str, ...]:
    """Return the terms that tell what an article is on, most first, without its publisher's own name."""
    weights = profile(article)
    own = set() if article.publisher is None else {t.text.casefold() for t in find_terms("– " + article.publisher.name)}
    ranked = sorted((-weight, term) for term, weight in weights.items() if term not in own)
    return tuple(term for _, term in ranked[:TELLING_IN_ALL])


# An article is compared with all its candidates in a row, and with those that follow on its story.
@lru_cache(maxsize=512)
def profile(article: Fingerprint, *, without: frozenset[str] = frozenset()) -> Mapping[str, float]:
    """Return what every term weighs in an article: by itself, by how often and where it stands.

    Args:
        article: Its fingerprint.
        without: Keys of sentences that do not count.
    """
    counted: dict[str, float] = defaultdict(float)
    most: dict[str, float] = defaultdict(float)
    for written, factor in _placed(article, without):
        term = written.casefold()
        counted[term] += factor
        most[term] = max(weigh(written), most[term])
    return {term: most[term] * (1 + log(number)) for term, number in counted.items()}


def _placed(article: Fingerprint, without: frozenset[str]) -> Iterator[tuple[str, float]]:
    for term in article.title:
        yield term, TITLE_FACTOR
    for number, sentence in enumerate(article.sentences):
        for term in () if sentence.key in without else sentence.terms:
            yield term, LEAD_FACTOR if number < LEAD else 1.0
