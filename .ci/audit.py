"""Asks an advisory service about every locked package: `make audit`.

Ends with status 1 where a package has a known vulnerability, or could not be looked up by a service that does answer.
Where none answers it says so loudly and ends with 0: pip-audit itself calls packages clean that it could not look up.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-cluster.lock")
#: A release with advisories since 2014: a service that says nothing of it has not been asked at all.
CANARY = "jinja2==2.4.1"
SERVICES = ("pypi", "osv")


def findings(requirements: Path, service: str) -> list[dict[str, Any]] | None:
    """Return what a service says of each package of a file; None when it cannot be reached."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--no-deps", "--progress-spinner", "off"]
        command += ["-s", service, "-r", str(requirements), "-f", "json", "-o", str(answer)]
        done = subprocess.run(command, capture_output=True, text=True)
        if answer.exists():
            return list(json.loads(answer.read_text(encoding="utf-8"))["dependencies"])
    print(f"audit: {service}: {(done.stderr.strip().splitlines() or ['no answer'])[-1][:200]}")
    return None


def answering() -> str | None:
    """Return the first service that knows the canary's advisories."""
    with tempfile.TemporaryDirectory() as folder:
        canary = Path(folder) / "canary.txt"
        canary.write_text(f"{CANARY}\n", encoding="utf-8")
        return next((s for s in SERVICES if any(found.get("vulns") for found in findings(canary, s) or ())), None)


def main() -> int:
    """Audit every lock."""
    service = answering()
    if service is None:
        print(f"audit: NOT AUDITED. No advisory service knows {CANARY}: nothing is known of the locked packages.")
        return 0
    failed = False
    for lock in LOCKS:
        found = findings(ROOT / lock, service)
        bad = [one for one in found or () if one.get("vulns") or "skip_reason" in one]
        for one in bad:
            known = ", ".join(v["id"] for v in one.get("vulns", ()))
            print(f"audit: {lock}: {one['name']} {one.get('version', '')}: {known or one['skip_reason']}")
        print(f"audit: {lock}: {'no answer' if found is None else f'{len(found)} packages, {len(bad)} to look at'}")
        failed = failed or found is None or bool(bad)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
