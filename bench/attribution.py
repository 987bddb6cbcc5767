"""Scores who says what on PolNeAR dev: the "say" baseline, the grammar, the tagger, and what ships: both together.

    python bench/attribution.py [--json] [--limit N]

PolNeAR and its scorer lie beside the project in ../shared; where they do not, the bench says so and ends with status 0.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from spacy.tokens import Token

from reportedly.attribution import AttributionLexicon, Proposal, propose
from reportedly.attribution.combining import Combiner
from reportedly.attribution.tagging import Tagged
from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.records import Article, Span

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "data" / "polnear" / "dev.jsonl"
SCORER = SHARED / "score" / "attribution.py"
MEASURES = {"soft": "attr.soft", "full": "attr.full", "direct_full": "attr.full/direct"}

Attribution: TypeAlias = dict[str, list[Span]]
System: TypeAlias = Callable[[AnnotatedText], list[Attribution]]


#: What ships, by its name among the systems.
SHIPPED = "both"


def systems() -> dict[str, System]:
    """Return the baseline, the two proposers and their combination, by name."""
    lexicon = AttributionLexicon.load()
    combiner = Combiner.load(lexicon)

    def grammar(annotated: AnnotatedText) -> list[Attribution]:
        return [_as_attribution(p) for p in outermost(propose(annotated, lexicon=lexicon))]

    def tagged(annotated: AnnotatedText) -> list[Attribution]:
        return [_tagged_as_attribution(t) for t in combiner.tagger.tag(annotated.article.text)]

    def both(annotated: AnnotatedText) -> list[Attribution]:
        combined = combiner.propose(annotated)
        marked = {t.cue for t in combiner.tagger.tag(annotated.article.text)}
        return [_as_attribution(p) for p in outermost(combined, marked=marked)]

    return {"say": say_baseline, "grammar": grammar, "tagger": tagged, SHIPPED: both}


def outermost(proposals: tuple[Proposal, ...], *, marked: Iterable[Span | None] = ()) -> list[Proposal]:
    """Leave out what is said inside what is said, for PolNeAR hardly marks it (its README: shared/prototypes).

    Args:
        proposals: Of one text.
        marked: The cues that the tagger sees; it learned from PolNeAR what is marked there, nested or not.
    """
    seen = [cue for cue in marked if cue is not None]
    return [p for p in proposals if _is_marked(p, seen) or not any(_holds(o, p) for o in proposals)]


def _is_marked(proposal: Proposal, cues: Iterable[Span]) -> bool:
    at = proposal.cue_head.idx
    return any(start <= at < end for start, end in cues)


def _holds(outer: Proposal, inner: Proposal) -> bool:
    return outer != inner and outer.covers(inner.cue_head.idx)


def _as_attribution(proposal: Proposal) -> Attribution:
    source = [] if proposal.source is None else [proposal.source]
    return {"source": source, "cue": list(proposal.cue_spans), "content": list(proposal.content)}


def _tagged_as_attribution(tagged: Tagged) -> Attribution:
    source, cue = ([] if span is None else [span] for span in (tagged.source, tagged.cue))
    return {"source": source, "cue": cue, "content": list(tagged.content)}


def say_baseline(annotated: AnnotatedText) -> list[Attribution]:
    """Take every "say" with a subject and a clause, and nothing else."""
    return [a for token in annotated.doc if token.lemma_ == "say" for a in _said(token)]


def _said(verb: Token) -> Iterator[Attribution]:
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    if subject is not None and clause is not None:
        yield {
            "source": [_extent(subject.subtree)],
            "cue": [(verb.idx, verb.idx + len(verb))],
            "content": [_extent(clause.subtree)],
        }


def _extent(tokens: Iterable[Token]) -> Span:
    kept = list(tokens)
    return kept[0].idx, kept[-1].idx + len(kept[-1])


def predict(rows: list[dict[str, Any]], by_name: dict[str, System]) -> dict[str, list[dict[str, Any]]]:
    """Run every system over the same parse of every article."""
    nlp = load_pipeline()
    out: dict[str, list[dict[str, Any]]] = {name: [] for name in by_name}
    for row in rows:
        article = Article.verbatim(row["text"], title=row.get("title"), published=row.get("date"))
        annotated = annotate(article, nlp=nlp)
        for name, system in by_name.items():
            out[name].append({"id": row["id"], "attributions": system(annotated)})
    return out


def score(gold: list[dict[str, Any]], predictions: list[dict[str, Any]]) -> dict[str, float]:
    """Score predictions with the shared scorer; F1 in per cent."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("gold.jsonl", "predictions.jsonl")]
        for path, rows in zip(paths, (gold, predictions), strict=True):
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(SCORER), *map(str, paths), "--json"]
        report = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: round(100 * report[key]["F1"], 1) for name, key in MEASURES.items()}


def main() -> int:
    """Run the bench from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print the shipped system's scores as JSON only")
    parser.add_argument("--limit", type=int, help="take only the first N articles")
    options = parser.parse_args()
    if not GOLD.exists():
        print(f"attribution: skipped, {GOLD} is not there", file=sys.stderr)
        return 0
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()][: options.limit]
    results = {name: score(rows, found) for name, found in predict(rows, systems()).items()}
    if options.json:
        print(json.dumps(results[SHIPPED]))
        return 0
    for name, values in results.items():
        print(f"{name:10}", "  ".join(f"{measure} {value:5.1f}" for measure, value in values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
