"""What all tests share: one coder, and records built by hand."""

import resource
import runpy
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

#: Bytes of a small disk.
SMALL = 1_000_000

# The same examples on every run and every machine: a red run can be repeated, and chance lands nothing.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def coder():
    from reportedly import Coder  # loads spaCy: only for the tests that ask for it

    return Coder()


@pytest.fixture(scope="session")
def build() -> SimpleNamespace:
    """The functions of `builders.py`, by name."""
    return SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent / "builders.py")))


@dataclass(frozen=True)
class SmallDisk:
    """A folder that has room for little.

    Attributes:
        folder: Where to write.
        mounted: Whether it is a file system of its own; else only the process that calls `limit` is bounded.
    """

    folder: Path
    mounted: bool

    def limit(self) -> None:
        """Bound the process that calls this, where no small file system could be mounted."""
        if not self.mounted:
            resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, resource.RLIM_INFINITY))

    def make_room(self) -> None:
        """Let the disk have room again."""
        if self.mounted:
            subprocess.run(["mount", "-o", "remount,size=200m", str(self.folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of one megabyte: mounted where this user may do that, else a limit on the size of files."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    yield SmallDisk(folder, mounted)
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def site():
    """A web site on the loopback interface; see `site.py`."""
    with runpy.run_path(str(Path(__file__).resolve().parent / "site.py"))["serve"]() as running:
        yield running


@pytest.fixture(scope="session")
def archive() -> dict[str, object]:
    """The reports of `linking/archive.yaml`, by the keys of its articles."""
    path = Path(__file__).resolve().parent / "linking" / "archive.py"
    return runpy.run_path(str(path))["reports"]()


@pytest.fixture(scope="session")
def prints(archive) -> dict[str, object]:
    """The fingerprints of these reports, by the same keys."""
    from reportedly.linking import load_families
    from reportedly.linking.fingerprints import fingerprint

    return {key: fingerprint(report, families=load_families()) for key, report in archive.items()}
