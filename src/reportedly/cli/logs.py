"""Logging of the command line: to standard error, one line a record."""

import logging
import sys
from typing import TextIO

from reportedly.wording.printable import printable

FORMAT = "%(levelname)s %(name)s: %(message)s"


class _OneLine(logging.Formatter):
    """Writes a record on one line, whatever it quotes."""

    def format(self, record: logging.LogRecord) -> str:
        return printable(f"{record.levelname} {record.name}: {record.getMessage()}")


def _has_no_traceback(record: logging.LogRecord) -> bool:
    return record.exc_info is None


def log_to_stderr(level: str, *, stream: TextIO | None = None) -> None:
    """Log what Reportedly does from a level on; what the libraries below it say only at `debug`.

    Args:
        level: "debug", "info", "warning" or "error".
        stream: Standard error unless told.
    """
    handler = logging.StreamHandler(sys.stderr if stream is None else stream)
    if level == "debug":
        handler.setFormatter(logging.Formatter(FORMAT))
    else:
        handler.setFormatter(_OneLine())
        # What is logged with a traceback is an input that failed, and another line names it with its reason.
        handler.addFilter(_has_no_traceback)
    # Libraries complain about pages that the reader names as failures anyway.
    logging.basicConfig(level="DEBUG" if level == "debug" else "CRITICAL", handlers=[handler], force=True)
    logging.getLogger("reportedly").setLevel(level.upper())
