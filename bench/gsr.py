"""Scores event coding on the PLOVER gold standard records (dev), with the published peer beside it.

    python bench/gsr.py [--json]

Prints type and triple F1 with 95 % bootstrap intervals over sentences, beside Universal PETRARCH's figures on the same
sentences (shared/score/README.md). GSR marks one event for most sentences, so true extra events count as false.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random  # noqa: TID251 - a bootstrap needs chance; its seed is fixed

from reportedly import Actor, Article, Coder, Event

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "data" / "gsr" / "dev.jsonl"
SCORER = SHARED / "score" / "events.py"
PEER = {"type": 0.450, "triple": 0.294}
RESAMPLES = 200
#: The records of 2016 know one code for every body of states; PLOVER 2.0, and so our records, name two apart.
SAME_CODE = {"UNO": "IGO", "EUR": "IGO"}


def person(actor: Actor) -> dict[str, str]:
    """Return an actor in the scorer's form."""
    code = actor.country or ""
    return {
        "text": actor.text,
        "code": SAME_CODE.get(code, code),
        "sector": actor.sectors[0] if actor.sectors else "",
    }


def prediction(event: Event) -> dict[str, object]:
    """Return an event in the scorer's form."""
    return {
        "type": event.type.value,
        "actors": [person(a) for a in event.actors],
        "recipients": [person(a) for a in event.recipients],
    }


def predict(coder: Coder) -> list[dict[str, object]]:
    """Code every sentence; negated events are no claim that something happened, and GSR marks none."""
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    reports = coder.pipe((Article.verbatim(row["text"]) for row in rows), on_error="raise")
    return [
        {"id": row["id"], "events": [prediction(e) for e in report.events if e.modality != "negated"]}
        for row, report in zip(rows, reports, strict=True)
        if not hasattr(report, "reason")
    ]


def score(gold: list[str], predicted: list[dict[str, object]]) -> dict[str, dict[str, float]]:
    """Run the shared scorer."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "gold.jsonl", Path(folder) / "pred.jsonl"
        paths[0].write_text("\n".join(gold) + "\n", encoding="utf-8")
        paths[1].write_text("".join(json.dumps(p) + "\n" for p in predicted), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(paths[0]), str(paths[1]), "--types", "v2", "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, dict[str, float]] = json.loads(done.stdout)
    return result


def intervals(predicted: list[dict[str, object]]) -> dict[str, tuple[float, float]]:
    """Bootstrap over sentences: resample the gold rows, score each sample."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    by_text: dict[str, list[str]] = {}
    for line in lines:
        by_text.setdefault(json.loads(line)["text"], []).append(line)
    chance, draws = Random(0), []
    for _ in range(RESAMPLES):
        draws.append(_one_sample(list(by_text.values()), predicted, chance))
    found = {}
    for measure in PEER:
        ranked = sorted(draw[measure] for draw in draws)
        found[measure] = (ranked[int(0.025 * RESAMPLES)], ranked[int(0.975 * RESAMPLES) - 1])
    return found


def _one_sample(groups: list[list[str]], predicted: list[dict[str, object]], chance: Random) -> dict[str, float]:
    by_id = {p["id"]: p for p in predicted}
    gold, answers = [], []
    for number in range(len(groups)):
        for line in groups[chance.randrange(len(groups))]:
            row = json.loads(line)
            new = {"id": f"{number}:{row['id']}", "text": f"{number} {row['text']}"}
            gold.append(json.dumps({**row, **new}))
            answers.append({**by_id[row["id"]], "id": new["id"]})
    result = score(gold, answers)
    return {measure: result[measure]["F1"] for measure in PEER}


def main() -> int:
    """Score, and print beside the peer."""
    if not GOLD.exists():
        print("gsr: ../shared is not here; nothing was scored")
        return 0
    predicted = predict(Coder())
    result = score(GOLD.read_text(encoding="utf-8").splitlines(), predicted)
    if "--json" in sys.argv:
        print(
            json.dumps(
                {"type": result["type"]["F1"], "triple": result["triple"]["F1"], "sector": result["sector"]["acc"]}
            )
        )
        return 0
    bounds = intervals(predicted)
    print(f"{'GSR dev':22} {'P':>6} {'R':>6} {'F1':>6}   95 % interval   Universal PETRARCH F1")
    for measure, peer in PEER.items():
        r, (low, high) = result[measure], bounds[measure]
        print(f"{measure:22} {r['P']:6.3f} {r['R']:6.3f} {r['F1']:6.3f}   [{low:.3f}, {high:.3f}]    {peer:.3f}")
    print(f"sector accuracy {result['sector']['acc']} on {result['sector']['n']} (Universal PETRARCH .44)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
