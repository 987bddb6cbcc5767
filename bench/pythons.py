"""Codes the samples with every supported Python that is installed, and compares the bytes.

    python bench/pythons.py [PYTHON …]

Each gets an environment of its own from requirements.lock, in the temporary folder, kept for the next time.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
RUN = "from reportedly.cli.main import run; run()"
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install")


def main(given: list[str]) -> int:
    """Compare; the exit status is 1 when bytes differ, 2 when there are not two Pythons to compare."""
    digests: dict[str, str] = {}
    for python in given or list(installed()):
        version = version_of(python)
        digests[version] = sha256(samples_by(environment(python, version=version))).hexdigest()
        print(f"{version:<8} {digests[version]}", flush=True)
    if len(digests) < 2:
        print("there are not two versions of Python to compare")
        return 2
    same = len(set(digests.values())) == 1
    print("the same bytes" if same else "the bytes differ")
    return 0 if same else 1


def installed() -> Iterator[str]:
    """Yield the Pythons that this machine has, by their command or beneath pyenv."""
    for version in VERSIONS:
        beneath = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
        if python := str(beneath[-1]) if beneath else shutil.which(f"python{version}"):
            yield python


def version_of(python: str) -> str:
    """Return the full version of a Python."""
    return _said([python, "-c", "import platform; print(platform.python_version())"]).decode().strip()


def environment(python: str, *, version: str) -> str:
    """Return the Python of an environment with everything locked; made when it is not there."""
    lock = sha256((ROOT / "requirements.lock").read_bytes()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"reportedly-{version}-{lock}"
    inside = str(folder / "bin" / "python")
    if not (folder / ".installed").exists():
        _said([python, "-m", "venv", "--clear", str(folder)])
        _said([inside, *PIP, "--require-hashes", "-r", str(ROOT / "requirements.lock")])
        _said([inside, *PIP, "--no-deps", "--editable", str(ROOT)])
        (folder / ".installed").touch()
    return inside


def samples_by(python: str) -> bytes:
    """Return the reports of the samples, one a line."""
    return _said([python, "-c", RUN, "code", "--samples", "--format", "jsonl", "--quiet"])


def _said(command: Iterable[str]) -> bytes:
    return subprocess.run(list(command), check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
