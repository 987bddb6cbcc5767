"""Which states "the two countries" are: the ones that the sentences before have named."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from reportedly.language.word_groups import words_of
from reportedly.resolution.actor_words import SUPRANATIONAL, Nation
from reportedly.resolution.marks import Marks
from reportedly.resolution.numbers import find_numbers

#: What stands for the state itself; its towns, regions and bodies are not counted among the states named.
STANDING_FOR = frozenset({"name", "adjective", "people", "seat"})
#: How much more often than any other the states meant must have been named.
CLEARLY = 2
#: How many sentences back the states may have been named.
WITHIN = 6


def states_meant(head: Token, *, marks: Marks) -> tuple[Nation, ...]:
    """Return the states that a counted plural stands for, in the order in which they were named.

    The sentences are read backwards until as many states were named as are counted. When a sentence names more than
    are still wanted, those are meant that were named twice as often as any other; else nobody can tell.

    Args:
        head: A noun; only those of the group "states" with "the", "both" or the like stand for states named before.
        marks: Of the whole text.

    Returns:
        As many nations as the phrase counts, or none.
    """
    wanted = _counted(head)
    if wanted < 2:
        return ()
    found: dict[str, Nation] = {}
    times: Counter[str] = Counter()
    for named in _named_backwards(head, marks):
        before = len(found)
        found = {nation.code: nation for nation in named} | found
        times.update(nation.code for nation in named)
        if before < wanted == len(found):
            return tuple(found.values())
    ranked = times.most_common()
    if len(ranked) < wanted or ranked[wanted - 1][1] < CLEARLY * ranked[wanted][1]:
        return ()
    meant = {code for code, _ in ranked[:wanted]}
    return tuple(nation for code, nation in found.items() if code in meant)


def _counted(head: Token) -> int:
    """Return how many states a phrase counts; 0 when it counts none or says that they are new."""
    before = {t.lower_ for t in head.lefts}
    if head.lemma_.lower() not in words_of("states") or not before & words_of("definite counting"):
        return 0
    if before & words_of("both"):
        return 2
    counts = (number.value for t in head.lefts if t.dep_ == "nummod" for number in find_numbers(t.lower_))
    return int(next((count for count in counts if count is not None), 0))


def _named_backwards(head: Token, marks: Marks) -> Iterator[list[Nation]]:
    """Yield the states that each sentence names, from the phrase's own, read up to it, backwards."""
    end, sentence = head.i, head.sent
    for _ in range(WITHIN):
        nations = (marks.nation(token) for token in head.doc[sentence.start : end])
        yield [n for n in nations if n is not None and n.form in STANDING_FOR and n.code not in SUPRANATIONAL]
        end = sentence.start
        if end == 0:
            return
        sentence = head.doc[end - 1].sent
