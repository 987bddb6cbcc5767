"""News in, a folder of Parquet files and their manifest out: planned, coded, taken up again where it was broken off."""

import json
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from reportedly.cluster.blocks import Block, find_inputs, plan_blocks
from reportedly.cluster.engine import run_blocks
from reportedly.cluster.places import Found, Place
from reportedly.cluster.receipts import FOLDER, Receipt, added_up, read_receipt
from reportedly.coder import Coder
from reportedly.errors import SettingsError
from reportedly.manifests.manifest import CODING, READING, InputFile, Manifest, describe_file, telling_settings
from reportedly.manifests.software import installed_software
from reportedly.settings import Settings

MANIFEST = "manifest.json"
PLAN = "plan"


def code_dataset(
    paths: Sequence[str],
    out: str,
    *,
    settings: Settings | None = None,
    workers: int = 1,
    watch: Callable[[Receipt], object] | None = None,
) -> Manifest:
    """Code news in any amount into a folder of Parquet files.

    The folder holds `reports/` (one row an article, the whole report as JSON), `events/` (one row an event, the columns
    of `export --format parquet`), `failures/` (what could not be coded, and why) and, when all is there,
    `manifest.json`. A run that was broken off is taken up by the same call; finished blocks are not coded again.

    Args:
        paths: Parquet, JSON Lines, WARC, or whatever else `reportedly.read` takes; files or folders, on a disk that
            every machine sees or in an object store (`s3://bucket/news/`).
        out: The folder, a path or an address.
        settings: Of the coder, as from `reportedly.settings.load_settings`.
        workers: Number of actors; each takes a processor and the memory of one coder.
        watch: Called with the receipt of every block that ends.

    Returns:
        The manifest.

    Raises:
        ReadError: An input is not there, or a Parquet file cannot be read.
        SettingsError: The folder holds another run.
        ReportedlyError: An actor cannot work.
        OSError: The results cannot be written.
    """
    chosen = settings or Settings()
    place = Place.of(out)
    coder = Coder(chosen)
    files = find_inputs(paths)
    blocks = plan_blocks(files)
    _begin(place, plan=_digest(files, blocks, config_hash=coder.info.config_hash, settings=chosen))
    finished = [receipt for block in blocks if (receipt := read_receipt(place, block.name)) is not None]
    known = {receipt.name for receipt in finished}
    missing = [block for block in blocks if block.name not in known]
    for receipt in run_blocks(
        missing, settings=chosen, out=place.address, config_hash=coder.info.config_hash, workers=workers
    ):
        finished.append(receipt)
        if watch is not None:
            watch(receipt)
    manifest = _manifest(coder, files, added_up("all", finished), beside=Path(place.path))
    place.below(MANIFEST).write(f"{manifest.to_json(indent=2)}\n".encode())
    return manifest


def _begin(out: Place, *, plan: str) -> None:
    """Note what the folder is for; a run with other inputs or another coder does not mix with it."""
    noted = out.below(FOLDER, PLAN)
    before = noted.read()
    # Shorter than a digest is what a killed writer left.
    if before is None or len(before) < len(plan):
        noted.write(plan.encode())
    elif before != plan.encode():
        reason = "holds a run over other inputs, or by another version or configuration; choose another folder"
        raise SettingsError(f"{out.address}: {reason}")


def _digest(files: Iterable[Found], blocks: Iterable[Block], *, config_hash: str, settings: Settings) -> str:
    told = {
        "config_hash": config_hash,
        "settings": [settings.model_dump(mode="json").get(name) for name in READING],
        "files": [(file.path, file.size, file.changed) for file in files],
        "blocks": [block.to_dict() for block in blocks],
    }
    return sha256(json.dumps(told).encode()).hexdigest()


def _manifest(coder: Coder, files: Iterable[Found], receipt: Receipt, *, beside: Path) -> Manifest:
    return Manifest(
        command="dataset",
        settings=telling_settings(coder.settings.model_dump(), names=CODING, beside=beside),
        software=installed_software(),
        coder=coder.info,
        ingredients=coder.ingredients,
        inputs=tuple(_describe(file, beside=beside) for file in files),
        articles=receipt.articles,
        failed=receipt.failed,
        outputs=receipt.files,
    )


def _describe(file: Found, *, beside: Path) -> InputFile:
    if Place.of(file.path).is_local:
        return describe_file(Path(file.path), beside=beside)
    # A store is not asked for terabytes once more: its own checksums vouch for what it keeps.
    return InputFile(name=file.path, kind="address")
