"""What runs here: Python, the machine, and the version of every package that Reportedly needs."""

import platform
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata

from reportedly import __version__
from reportedly.errors import SettingsError
from reportedly.records import Record

PACKAGE = "reportedly"
#: A requirement's name, and what follows it: versions, and whether it belongs to an extra.
REQUIREMENT = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)(.*)$", re.S)
#: A condition of a requirement that only some systems meet.
SYSTEM = re.compile(r"""(sys_platform|platform_system)\s*==\s*["']([^"']*)""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Software(Record):
    """What ran.

    Attributes:
        python: Its version.
        platform: System and processor.
        packages: The version of Reportedly and of every package that it needs.
    """

    python: str
    platform: str
    packages: Mapping[str, str]


def installed_software() -> Software:
    """Return what runs here.

    Raises:
        SettingsError: The package is not installed, so that nobody knows what it needs.
    """
    return Software(
        python=platform.python_version(),
        platform=f"{platform.system()} {platform.machine()}",
        packages=dict(sorted(_needed(PACKAGE))),
    )


def _needed(package: str) -> Iterator[tuple[str, str]]:
    """Yield the versions of a package and of everything that it needs; what an extra needs, where it is installed."""
    waiting, seen = [package], set[str]()
    while waiting:
        name = _canonical(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            if name == package:
                raise SettingsError(f"the package {package} is not installed: its requirements are unknown") from None
            # Needed by an extra, or on another system.
            continue
        # An editable installation keeps the version that it had when it was made.
        yield name, __version__ if name == PACKAGE else found.version
        waiting.extend(_required_by(found.requires or ()))


def _required_by(requirements: Sequence[str]) -> Iterator[str]:
    for requirement in requirements:
        matched = REQUIREMENT.match(requirement)
        if matched and "extra ==" not in matched[2] and not _is_for_another_system(matched[2]):
            yield matched[1]


def _is_for_another_system(conditions: str) -> bool:
    # Such a package may be found all the same: Ray brings colorama along, once it is imported.
    here = {"sys_platform": sys.platform, "platform_system": platform.system()}
    return any(here[condition] != wanted for condition, wanted in SYSTEM.findall(conditions))


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
