"""Times Reportedly beside bare spaCy over the same texts, in one run, one thread a process.

    python bench/speed.py [--json]

The texts are PolNeAR dev where ../shared is, else the packaged samples, repeated. Peak memory is that of the process.
Beside each rate by the clock stands the one by processor time, which other work on the machine blurs less. Scaling is
by the clock, from one worker process to two that have loaded and warmed up; it wants a machine that does nothing else.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import spacy  # noqa: E402 - the thread counts must be set before numpy loads

from reportedly import Article, Coder  # noqa: E402
from reportedly.attribution import AttributionLexicon, Combiner, find_claims  # noqa: E402
from reportedly.coder import code_or_fail  # noqa: E402
from reportedly.language.analysis import annotate  # noqa: E402
from reportedly.language.pipeline import DEFAULT_PIPELINE, load_pipeline  # noqa: E402
from reportedly.pool import WorkerPool  # noqa: E402
from reportedly.reading import read_all  # noqa: E402
from reportedly.records import Claim  # noqa: E402
from reportedly.resolution.actors import ActorResolver  # noqa: E402
from rooms import shares_by_room  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl"
SAMPLES = ROOT / "src" / "reportedly" / "samples"
#: Articles, or portions for bare spaCy, that each worker gets before the clock runs.
WARMING = 3
#: Texts that a worker of bare spaCy gets at a time: enough for its batches, few enough to share out evenly.
A_FEW = 7


def texts() -> list[str]:
    """Return the texts to time."""
    if TEXTS.exists():
        return [json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    return [a.text for a in read_all([SAMPLES]) if isinstance(a, Article)] * 8


class Cost(NamedTuple):
    """What some work took, in seconds: by the clock, and of this process's processor time."""

    clock: float
    processor: float

    def of(self, own: "Cost") -> str:
        """Return how many times as fast this work was as another."""
        return f"{self.clock / own.clock:.2f} × bare ({self.processor / own.processor:.2f} by processor time)"


def cost(work: Iterable[object]) -> Cost:
    """Exhaust an iterator."""
    clock, processor = time.perf_counter(), time.process_time()
    for _ in work:
        pass
    return Cost(time.perf_counter() - clock, time.process_time() - processor)


def claims_of_texts(articles: list[Article]) -> Iterator[tuple[Claim, ...]]:
    """Walk the rooms up to attribution: language, tagger and grammar, chains, standing; no dates, places or events."""
    nlp, lexicon, resolver = load_pipeline(), AttributionLexicon.load(), ActorResolver.load()
    combiner = Combiner.load(lexicon)
    for article in articles:
        annotated = annotate(article, nlp=nlp)
        yield find_claims(annotated, actors=resolver.view(annotated), lexicon=lexicon, combiner=combiner)


def parse_bare() -> Callable[[list[str]], int]:
    """Return what a worker of bare spaCy does with a few texts."""
    nlp = spacy.load(DEFAULT_PIPELINE)
    return lambda some: sum(1 for _ in nlp.pipe(some))


def scaling(make: Callable[[], Callable[[Any], object]], items: list[Any]) -> float:
    """Return how many times as fast two warm workers do the items as one does."""
    seconds = []
    for count in (1, 2):
        with WorkerPool(make=make, workers=count) as pool:
            cost(pool.map(items[: WARMING * count]))
            seconds.append(cost(pool.map(items)).clock)
    return seconds[0] / seconds[1]


def main() -> int:
    """Time all at one process, how it scales to two, and tell in which rooms the time goes."""
    articles = [Article.verbatim(text) for text in texts()]
    coder, nlp = Coder(), spacy.load(DEFAULT_PIPELINE)
    cost(coder.pipe(articles[:2], workers=1))  # warm: lazy tables are loaded
    said = cost(claims_of_texts(articles))
    own = cost(coder.pipe(articles, workers=1))
    # Before the bare run, whose batches of many documents cost more memory than anything here.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    bare = cost(nlp.pipe(a.text for a in articles))
    n = len(articles)
    if "--json" in sys.argv:
        found = {
            "ratio": bare.clock / own.clock,
            "ratio_by_processor": bare.processor / own.processor,
            "claims_ratio": bare.clock / said.clock,
            "articles_per_second": n / own.clock,
            "memory_mb": memory,
        }
        print(json.dumps(found))
        return 0
    print(f"{n} texts, {sum(len(a.text.split()) for a in articles) // n} words each on average")
    print(f"bare nlp.pipe, 1 process        {n / bare.clock:6.2f} articles/s")
    print(f"language and attribution, 1     {n / said.clock:6.2f} articles/s   {bare.of(said)}")
    print(f"Reportedly end to end, 1        {n / own.clock:6.2f} articles/s   {bare.of(own)}")
    print(f"peak memory of one process      {memory:6.0f} MB")
    given = [article.text for article in articles]
    few = [given[i : i + A_FEW] for i in range(0, n, A_FEW)]
    alone, ours = scaling(parse_bare, few), scaling(partial(code_or_fail, coder.settings), articles)
    print(
        f"1 → 2 warm processes            × {ours:.2f}   bare × {alone:.2f}: {ours / alone:.2f} of bare spaCy's scaling"
    )
    print("share of processor time by room:")
    for room, share in shares_by_room(lambda: cost(coder.pipe(articles, workers=1))).items():
        print(f"  {room:<28} {share:6.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
