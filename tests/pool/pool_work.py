"""Work that goes wrong, for workers to do: a spawned process imports it by name."""

import os
import signal
from pathlib import Path


def doubling():
    return lambda number: 2 * number


def telling_process():
    return lambda item: (item, os.getpid())


class Dying:
    """Dies over some items, as often as there are files in a folder to take away."""

    def __init__(self, folder, over, how="kill"):
        self.folder, self.over, self.how = Path(folder), over, how

    def __call__(self):
        return self.work

    def work(self, item):
        lives = next(self.folder.glob("life*"), None)
        if item in self.over and lives is not None:
            lives.unlink()
            if self.how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            os._exit(3)
        (self.folder / f"done-{item}-{os.getpid()}").touch()
        return 2 * item


def dead_at_start():
    os._exit(4)


def broken_at_start():
    raise ValueError("no model here")


def greedy():
    return lambda megabytes: len(bytearray(megabytes * 1_000_000))


def refusing():
    def refuse(item):
        raise LookupError(item)

    return refuse


def large_both_ways():
    return lambda item: item * 2


def deadly(settings):
    """Stand in for a coder: no models, and death over one article."""
    from reportedly.records import Article, CoderInfo, Report

    def code(text):
        if "poison" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        info = CoderInfo(version="0", codebook="PLOVER 2.0", models=(), config_hash="made up")
        return Report(article=Article.verbatim(text), coder=info)

    return code
