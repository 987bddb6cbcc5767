"""Scores MinHash alone on the linking set: copy pairs and stories; it knows no events, origins or contradictions.

python bench/linking/baseline.py [--json] [--sweep]
"""

import argparse
import json
from pathlib import Path

from linking_match import answer_of
from linking_minhash import Settings, link, similarities
from linking_scores import PartScores, print_scores, score
from linking_set import STORIES, SetArticle, all_articles, load_stories
from linking_truth import Truth, truth_of

#: The best of the sweep over the open part.
SETTINGS = Settings(words=4, copy=0.3, story=0.01)
SWEEP = {"words": (1, 2, 3, 4, 5), "copy": (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5),
         "story": (0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.16, 0.2, 0.25)}  # fmt: skip


def baseline_scores(folder: Path = STORIES) -> dict[str, PartScores]:
    """Link a whole folder of stories by MinHash and score it."""
    stories = load_stories(folder)
    linked = link(list(all_articles(stories)), settings=SETTINGS)
    return score(answer_of(linked, told={}), truth_of(stories))


def sweep(articles: list[SetArticle], truth: Truth) -> None:
    """Print the best thresholds for each length of shingle, on the open part only."""
    for words in SWEEP["words"]:
        shares = similarities(articles, words=int(words))
        for name, measure in (("copy", "copy pairs F1"), ("story", "stories B3 F1")):
            tried = []
            for value in SWEEP[name]:
                both = Settings(int(words), copy=value, story=value)
                answer = answer_of(link(articles, settings=both, shares=shares), told={})
                tried.append((score(answer, truth)["open"].scores[measure], value))
            print(f"shingles of {words}: {measure} {max(tried)[0]:.3f} at {max(tried)[1]}")


def main() -> int:
    """Run the baseline from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the scores as JSON only")
    parser.add_argument("--sweep", action="store_true", help="try shingle lengths and thresholds on the open part")
    options = parser.parse_args()
    if options.sweep:
        stories = [story for story in load_stories() if not story.held_back]
        sweep(list(all_articles(stories)), truth_of(stories))
        return 0
    found = baseline_scores()
    if options.json:
        print(json.dumps({part: one.scores for part, one in found.items()}))
    else:
        print_scores({"MinHash": found})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
