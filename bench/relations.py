"""Scores `Coder.relate` on PLV (train, as a zero-shot set), with published peers beside it.

python bench/relations.py [--json]
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from reportedly import Coder

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "data" / "plv" / "train.jsonl"
SCORER = SHARED / "score" / "relations.py"


def main() -> int:
    """Relate every pair, score, print beside the peers."""
    if not GOLD.exists():
        print("relations: ../shared is not here; nothing was scored")
        return 0
    coder = Coder()
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    # Rows whose phrase does not stand in one piece carry no span; they are wrong answers, not left out.
    answers = (
        coder.relate(row["sentence"], actor=tuple(row["source_span"]), recipient=tuple(row["target_span"])).type
        if row["source_span"] and row["target_span"]
        else None
        for row in rows
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pred.jsonl"
        lines = (json.dumps({"id": r["id"], "type": a}) + "\n" for r, a in zip(rows, answers, strict=True))
        path.write_text("".join(lines), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(SCORER), str(GOLD), str(path)], capture_output=True, text=True, check=True
        )
    if "--json" in sys.argv:
        found = re.search(r"root macro-F1 ([\d.]+)", done.stdout)
        print(json.dumps({"root": float(found.group(1)) if found else 0.0}))
        return 0
    print(done.stdout, end="")
    print("published, zero-shot, on the test half: Universal PETRARCH .463, GPT-3.5 .409, GPT-4 .615, ZSP .821")
    return 0


if __name__ == "__main__":
    sys.exit(main())
