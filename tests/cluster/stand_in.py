"""Stands in for the coder in worker processes: quick, and deadly over one article."""

import os
import signal
from functools import partial

from reportedly.records import CoderInfo, Failure, Report

INFO = CoderInfo(version="0", codebook="PLOVER 2.0", models=(), config_hash="made up")


def coding(settings):
    return partial(_code, poison=settings.publisher or "poison")


def _code(article, *, poison):
    if isinstance(article, Failure):
        return article
    if poison in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return Report(article=article, coder=INFO)
