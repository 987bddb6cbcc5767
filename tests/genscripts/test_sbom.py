"""What is said of the packages that Reportedly needs."""

import runpy
from pathlib import Path

import pytest

from reportedly.manifests.software import installed_software

ROOT = Path(__file__).resolve().parents[2]
#: Licences under which a program may be passed on with ours; of "A OR B" one is enough.
ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MPL-1.1",
        "MPL-2.0", "PSF-2.0", "Zlib",
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def sbom() -> dict[str, object]:
    return runpy.run_path(str(ROOT / "genscripts" / "sbom.py"))


@pytest.fixture(scope="module")
def packages() -> dict[str, str]:
    return dict(installed_software().packages)


def test_every_package_may_be_passed_on(sbom, packages) -> None:
    for name in packages:
        licence = sbom["licence_of"](name)
        choices = [set(choice.strip("()").split(" AND ")) for choice in licence.split(" OR ")]
        assert any(choice <= ALLOWED for choice in choices), f"{name}: {licence}"


def test_every_package_of_the_bill_is_locked_with_its_digests(sbom, packages) -> None:
    digests = sbom["locked_digests"]((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    bill = sbom["bill_of_materials"](packages, digests=digests)
    assert bill["bomFormat"] == "CycloneDX"
    assert {part["name"] for part in bill["components"]} == set(packages)
    locked = {part["name"] for part in bill["components"] if "externalReferences" in part}
    assert set(packages) - locked == {"reportedly"}


def test_the_page_of_licences_names_every_package_that_the_lock_brings(sbom, packages) -> None:
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    missing = [name for name in packages if name != "reportedly" and f"| {name} |" not in page]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT", {"expression": "MIT"}),
        ("MPL-2.0 AND MIT", {"expression": "MPL-2.0 AND MIT"}),
        ("Some terms of our own", {"license": {"name": "Some terms of our own"}}),
    ],
)
def test_what_is_no_expression_is_a_name(sbom, text: str, expected: dict[str, object]) -> None:
    assert sbom["_licence"](text) == expected
