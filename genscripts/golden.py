"""Makes the golden reports of the samples anew: `make golden`.

What made a report (`coder`) is left out: it changes with every edit of the codebook. Read the diff line by line
against the samples before you commit it, and keep the notes beside the reports true.
"""

import json
from pathlib import Path
from typing import Any

from reportedly import Coder, Failure
from reportedly.reading import read_all

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "src" / "reportedly" / "samples"
GOLDEN = ROOT / "tests" / "samples" / "golden"


def golden_reports(path: Path, *, coder: Coder) -> list[dict[str, Any]]:
    """Code one sample file; return its reports without what made them."""
    reports = []
    for result in coder.pipe(read_all([path]), workers=1):
        if isinstance(result, Failure):
            raise SystemExit(f"{result.input}: {result.reason}")
        report = result.to_dict()
        del report["coder"]
        reports.append(report)
    return reports


def sample_files() -> list[Path]:
    """Return the samples, sorted."""
    return sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html", ".jsonl"))


def main() -> None:
    """Write one JSON file a sample."""
    coder = Coder()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for path in sample_files():
        text = json.dumps(golden_reports(path, coder=coder), ensure_ascii=False, indent=1)
        (GOLDEN / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
