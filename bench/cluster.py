"""Times Ray beside processes of this machine and bare spaCy, over the same texts, one thread a process.

    python bench/cluster.py [--articles 400]

Rates leave out the start: they count from the first block, or the first tenth of the articles, to the end. Needs the
extra `cluster` (requirements-cluster.lock). Run it on a machine that does nothing else.
"""

import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

from reportedly import Article, Coder  # noqa: E402 - the thread counts must be set before numpy loads
from reportedly.cluster import blocks, code_dataset  # noqa: E402
from reportedly.cluster.receipts import Receipt  # noqa: E402
from reportedly.language.pipeline import load_pipeline  # noqa: E402
from reportedly.reading import read_all  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT.parent / "shared" / "data" / "polnear" / "dev.jsonl"
SAMPLES = ROOT / "src" / "reportedly" / "samples"
DEFAULT = 400
#: Small blocks, so that start and end weigh little.
BLOCK_BYTES = 60_000


@dataclass(slots=True)
class Stopwatch:
    """Notes how much was done when.

    Attributes:
        marks: Seconds, and how many articles were done by then.
    """

    marks: list[tuple[float, int]] = field(default_factory=list)

    def note(self, number: int) -> None:
        """Note that so many more articles are done."""
        before = self.marks[-1][1] if self.marks else 0
        self.marks.append((time.perf_counter(), before + number))

    def rate(self) -> float:
        """Return articles a second, from the first tenth on."""
        total = self.marks[-1][1]
        begun, done = next(mark for mark in self.marks if mark[1] >= total / 10)
        return (total - done) / (self.marks[-1][0] - begun)


def texts(number: int) -> list[str]:
    """Return so many texts, some of them again and again."""
    if TEXTS.exists():
        found = [json.loads(line)["text"] for line in TEXTS.read_text(encoding="utf-8").splitlines()]
    else:
        found = [article.text for article in read_all([SAMPLES]) if isinstance(article, Article)]
    return list(islice(cycle(found), number))


def rate_of(results: Iterable[object]) -> float:
    """Return articles a second of what yields one result an article."""
    watch = Stopwatch()
    for _ in results:
        watch.note(1)
    return watch.rate()


def rate_of_ray(source: Path, out: Path, *, workers: int) -> float:
    """Return articles a second of a dataset."""
    watch = Stopwatch()

    def note(receipt: Receipt) -> None:
        watch.note(receipt.articles)

    code_dataset([str(source)], str(out), workers=workers, watch=note)
    return watch.rate()


def main(arguments: list[str]) -> int:
    """Time all three at one and two processes."""
    number = int(arguments[1]) if arguments[:1] == ["--articles"] else DEFAULT
    chosen = texts(number)
    articles, nlp, coder = [Article.verbatim(text) for text in chosen], load_pipeline(), Coder()
    blocks.BLOCK_BYTES = BLOCK_BYTES
    rates = {
        "bare nlp.pipe": [rate_of(nlp.pipe(chosen, n_process=count, batch_size=8)) for count in (1, 2)],
        "code --workers": [rate_of(coder.pipe(articles, workers=count)) for count in (1, 2)],
    }
    with TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        source.write_text("".join(f"{json.dumps({'text': text})}\n" for text in chosen), encoding="utf-8")
        rates["code --engine ray"] = [rate_of_ray(source, Path(folder) / str(count), workers=count) for count in (1, 2)]
    bare = rates["bare nlp.pipe"][1] / rates["bare nlp.pipe"][0]
    print(
        f"{number} texts, {sum(len(text.split()) for text in chosen) // number} words each; {os.cpu_count()} processors"
    )
    for name, (one, two) in rates.items():
        print(
            f"{name:<18} {one:6.2f} → {two:6.2f} articles/s, × {two / one:.2f}, {two / one / bare:.2f} of bare spaCy's"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
