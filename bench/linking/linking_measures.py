"""The measures of the linking set, each for one part of it; what they mean is in README.md."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from linking_match import Answer, same_name
from linking_set import Json
from linking_truth import TrueEvent, Truth

#: Contradictions that are two figures side by side: a ledger that lists both has found them.
FIGURES = frozenset({"figure", "correction"})


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many were right, of how many, and what was missed."""

    right: int
    of: int
    missed: tuple[str, ...] = field(default=(), repr=False)

    @property
    def share(self) -> float:
        """The share that is right; 1 of nothing."""
        return self.right / self.of if self.of else 1.0


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def found_copies(answer: Answer) -> dict[str, str | None]:
    """Return, by address, the address of the article that each copy republishes; None where the id is unknown."""
    return {
        one["url"]: answer.url.get(one["copy_of"])
        for story in answer.stories for one in story["articles"] if one["copy_of"] is not None
    }  # fmt: skip


def copy_pairs(answer: Answer, truth: Truth, *, held_back: bool) -> tuple[Ratio, Ratio]:
    """Return precision and recall of the pairs (copy, earliest article)."""
    true = {url: roots for url, roots in truth.copies.items() if truth.part[url] == held_back}
    found = {url: root for url, root in found_copies(answer).items() if truth.part.get(url) == held_back}
    right = {url for url, root in found.items() if root in true.get(url, ())}
    extra = tuple(f"no copy of {found[url]}: {url}" for url in sorted(found.keys() - right))
    missed = tuple(f"copy not found: {url}" for url in sorted(true.keys() - right))
    return Ratio(len(right), len(found), extra), Ratio(len(right), len(true), missed)


def b_cubed(answer: Answer, truth: Truth, *, held_back: bool) -> tuple[float, float]:
    """Return precision and recall of the stories, the mean over the articles of the part.

    All articles of the set may stand in a story beside them: a held-back article in an open story is an error too.
    """
    cluster = {one["url"]: number for number, story in enumerate(answer.stories) for one in story["articles"]}
    sizes, true_sizes = Counter(cluster.values()), Counter(truth.story.values())
    both = Counter((cluster[url], truth.story[url]) for url in truth.story if url in cluster)
    urls = [url for url, held in truth.part.items() if held == held_back]
    precision = recall = 0.0
    for url in urls:
        # An article in no story is alone.
        shared = both[cluster[url], truth.story[url]] if url in cluster else 1
        precision += shared / (sizes[cluster[url]] if url in cluster else 1)
        recall += shared / true_sizes[truth.story[url]]
    return (precision / len(urls), recall / len(urls)) if urls else (1.0, 1.0)


def events_of(truth: Truth, *, held_back: bool) -> list[TrueEvent]:
    """Return the events of one part."""
    return [event for event in truth.events if event.held_back == held_back]


def events_coded(answer: Answer, truth: Truth, *, held_back: bool) -> Ratio:
    """Return how many true events the coder tells in any article; `missed` holds the keys of the others."""
    coded = {key for _, keys in answer.told.values() for key in keys}
    events = events_of(truth, held_back=held_back)
    missed = tuple(event.key for event in events if event.key not in coded)
    return Ratio(len(events) - len(missed), len(events), missed)


def events_found(matches: dict[str, Json], truth: Truth, *, held_back: bool) -> Ratio:
    """Return how many true events a merged event stands for."""
    events = events_of(truth, held_back=held_back)
    missed = tuple(f"event not found: {event.key}" for event in events if event.key not in matches)
    return Ratio(len(events) - len(missed), len(events), missed)


def exact_origins(matches: dict[str, Json], truth: Truth, *, held_back: bool) -> Ratio:
    """Return how many events have exactly the true number of independent origins; one not found has none."""
    events = events_of(truth, held_back=held_back)
    counts = {event.key: matches.get(event.key, {}).get("independent_origins") for event in events}
    missed = tuple(
        f"{event.key}: {counts[event.key]} independent origins instead of {event.independent_origins}"
        for event in events if counts[event.key] != event.independent_origins
    )  # fmt: skip
    return Ratio(len(events) - len(missed), len(events), missed)


def named_origins(matches: dict[str, Json], truth: Truth, *, held_back: bool) -> Ratio:
    """Return how many origins are listed under one of their names."""
    origins = [(event, names) for event in events_of(truth, held_back=held_back) for names in event.origins]
    missed = tuple(
        f"{event.key}: origin not named: {names[0]}" for event, names in origins
        if not any(same_name(given, names) for given in matches.get(event.key, {}).get("origins", ()))
    )  # fmt: skip
    return Ratio(len(origins) - len(missed), len(origins), missed)


def given_values(answer: Answer, matches: dict[str, Json], truth: Truth, *, held_back: bool) -> Ratio:
    """Return how many figures stand in the ledger with who gives them."""
    values = [(event, one) for event in events_of(truth, held_back=held_back) for one in event.values]
    missed = tuple(
        f"{event.key}: figure not listed: {one['kind']} {one['value']} by {one['by']}" for event, one in values
        if not any(_gives(given, one, answer=answer) for given in matches.get(event.key, {}).get("values", ()))
    )  # fmt: skip
    return Ratio(len(values) - len(missed), len(values), missed)


def _gives(given: Json, true: Json, *, answer: Answer) -> bool:
    same = given["kind"] == true["kind"] and given["value"] == true["value"]
    return same and answer.url.get(given["article"]) in true["urls"] and same_name(given["by"], true["names"])


def contradictions(answer: Answer, matches: dict[str, Json], truth: Truth, *, held_back: bool) -> tuple[Ratio, Ratio]:
    """Return precision and recall of what is said against the events.

    Precision asks of every entry beside a matched event whether it is one side of a true contradiction.
    """
    events = events_of(truth, held_back=held_back)
    true = [(event, one) for event in events for one in event.contradictions]
    missed = tuple(
        f"{event.key}: contradiction not found: {one['kind']}, {one['what']}" for event, one in true
        if not _is_found(one, answer=answer, matches=matches)
    )  # fmt: skip
    said = [(key, entry) for event in events for key, entry in _entries(event.key, matches)]
    wrong = tuple(
        f"{key}: no contradiction: {entry['by']}, {entry['what']}" for key, entry in said
        if not any(key in one["keys"] and _is_side(entry, one, answer=answer) for _, one in true)
    )  # fmt: skip
    return Ratio(len(said) - len(wrong), len(said), wrong), Ratio(len(true) - len(missed), len(true), missed)


def _entries(key: str, matches: dict[str, Json]) -> Iterator[tuple[str, Json]]:
    for entry in matches.get(key, {}).get("contradicted_by", ()):
        yield key, entry


def _is_found(one: Json, *, answer: Answer, matches: dict[str, Json]) -> bool:
    entries = [entry for key in one["keys"] for _, entry in _entries(key, matches)]
    if any(_is_side(entry, one, answer=answer) for entry in entries):
        return True
    return one["kind"] in FIGURES and _are_listed(one, matches.get(one["keys"][0], {}), answer=answer)


def _is_side(entry: Json, one: Json, *, answer: Answer) -> bool:
    return answer.url.get(entry["article"]) in one["urls"] and same_name(entry["by"], one["by"])


def _are_listed(one: Json, event: Json, *, answer: Answer) -> bool:
    """Whether the ledger holds two figures of one kind by the parties of the contradiction.

    One of them comes from its articles. Two figures of the same party are a correction and nothing else.
    """
    given = [value for value in event.get("values", ()) if same_name(value["by"], one["by"])]
    here = [value for value in given if answer.url.get(value["article"]) in one["urls"]]
    return any(
        a["kind"] == b["kind"] and a["value"] != b["value"]
        and (one["kind"] == "correction" or not same_name(a["by"], [b["by"]]))
        for a in here for b in given
    )  # fmt: skip
