"""Codes one block after another: what an actor does, without knowing that it is one."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from reportedly.cluster.articles import read_block
from reportedly.cluster.blocks import Block
from reportedly.cluster.places import Place
from reportedly.cluster.receipts import Receipt, added_up, read_receipt, write_receipt
from reportedly.cluster.tables import digest, tables_of
from reportedly.coder import code_or_fail, given_up
from reportedly.errors import ReportedlyError
from reportedly.manifests.manifest import OutputFile
from reportedly.pool import WorkerPool
from reportedly.reading import ReadingOptions
from reportedly.reading.learned_file import load_furniture
from reportedly.records import Article, Failure, Report
from reportedly.settings import Settings

#: Articles that share a file: a block that holds more (an archive) is written in pieces, each finished for itself.
PART_ARTICLES = 500


class BlockCoder:
    """Codes blocks and writes what it finds, each part as a whole.

    Articles go through one process beside this one, so that an article which kills it is set aside like any other that
    fails, and the actor lives on.

    Args:
        settings: Of the coder.
        out: Address of the folder for the results.
        config_hash: Of the coder that began the run; another one would mix results.
    """

    def __init__(self, settings: Settings, *, out: str, config_hash: str) -> None:
        self._out = Place.of(out)
        self._config_hash = config_hash
        self._options = ReadingOptions(
            fields=settings.fields,
            publisher=settings.publisher,
            published=settings.published,
            furniture=None if settings.furniture is None else load_furniture(settings.furniture),
        )
        self._pool: WorkerPool[Article | Failure | str, Report | Failure] = WorkerPool(
            make=partial(code_or_fail, settings), workers=1, memory=settings.worker_memory, give_up=given_up
        )

    def close(self) -> None:
        """End the process beside this one."""
        self._pool.close()

    def code(self, block: Block) -> Receipt:
        """Code a block, or what is not finished of it.

        Raises:
            ReportedlyError: This machine has another coder than the one that began the run.
            OSError: The results cannot be written.
        """
        finished = read_receipt(self._out, block.name)
        if finished is not None:
            return finished
        articles = read_block(block, options=self._options)
        parts: list[Receipt] = []
        while chunk := list(islice(articles, PART_ARTICLES)):
            name = f"{block.name}-{len(parts):04}"
            parts.append(read_receipt(self._out, name) or self._code_part(chunk, name=name))
        receipt = added_up(block.name, parts)
        write_receipt(self._out, receipt)
        return receipt

    def _code_part(self, articles: Sequence[Article | Failure], *, name: str) -> Receipt:
        results = list(self._pool.map(articles))
        reports = [result for result in results if isinstance(result, Report)]
        self._check(reports)
        files = tuple(self._write(table, name, data) for table, data in tables_of(results).items())
        receipt = Receipt(
            name=name,
            articles=len(reports),
            events=sum(len(report.events) for report in reports),
            claims=sum(len(report.claims) for report in reports),
            failed=len(results) - len(reports),
            files=files,
        )
        write_receipt(self._out, receipt)
        return receipt

    def _write(self, table: str, name: str, data: bytes) -> OutputFile:
        file = f"{table}/part-{name}.parquet"
        self._out.below(*file.split("/")).write(data)
        return OutputFile(name=file, sha256=digest(data), bytes=len(data))

    def _check(self, reports: Sequence[Report]) -> None:
        for found in {report.coder.config_hash for report in reports}:
            if found != self._config_hash:
                raise ReportedlyError(
                    f"this machine codes with configuration {found}, the run began with {self._config_hash}: "
                    "install the same version, models and codebook on all machines"
                )
