"""Scores the place finder on GeoVirus (dev), with the naive baseline beside it in the same run.

    python bench/places.py [--json]

Prints finding F1, the share of the found within 161 km (wider for areas: shared/score/places.py) and F1 of both. The
baseline takes the small spaCy model's GPE, LOC and FAC entities and places each in the middle of the country that
pycountry knows by the name, else at the gazetteer's most populous match.
Reading, coding and attribution are left out: only the rooms that the place finder needs run here.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

import pycountry
from spacy.tokens import Doc

from reportedly import Article
from reportedly.language.analysis import annotate
from reportedly.language.annotated import AnnotatedText
from reportedly.language.pipeline import load_pipeline
from reportedly.resolution.actors import ActorResolver
from reportedly.resolution.gazetteer import Gazetteer, GazetteerEntry
from reportedly.resolution.place_lexicon import PlaceLexicon
from reportedly.resolution.places import PlaceFinder

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "data" / "geovirus" / "dev.jsonl"
SCORER = SHARED / "score" / "places.py"
LABELS = ("GPE", "LOC", "FAC")
#: What the scorer prints: "find P … F1 …", "@161km …", "end2end … F1 …".
FIGURES = {
    "find": re.compile(r"^find .*F1 ([\d.]+)", re.M),
    "near": re.compile(r"^@161km\s+([\d.]+)", re.M),
    "end2end": re.compile(r"^end2end .*F1 ([\d.]+)", re.M),
}

Spot = dict[str, Any]
Prediction = dict[str, Any]


def country(name: str, *, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """Return the country that pycountry knows by a name or code: "the U.S." is one."""
    bare = name.removeprefix("the ").removeprefix("The ").replace(".", "")
    try:
        return gazetteer.country(pycountry.countries.lookup(bare).alpha_3)
    except LookupError:
        return None


def naive(doc: Doc, *, gazetteer: Gazetteer) -> list[Spot]:
    """Return spaCy's places, each where the most populous place of that name lies."""
    spots = []
    for ent in doc.ents:
        if ent.label_ in LABELS:
            entry = country(ent.text, gazetteer=gazetteer) or next(iter(gazetteer.lookup(ent.text)), None)
            at = (None, None) if entry is None else (entry.lat, entry.lon)
            spots.append({"start": ent.start_char, "end": ent.end_char, "lat": at[0], "lon": at[1]})
    return spots


def found(annotated: AnnotatedText, *, finder: PlaceFinder, actors: ActorResolver) -> list[Spot]:
    """Return the places that the project finds."""
    places = finder.find(annotated, marks=actors.view(annotated).marks)
    spans = ((place, place.span) for place in places if place.span is not None)
    return [{"start": span[0], "end": span[1], "lat": place.lat, "lon": place.lon} for place, span in spans]


def predict() -> tuple[list[Prediction], list[Prediction], float]:
    """Run both over every article; the third value is the finder's share of the time that they took together."""
    nlp, gazetteer, actors = load_pipeline(), Gazetteer.load(), ActorResolver.load()
    finder = PlaceFinder(gazetteer, PlaceLexicon.load())
    ours, baseline, spent = [], [], 0.0
    begin = perf_counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        annotated = annotate(Article.verbatim(row["text"]), nlp=nlp)
        start = perf_counter()
        ours.append({"id": row["id"], "places": found(annotated, finder=finder, actors=actors)})
        spent += perf_counter() - start
        baseline.append({"id": row["id"], "places": naive(annotated.doc, gazetteer=gazetteer)})
    return ours, baseline, spent / (perf_counter() - begin)


def score(predictions: list[Prediction]) -> str:
    """Run the shared scorer and return what it prints."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pred.jsonl"
        path.write_text("".join(json.dumps(p) + "\n" for p in predictions), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(GOLD), str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figures(printed: str) -> dict[str, float]:
    """Read the figures out of the scorer's lines.

    Raises:
        ValueError: A figure is not among them.
    """
    matches = {name: pattern.search(printed) for name, pattern in FIGURES.items()}
    missing = [name for name, match in matches.items() if match is None]
    if missing:
        raise ValueError(f"the scorer printed no {', '.join(missing)}: {printed!r}")
    return {name: float(match[1]) for name, match in matches.items() if match is not None}


def main() -> int:
    """Score, and print beside the baseline."""
    if not GOLD.exists():
        print("places: ../shared is not here; nothing was scored")
        return 0
    ours, baseline, share = predict()
    printed = score(ours)
    if "--json" in sys.argv:
        print(json.dumps(figures(printed)))
        return 0
    print(
        f"GeoVirus dev, reportedly (actors' view and places: {share:.1%} of the time, spaCy takes the rest)\n{printed}"
    )
    print(f"naive baseline: spaCy small NER, largest population, middles of countries\n{score(baseline)}", end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
