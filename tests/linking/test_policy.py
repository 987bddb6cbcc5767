"""Reliability comes from the user's file and from nowhere else."""

import pytest

from reportedly.errors import CodebookError
from reportedly.linking.policy import NO_ENTRY, Policy

FILE = """
sources:
  - {source: "Harbour Wire", reliability: B, reason: "ten years of use"}
  - {source: "*ministry*", reliability: D, reason: "party to the war"}
  - {source: "Defence ministry of Utopia", reliability: A, reason: "never reached"}
"""


@pytest.fixture
def policy(tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text(FILE, encoding="utf-8")
    return Policy.load(path)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Harbour Wire", "B"),
        ("harbour wire", "B"),
        ("Ministry of Health", "D"),
        ("Defence ministry of Utopia", "D"),
        ("Harbour Wire Sport", "F"),
    ],
)
def test_first_entry_that_fits_counts(policy, name, letter):
    assert policy.judge(name).reliability == letter


def test_nobody_is_judged_without_a_file():
    assert Policy().judge("Harbour Wire").reliability == "F"
    assert Policy().judge("Harbour Wire").reason == NO_ENTRY


@pytest.mark.parametrize("text", ["sources: [{source: X, reliability: G, reason: y}]", "source: []", "sources: ["])
def test_bad_file_is_an_error(tmp_path, text):
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError):
        Policy.load(tmp_path / "p.yaml")


def test_missing_file_is_an_error(tmp_path):
    with pytest.raises(CodebookError):
        Policy.load(tmp_path / "none.yaml")
