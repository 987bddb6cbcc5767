"""Writes docs/licences.md, and with `--cyclonedx FILE` a CycloneDX bill of materials, of what the core installs.

    python genscripts/sbom.py [--cyclonedx sbom.cdx.json]

Names and versions come from the running environment, SHA-256 of the files from requirements.lock. No clock: the same
environment gives the same bytes.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from reportedly.manifests.software import PACKAGE, installed_software

ROOT = Path(__file__).resolve().parent.parent
PAGE, LOCK = ROOT / "docs" / "licences.md", ROOT / "requirements.lock"
HEAD = """\
<!-- Made by genscripts/sbom.py from what is installed: do not edit. -->
# Licences of what Reportedly needs

What `pip install reportedly` brings on Linux, by what each package says of itself. Data and models that ship with
Reportedly: NOTICE. `python genscripts/sbom.py --cyclonedx FILE` writes a bill of materials (CycloneDX 1.6, JSON).

| package | version | licence |
|---|---|---|
"""
#: What old packages say instead of an SPDX expression.
SPDX = {
    "Apache 2.0": "Apache-2.0", "Apache License": "Apache-2.0", "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause", "BSD License": "BSD-3-Clause", "3-Clause BSD License": "BSD-3-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause", "ISC License": "ISC", "MIT License": "MIT",
}  # fmt: skip
ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)")
DIGEST = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def main(arguments: list[str]) -> int:
    """Write the page, and the bill where one is asked for."""
    packages = {name: version for name, version in installed_software().packages.items() if name != PACKAGE}
    PAGE.write_text(licence_page(packages), encoding="utf-8")
    if arguments[:1] == ["--cyclonedx"]:
        bill = bill_of_materials(packages, digests=locked_digests(LOCK.read_text(encoding="utf-8")))
        Path(arguments[1]).write_text(f"{json.dumps(bill, indent=2)}\n", encoding="utf-8")
    return 0


def licence_page(packages: Mapping[str, str]) -> str:
    """Return the page of licences."""
    rows = (f"| {name} | {version} | {licence_of(name)} |\n" for name, version in packages.items())
    return HEAD + "".join(rows)


def licence_of(name: str) -> str:
    """Return the licence of an installed package, as an SPDX expression where it can be told."""
    about = metadata.metadata(name)
    expression, told = (
        next(iter(about.get_all(field) or ()), "").strip() for field in ("License-Expression", "License")
    )
    if expression:
        return expression
    classified = [
        each.rpartition(" :: ")[2] for each in about.get_all("Classifier") or () if each.startswith("License")
    ]
    # Some packages put the whole text into the field.
    short = told if told and "\n" not in told else next(iter(classified), "unknown")
    return SPDX.get(short, short)


def locked_digests(lock: str) -> dict[str, tuple[str, ...]]:
    """Return the SHA-256 of every file that the lock allows, by package."""
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in lock.splitlines():
        if entry := ENTRY.match(line):
            name = entry[1]
        if digest := DIGEST.search(line):
            found[name] = (*found.get(name, ()), digest[1])
    return found


def bill_of_materials(packages: Mapping[str, str], *, digests: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return the bill as CycloneDX 1.6 has it."""
    subject = {"type": "application", "name": PACKAGE, "version": installed_software().packages[PACKAGE]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": subject},
        "components": list(_components(packages, digests)),
    }


def _components(packages: Mapping[str, str], digests: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    for name, version in packages.items():
        address = f"pkg:pypi/{name}@{version}"
        # A lock holds one digest a file of a release; which of them was installed is not kept, so all are named.
        files = [{"type": "distribution", "url": address, "hashes": [{"alg": "SHA-256", "content": each}]}
                 for each in digests.get(name, ())]  # fmt: skip
        component = {
            "type": "library",
            "bom-ref": address,
            "name": name,
            "version": version,
            "purl": address,
            "licenses": [_licence(licence_of(name))],
        }
        yield component | ({"externalReferences": files} if files else {})


def _licence(text: str) -> dict[str, Any]:
    return {"expression": text} if re.fullmatch(r"[\w.+-]+( (AND|OR) [\w.+-]+)*", text) else {"license": {"name": text}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
