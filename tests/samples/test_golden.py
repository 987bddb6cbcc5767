import json
from pathlib import Path

import pytest

from reportedly.reading import read_all

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "src" / "reportedly" / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".txt", ".html", ".jsonl"))


def without_coder(report):
    return {key: value for key, value in report.to_dict().items() if key != "coder"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reports_equal_the_golden_ones(path, coder):
    golden = json.loads((HERE / "golden" / f"{path.stem}.json").read_text(encoding="utf-8"))
    assert [without_coder(report) for report in coder.pipe(read_all([path]), workers=1)] == golden


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_golden_report_has_a_note_of_what_is_wrong_in_it(path):
    assert (HERE / "golden" / f"{path.stem}.md").read_text(encoding="utf-8").strip()
