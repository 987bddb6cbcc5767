"""Reads the packaged YAML and names the packaged files.

The files are trusted (they ship with the package or are the user's own), yet loaded with the safe loader: a
codebook is data and can never run code.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from reportedly.errors import CodebookError

PACKAGE = Path(__file__).resolve().parent.parent
CODEBOOK = PACKAGE / "codebook"
RESOURCES = PACKAGE / "resources"
MODELS = PACKAGE / "models"
# libyaml reads the codebook ten times faster; the wheels of PyYAML carry it, a build from source may not.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

T = TypeVar("T")


def load_yaml(name: str, *, root: Path = CODEBOOK) -> Any:
    """Read one codebook file.

    Args:
        name: The file's name below the codebook folder: `"actors/countries.yaml"`.
        root: Another codebook folder, for a user's overlay.

    Returns:
        What the file holds: lists, mappings, strings, numbers.

    Raises:
        CodebookError: The file is missing, unreadable or no YAML.
    """
    try:
        text = (root / name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError(name, f"cannot be read: {error}") from error
    try:
        return yaml.load(text, Loader=LOADER)
    except yaml.YAMLError as error:
        raise CodebookError(name, f"is not YAML: {error}") from error


def load_model(name: str, shape: type[T], *, root: Path = CODEBOOK) -> T:
    """Read one codebook file and check it against a type.

    Args:
        name: The file's name below the codebook folder.
        shape: A pydantic model, or a type such as `list[Model]`; models should forbid unknown keys.
        root: Another codebook folder, for a user's overlay.

    Raises:
        CodebookError: The file is missing, no YAML, or does not have that shape.
    """
    data = load_yaml(name, root=root)
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        raise CodebookError(name, f"{where}: {first['msg']}") from error


def codebook_files(folder: str = "", *, root: Path = CODEBOOK) -> tuple[str, ...]:
    """Name every YAML file below a folder of the codebook, sorted."""
    return tuple(sorted(path.relative_to(root).as_posix() for path in (root / folder).rglob("*.yaml")))


def codebook_digest(*, root: Path = CODEBOOK) -> str:
    """Return the SHA-256 of all codebook files, names and contents, in sorted order."""
    digest = sha256()
    for name in codebook_files(root=root):
        digest.update(name.encode())
        digest.update(sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def resource_path(name: str) -> Path:
    """Return where a generated resource lies: `resource_path("gazetteer.db")`."""
    return RESOURCES / name


def model_folder(name: str) -> Path:
    """Return where a packaged model lies: `model_folder("attribution")`."""
    return MODELS / name
