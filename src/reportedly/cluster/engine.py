"""Runs blocks through a pool of Ray actors: the only file that imports Ray."""

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

# Ray tells its makers about every run unless it is asked not to, and reads this when it is imported.
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import ray
import ray.data
from ray.exceptions import RayError

from reportedly.cluster.blocks import Block
from reportedly.cluster.coding import BlockCoder
from reportedly.cluster.receipts import Receipt
from reportedly.errors import ReportedlyError
from reportedly.settings import Settings

#: Where a cluster is looked for; without it, Ray runs on this machine alone.
ADDRESS = "RAY_ADDRESS"
#: A second block waits at each actor while the first is coded.
IN_FLIGHT = 2


class _Actor:
    """One actor: loads its models once, and codes the blocks that come.

    Ray starts a new one for each that dies, and gives it the block again.
    """

    def __init__(self, settings: str, out: str, config_hash: str) -> None:
        self._coder = BlockCoder(Settings.model_validate_json(settings), out=out, config_hash=config_hash)

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"receipt": self._coder.code(Block.from_json(row["block"])).to_json(), "error": ""}
        except (ReportedlyError, OSError) as error:
            # Raised, it would reach the one who began the run inside a page of Ray's own words.
            return {"receipt": "", "error": str(error)}


def run_blocks(
    blocks: Iterable[Block], *, settings: Settings, out: str, config_hash: str, workers: int
) -> Iterator[Receipt]:
    """Code blocks by a pool of actors and yield what each came to, as they end.

    Args:
        blocks: Not finished yet.
        settings: Of the coder.
        out: Address of the folder for the results.
        config_hash: Of the coder that began the run.
        workers: Number of actors, one processor each.

    Raises:
        ReportedlyError: An actor cannot work, or Ray cannot.
    """
    rows = [{"block": block.to_json()} for block in blocks]
    if not rows:
        return
    with _ray(workers):
        pending = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
            _Actor,
            fn_constructor_args=(settings.model_dump_json(), out, config_hash),
            compute=ray.data.ActorPoolStrategy(size=workers, max_tasks_in_flight_per_actor=IN_FLIGHT),
            num_cpus=1,
        )
        yield from _receipts(pending)


def _receipts(pending: Any) -> Iterator[Receipt]:
    try:
        for row in pending.iter_rows():
            if row["error"]:
                raise ReportedlyError(row["error"])
            yield Receipt.from_json(row["receipt"])
    except RayError as error:
        raise ReportedlyError(f"Ray gave up: {str(error).strip().splitlines()[-1]}") from error


@contextmanager
def _ray(workers: int) -> Iterator[None]:
    """Join the cluster that the environment names, or run Ray on this machine for as long as the block lasts."""
    already = ray.is_initialized()
    if not already:
        own: dict[str, Any] = {} if ADDRESS in os.environ else {"num_cpus": workers, "include_dashboard": False}
        ray.init(logging_level=logging.WARNING, log_to_driver=False, configure_logging=True, **own)
    quiet = _quieted()
    try:
        yield
    finally:
        quiet()
        if not already:
            ray.shutdown()


def _quieted() -> Callable[[], None]:
    """Keep Ray Data from writing progress of its own, and return what lets it again."""
    context = ray.data.DataContext.get_current()
    logger = logging.getLogger("ray.data")
    before = (context.enable_progress_bars, logger.level)
    context.enable_progress_bars = False
    logger.setLevel(logging.WARNING)

    def restore() -> None:
        context.enable_progress_bars, level = before
        logger.setLevel(level)

    return restore
