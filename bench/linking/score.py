"""Scores a linker on the linking set, with MinHash alone beside it.

    python bench/linking/score.py --linker reportedly.linking:link [--more | --fresh] [--json] [--table] [-v]
    python bench/linking/score.py STORIES.json REPORTS.jsonl [--more | --fresh] [--json] [--table] [-v]

The first codes the set's articles and hands all reports to the function, which returns stories. The second takes what
was made elsewhere from `articles.py --all`: a JSON array of stories in the contract's shape, and the reports. Mistakes
are printed for the open part only (-v), and what became of each event (--table).
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from articles import add_folders, write_articles
from baseline import baseline_scores
from linking_match import Answer, answer_of, told_events
from linking_scores import PartScores, print_scores, score
from linking_set import FOLDERS, STORIES, Json, load_stories
from linking_table import print_table
from linking_truth import Truth, truth_of

from reportedly import Article, Coder, Report
from reportedly.reading import read_all


@dataclass(frozen=True, slots=True)
class Linked:
    """What is scored: stories, and the reports that their mentions come from."""

    stories: list[Json]
    reports: list[Json]


def run_linker(name: str, folder: Path = STORIES) -> Linked:
    """Code all stories of a folder and link them by the function named "module:function"."""
    module, _, function = name.partition(":")
    link: Callable[[list[Report]], Iterable[object]] = getattr(import_module(module), function)
    reports = list(_reports(folder))
    stories = [story if isinstance(story, dict) else story.to_dict() for story in link(reports)]  # type: ignore[attr-defined]
    return Linked(stories, [report.to_dict() for report in reports])


def _reports(stories: Path) -> Iterator[Report]:
    coder = Coder()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write_articles(path, held_back=True, folder=stories)
        for article in read_all([path]):
            if not isinstance(article, Article):
                raise SystemExit(f"score: {article.input}: {article.reason}")
            yield coder.code(article)


def read_linked(stories: Path, reports: Path) -> Linked:
    """Read stories (a JSON array) and reports (JSON Lines) from files."""
    lines = reports.read_text(encoding="utf-8").splitlines()
    return Linked(json.loads(stories.read_text(encoding="utf-8")), [json.loads(line) for line in lines if line])


def linked_scores(linked: Linked, folder: Path = STORIES) -> dict[str, PartScores]:
    """Score what was linked, part by part."""
    truth = truth_of(load_stories(folder))
    return score(_answer(linked, truth), truth)


def _answer(linked: Linked, truth: Truth) -> Answer:
    return answer_of(linked.stories, told=told_events(linked.reports, truth))


def main() -> int:
    """Score from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="STORIES.json REPORTS.jsonl")
    parser.add_argument("--linker", metavar="MODULE:FUNCTION", help="list of reports → stories")
    add_folders(parser)
    parser.add_argument("--table", action="store_true", help="print what became of each open event")
    parser.add_argument("--json", action="store_true", help="print the scores as JSON only")
    parser.add_argument("-v", "--verbose", action="store_true", help="print what is wrong in the open part")
    options = parser.parse_args()
    if (options.linker is None) == (len(options.files) != 2):
        parser.error("give STORIES.json and REPORTS.jsonl, or --linker")
    folder = FOLDERS[options.folder]
    linked = run_linker(options.linker, folder) if options.linker else read_linked(*options.files)
    found = linked_scores(linked, folder)
    if options.json:
        print(json.dumps({part: one.scores for part, one in found.items()}))
        return 0
    if options.verbose:
        print("\n".join(found["open"].wrong), end="\n\n")
    if options.table:
        truth = truth_of(load_stories(folder))
        print_table(_answer(linked, truth), truth)
    print_scores({"linker": found, "MinHash": baseline_scores(folder)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
