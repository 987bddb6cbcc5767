"""Loads the hand-made readings and codes the samples that they read."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import yaml

from readings_tally import Json
from readings_words import WordIndex, one_of
from reportedly import Article, Coder, Failure
from reportedly.reading import read_all

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "src" / "reportedly" / "samples"
READINGS = ROOT / "tests" / "samples" / "readings"


@dataclass(frozen=True, slots=True)
class Case:
    """One reading beside the report of the same text."""

    name: str
    reading: Json
    report: Json
    index: WordIndex


def load_cases() -> Iterator[Case]:
    """Code every sample once and pair its reports with its readings."""
    coder = Coder()
    for path in sorted(READINGS.glob("*.yaml")):
        data = _load(path)
        reports = [_coded(article, coder=coder) for article in read_all([SAMPLES / data["sample"]])]
        for reading in data.get("readings", [data]):
            line = reading.get("line")
            report = reports[0 if line is None else line - 1]
            name = path.stem if line is None else f"{path.stem}-{line}"
            yield Case(name, completed(reading), report, WordIndex(report["article"]["text"]))


def _coded(article: Article | Failure, *, coder: Coder) -> Json:
    if isinstance(article, Failure):
        raise SystemExit(f"readings: {article.input}: {article.reason}")
    return coder.code(article).to_dict()


def _load(path: Path) -> Json:
    data: Json = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def completed(reading: Json) -> Json:
    """Write out what a reading only refers to (`same_as`), with the copy's own publisher and credits."""
    if "same_as" not in reading:
        return reading
    same = reading["same_as"]
    other = _load(READINGS / same["reading"])
    old, new = outlets(other["article"]), same["sources_begin"]
    claims = [claim for claim in other["claims"] if claim["id"] in same["claims"]]
    events = [deepcopy(event) for event in other["events"] if event["id"] in same["events"]]
    for telling in (telling for event in events for telling in [event, *event.get("mentions", [])]):
        if "sources" in telling:
            telling["sources"] = new + telling["sources"][len(old) :]
    return {**reading, "claims": claims + reading["claims"], "events": events + reading["events"]}


def outlets(article: Json) -> list[str]:
    """Return the publisher, where the reading is sure of one, and the credits: what every chain begins with."""
    publisher = article["publisher"]
    names = [publisher["name"]] if isinstance(publisher, dict) else []
    return list(dict.fromkeys(names + article["credits"]))


def tellings(event: Json) -> list[Json]:
    """Return every place in the article that tells an event, then the event as a whole.

    A mention in the event's own sentence has the event's fields where it writes none.
    """
    whole = {key: value for key, value in event.items() if key not in ("mentions", "optional")}
    mentions = event.get("mentions", [])
    return [{**whole, **one} if one["evidence"] == event["evidence"] else one for one in mentions] + [event]


def triggers(telling: Json) -> list[str]:
    """Return the words that may trigger it."""
    return [trigger for trigger in one_of(telling["trigger"]) if trigger is not None]
