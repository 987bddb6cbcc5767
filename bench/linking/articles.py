"""Writes the articles of the linking set as JSON Lines, in the order of publication.

    python bench/linking/articles.py OUT.jsonl [--all | --more | --fresh]

Without --all only the open part is written: that is the one to develop on.
"""

import argparse
import json
from pathlib import Path

from linking_set import FOLDERS, STORIES, all_articles, load_stories


def write_articles(path: Path, *, held_back: bool, folder: Path = STORIES) -> int:
    """Write the open part, with `held_back` the whole set; return how many articles there are."""
    stories = [story for story in load_stories(folder) if held_back or not story.held_back]
    lines = [json.dumps(one.to_record(), ensure_ascii=False) for one in all_articles(stories)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def add_folders(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose the stories."""
    which = parser.add_mutually_exclusive_group()
    for name in ("more", "fresh"):
        text = f"the stories of {name}/, which are all open"
        which.add_argument(f"--{name}", action="store_const", const=name, dest="folder", help=text)
    parser.set_defaults(folder="stories")


def main() -> int:
    """Write the articles from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="file to write")
    parser.add_argument("--all", action="store_true", help="with the part held back: for scoring, not for reading")
    add_folders(parser)
    options = parser.parse_args()
    written = write_articles(options.out, held_back=options.all, folder=FOLDERS[options.folder])
    print(f"{options.out}: {written} articles")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
