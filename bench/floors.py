"""Holds the acceptance and the dev-set scores to the floors of `floors.toml`, where ../shared is."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

BENCH = Path(__file__).resolve().parent
SHARED = BENCH.parent.parent / "shared"


def seed(least: int) -> bool:
    """Run the seed acceptance; tell whether at least so many facts hold."""
    script = SHARED / "accept" / "seed.py"
    done = subprocess.run(
        [sys.executable, str(script), "--min", str(least)], cwd=BENCH.parent, capture_output=True, text=True
    )
    last = (done.stdout.strip().splitlines() or [done.stderr.strip()[-300:]])[-1]
    print(f"seed: {last} (floor {least})")
    return done.returncode == 0


def scores(name: str, floors: dict[str, float]) -> bool:
    """Run one scorer with --json; tell whether every score reaches its floor."""
    done = subprocess.run([sys.executable, str(BENCH / f"{name}.py"), "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{name}: ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        return False
    found = json.loads(done.stdout.strip().splitlines()[-1])
    good = True
    for key, floor in floors.items():
        good &= found[key] >= floor
        print(f"{name}: {key} {found[key]:.4f} (floor {floor}){'' if found[key] >= floor else '  BELOW'}")
    return good


def main() -> int:
    """Check every floor; the exit status is 1 when one does not hold."""
    if not SHARED.is_dir():
        print("floors: ../shared is not here, so the dev sets cannot be scored; nothing was checked")
        return 0
    floors = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))
    results = [seed(floors.pop("seed")["facts"])]
    results += [scores(name, table) for name, table in floors.items()]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
