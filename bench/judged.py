"""Prints which share of the events that the GSR does not mark is true by the codebook, as judged by hand.

    python bench/judged.py

GSR marks one event for most sentences, so its precision counts true events as false. `bench/judged/gsr_extra.yaml`
holds a verdict on every further event found in its dev set: the record's id, our type, and whether a careful coder with
the PLOVER manual would mark that event. Events found since then that nobody has judged are counted apart.
`bench/judged/polnear_sample.yaml` holds verdicts on events of whole articles, drawn by hash from PolNeAR dev.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import yaml

from gsr import GOLD, SHARED, predict
from reportedly import Article, Coder

JUDGED = Path(__file__).resolve().parent / "judged"
VERDICTS, SAMPLE = JUDGED / "gsr_extra.yaml", JUDGED / "polnear_sample.yaml"
ARTICLES = SHARED / "data" / "polnear" / "dev.jsonl"


def extras() -> Counter[tuple[str, str]]:
    """Return the events beyond those marked, as the first record's id of their sentence and our type."""
    marked: dict[str, Counter[str]] = {}
    of_text: dict[str, str] = {}
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = of_text.setdefault(" ".join(row["text"].split()), row["id"])
        marked.setdefault(name, Counter())[row["event_v2"]] += 1
    found: dict[str, Counter[str]] = {}
    for prediction in predict(Coder()):
        if prediction["id"] in marked:
            found[str(prediction["id"])] = Counter(event["type"] for event in prediction["events"])  # type: ignore[attr-defined]
    return Counter(
        {(name, kind): count for name, types in found.items() for kind, count in (types - marked[name]).items()}
    )


def still_found(names: set[str]) -> set[str]:
    """Return which of the sampled events are found today; one is named by its article, its type and its place."""
    coder, articles = Coder(), {name.split(":")[0] for name in names}
    rows = (json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines())
    return {
        name
        for row in rows
        if row["id"] in articles
        for event in coder.code(Article.verbatim(row["text"])).events
        for mention in event.mentions
        if (name := f"{row['id']}:{event.type}:{mention.trigger[0]}") in names
    }


def print_sample() -> None:
    """Print the share of true events among the sampled ones, of all and of those that are found today."""
    verdicts = {v["id"]: v["true"] for v in yaml.safe_load(SAMPLE.read_text(encoding="utf-8"))}
    found = still_found(set(verdicts))
    true = sum(verdicts[name] for name in found)
    drawn = f"{sum(verdicts.values())} of {len(verdicts)} were true when drawn"
    print(f"PolNeAR dev, a sample: {drawn}; {len(found)} are found today, {true} true: {true / len(found):.2f}")


def main() -> int:
    """Compare what is found with what was judged, and print the share."""
    if not GOLD.exists():
        print("judged: ../shared is not here; nothing was compared")
        return 0
    verdicts = {(v["id"], v["type"]): v["true"] for v in yaml.safe_load(VERDICTS.read_text(encoding="utf-8"))}
    found = extras()
    print_sample()
    judged = {key: count for key, count in found.items() if key in verdicts}
    true = sum(count for key, count in judged.items() if verdicts[key])
    total = sum(judged.values())
    print(f"{found.total()} events beyond the marked ones, {total} of them judged, {true} true: {true / total:.2f}")
    for name, kind in sorted(set(found) - set(judged)):
        print(f"not judged: {name} {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
