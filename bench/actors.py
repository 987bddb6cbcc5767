"""What an actor memory adds, on PolNeAR: learned from the training articles, used on the development articles.

    python bench/actors.py [--json] [--memory FILE]

1. How many events of the development articles gain a country or a sector, and how many are new.
2. Hide and ask: wherever a development article describes a person itself, the memory is asked as if it did not, and the
   two are compared. This measures recall and agreement without a judge; people whose office nobody tells are harder.
3. How old a description may be: as 2, by the days between the article and the nearest description of the name.

Learning takes five minutes; `--memory FILE` keeps what was learned, or takes what is there. The articles lie beside the
project in ../shared; where they do not, the bench says so and ends with status 0.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly import Article, Claim, Coder, Event, Report
from reportedly.language.analysis import annotate
from reportedly.language.pipeline import load_pipeline
from reportedly.learning import learn_actors
from reportedly.learning.descriptions import Description, describe
from reportedly.resolution.actor_memory import ActorMemory
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.days import Days
from reportedly.resolution.full_names import name_key
from reportedly.resolution.memory_file import load_memory, memory_lines
from reportedly.resolution.portraits import Portrait
from reportedly.settings import Settings

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "polnear"
WORKERS = 2


def articles(part: str) -> Iterator[Article]:
    """Yield the articles of one part."""
    for line in (DATA / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Article.verbatim(row["text"], title=row["title"], published=row["date"])


def learned(path: Path) -> ActorMemory:
    """Return the memory in the file, which is written when it is not there."""
    if not path.exists():
        memory = learn_actors(articles("train"), settings=Settings(workers=WORKERS))
        path.write_text("".join(memory_lines(memory)), encoding="utf-8")
    return load_memory(path)


def gains(memory: Path) -> Counter[str]:
    """Code the development articles with and without the memory, and count what differs."""
    counts: Counter[str] = Counter()
    without, beside = Coder().pipe(articles("dev")), Coder(actors=memory).pipe(articles("dev"))
    for before, after in zip(without, beside, strict=True):
        if isinstance(before, Report) and isinstance(after, Report):
            counts += _differences(before, after)
    return counts


def _differences(before: Report, after: Report) -> Counter[str]:
    old = {event.id: event for event in before.events}
    counts = Counter({"events": len(old), "claims": len(before.claims)})
    for event in after.events:
        counts["new event"] += event.id not in old
        if event.id in old:
            counts["event gains a country"] += _known(event, "country") > _known(old[event.id], "country")
            counts["event gains a sector"] += _known(event, "sectors") > _known(old[event.id], "sectors")
    counts["event lost"] += len(old.keys() - {event.id for event in after.events})
    told = {claim.id: claim for claim in before.claims}
    for claim in after.claims:
        known = told.get(claim.id)
        counts["claim gains an actor among its sources"] += known is not None and _placed(claim) > _placed(known)
    return counts


def _placed(claim: Claim) -> int:
    return sum(source.actor is not None for source in claim.sources)


def _known(event: Event, field: str) -> int:
    return sum(bool(getattr(actor, field)) for actor in (*event.actors, *event.recipients))


def hidden(memory: ActorMemory) -> Iterator[tuple[int, Description, Portrait]]:
    """Yield for each description of a remembered name: the age of what is known, what is told, what is recalled."""
    nlp, actors = load_pipeline(), ActorResolver.load()
    periods: dict[str, list[Days]] = {}
    for line in memory.lines:
        periods.setdefault(name_key(line.name), []).append(line.period)
    for article in articles("dev"):
        annotated = annotate(article, nlp=nlp)
        for description in describe(annotated, actors.view(annotated)):
            known = periods.get(name_key(description.name))
            if known and description.published is not None:
                age = min(period.gap(Days.of(description.published)) for period in known)
                yield age, description, memory.recall([description.name], article=article, told=Portrait())


def agreement(memory: ActorMemory) -> dict[str, dict[str, int]]:
    """Count by age: how many were asked, answered, and answered as the article has it."""
    table: dict[str, Counter[str]] = {}
    for age, told, recalled in hidden(memory):
        row = table.setdefault("up to 30 days" if age <= 30 else "31 days and more", Counter())
        row["asked"] += 1
        row["sector answered"] += bool(recalled.sectors)
        row["sector agrees"] += recalled.sectors[:1] == told.sectors[:1]
        row["country told and answered"] += bool(told.country and recalled.country)
        row["country agrees"] += told.country is not None and recalled.country == told.country
    return {age: dict(row) for age, row in sorted(table.items())}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--memory", type=Path, help="keep what was learned in this file, or take it from there")
    given = parser.parse_args()
    if not DATA.exists():
        print("actors: ../shared is not here; nothing was measured")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = given.memory or Path(folder) / "actors.jsonl"
        memory = learned(path)
        names = len({line.name for line in memory.lines})
        result: dict[str, Any] = {"names": names, "lines": len(memory.lines), **gains(path), **agreement(memory)}
    if given.json:
        print(json.dumps(result))
    else:
        print("\n".join(f"{what:32} {count}" for what, count in result.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
