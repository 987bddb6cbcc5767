"""The audit of the locked packages: what is known of them fails it, and a silence is not taken for an answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).resolve().parents[1] / ".ci" / "audit.py"
#: Answers as pip-audit does, out of two sets of names; what it was not told of it "could not look up".
PIP_AUDIT = """
import json, os, sys
given, out = (sys.argv[sys.argv.index(option) + 1] for option in ("-r", "-o"))
if os.environ["SERVICE"] == "unreachable":
    sys.exit("ConnectionError: no such host")
releases = {line.split()[0] for line in open(given) if "==" in line}
def told(release):
    name, version = release.split("==")
    if os.environ["SERVICE"] == "silent":
        return {"name": name, "skip_reason": "not found"}
    return {"name": name, "version": version, "vulns": [{"id": "X-1"}] * (release in os.environ["KNOWN"].split())}
json.dump({"dependencies": [told(release) for release in releases]}, open(out, "w"))
"""


def audited(folder: Path, *, service: str, known: str) -> subprocess.CompletedProcess[str]:
    package = folder / "pip_audit"
    package.mkdir()
    (package / "__main__.py").write_text(PIP_AUDIT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(folder), "SERVICE": service, "KNOWN": known}
    return subprocess.run([sys.executable, str(AUDIT)], env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("service", ["unreachable", "silent"])
def test_without_a_service_nothing_is_called_clean(tmp_path: Path, service: str) -> None:
    done = audited(tmp_path, service=service, known="")
    assert done.returncode == 0
    assert "NOT AUDITED" in done.stdout
    assert "packages" not in done.stdout.split("NOT AUDITED")[0]


def test_a_known_vulnerability_fails_the_audit(tmp_path: Path) -> None:
    lock = (AUDIT.parents[1] / "requirements.lock").read_text(encoding="utf-8")
    locked = next(line.split()[0] for line in lock.splitlines() if line.startswith("spacy=="))
    done = audited(tmp_path, service="answers", known=f"jinja2==2.4.1 {locked}")
    assert done.returncode == 1
    assert f"requirements.lock: {locked.replace('==', ' ')}: X-1" in done.stdout


def test_packages_without_a_known_vulnerability_pass(tmp_path: Path) -> None:
    done = audited(tmp_path, service="answers", known="jinja2==2.4.1")
    assert done.returncode == 0
    assert done.stdout.count("0 to look at") == 3
