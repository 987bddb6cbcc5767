"""Puts the measures of the linking set together, part by part, and prints them."""

from dataclasses import dataclass, replace

from linking_match import Answer, match_events
from linking_measures import (
    b_cubed,
    contradictions,
    copy_pairs,
    events_coded,
    events_found,
    exact_origins,
    f1,
    given_values,
    named_origins,
)
from linking_truth import Truth

PARTS = {"open": False, "held back": True}


@dataclass(frozen=True, slots=True)
class PartScores:
    """The scores of one part, and what is wrong in it."""

    scores: dict[str, float]
    wrong: tuple[str, ...]


def score(answer: Answer, truth: Truth) -> dict[str, PartScores]:
    """Score the parts that there are; only the open one says what is wrong."""
    there = set(truth.part.values())
    return {name: _part(answer, truth, held_back=held_back) for name, held_back in PARTS.items() if held_back in there}


def _part(answer: Answer, truth: Truth, *, held_back: bool) -> PartScores:
    pairs, pairs_recall = copy_pairs(answer, truth, held_back=held_back)
    purity, story_recall = b_cubed(answer, truth, held_back=held_back)
    scores = {
        "copy pairs P": pairs.share,
        "copy pairs R": pairs_recall.share,
        "copy pairs F1": f1(pairs.share, pairs_recall.share),
        "stories B3 P": purity,
        "stories B3 R": story_recall,
        "stories B3 F1": f1(purity, story_recall),
    }
    wrong = pairs.missed + pairs_recall.missed
    if any(story["events"] for story in answer.stories):
        found, more_wrong = _event_scores(answer, truth, held_back=held_back)
        scores, wrong = scores | found, wrong + more_wrong
    # What is held back must not be read, not even by its mistakes.
    return PartScores(scores, () if held_back else wrong)


def _event_scores(answer: Answer, truth: Truth, *, held_back: bool) -> tuple[dict[str, float], tuple[str, ...]]:
    matches = match_events(answer, truth)
    said, speaking = contradictions(answer, matches, truth, held_back=held_back)
    coded = events_coded(answer, truth, held_back=held_back)
    ratios = {
        "events coded": coded,
        "events found": events_found(matches, truth, held_back=held_back),
        "independent origins exact": exact_origins(matches, truth, held_back=held_back),
        "origins named R": named_origins(matches, truth, held_back=held_back),
        "figures listed R": given_values(answer, matches, truth, held_back=held_back),
        "contradictions P": said,
        "contradictions R": speaking,
    }
    # What the coder finds nowhere no linker can link: the linker's own part is measured on the rest.
    rest = replace(truth, events=tuple(event for event in truth.events if event.key not in coded.missed))
    own = {
        "origins exact, coded only": exact_origins(matches, rest, held_back=held_back),
        "contradictions R, coded": contradictions(answer, matches, rest, held_back=held_back)[1],
    }
    wrong = tuple(f"event not coded: {key}" for key in coded.missed)
    wrong += tuple(line for name, ratio in ratios.items() if name != "events coded" for line in ratio.missed)
    return {name: ratio.share for name, ratio in (ratios | own).items()}, wrong


def print_scores(columns: dict[str, dict[str, PartScores]]) -> None:
    """Print a row a measure and two columns, open and held back, for each answer."""
    heads = [(name, part) for name, parts in columns.items() for part in parts]
    measures = list(dict.fromkeys(m for parts in columns.values() for one in parts.values() for m in one.scores))
    width = max(12, *(len(name) + 2 for name in columns))
    print(f"{'':28}" + "".join(f"{name:>{width}}" for name, _ in heads))
    print(f"{'':28}" + "".join(f"{part:>{width}}" for _, part in heads))
    for measure in measures:
        cells = (columns[name][part].scores.get(measure) for name, part in heads)
        print(f"{measure:28}" + "".join(f"{'-' if cell is None else f'{cell:.3f}':>{width}}" for cell in cells))
