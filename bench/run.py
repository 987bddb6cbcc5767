"""Runs every benchmark, one after the other: `make bench`."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
#: Accuracy first, then speed, which wants the machine to itself.
PARTS = ("gsr", "relations", "attribution", "pages", "places", "readings", "stories", "calibration", "speed")


def main() -> int:
    """Run each part with its own heading; the exit status is 1 when one fails."""
    failed = []
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        if subprocess.run([sys.executable, str(BENCH / f"{part}.py")]).returncode != 0:
            failed.append(part)
    if failed:
        print("failed:", ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
