"""Scores copies, stories, origins, contradictions on the linking set: `bench/stories.py [--more | --fresh] [--json]`.

MinHash alone stands beside them. The set and its rules stand in `bench/linking/README.md`; of the part held back only
numbers are printed.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "linking"))

from baseline import baseline_scores
from linking_scores import PartScores, print_scores
from linking_set import FOLDERS
from score import linked_scores, run_linker

LINKER = "reportedly.linking:link"
#: Names of the scores that have a floor, as `floors.toml` spells them.
NAMES = {
    "copies": "copy pairs F1",
    "stories": "stories B3 F1",
    "origins": "independent origins exact",
    "contradictions": "contradictions R",
}


def flat(found: dict[str, PartScores]) -> dict[str, float]:
    """Return the scores that have a floor, of either part."""
    return {
        f"{part.replace(' ', '_')}_{name}": one.scores[measure]
        for part, one in found.items()
        for name, measure in NAMES.items()
    }


def main() -> None:
    """Print the table, or with --json the scores alone; with --more or --fresh over the stories of that folder."""
    folder = FOLDERS[next((name for name in FOLDERS if f"--{name}" in sys.argv[1:]), "stories")]
    found = linked_scores(run_linker(LINKER, folder), folder)
    if "--json" in sys.argv[1:]:
        print(json.dumps(flat(found)))
        return
    print_scores({"linker": found, "MinHash": baseline_scores(folder)})


if __name__ == "__main__":
    main()
