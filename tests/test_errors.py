"""One tree of errors, each with what is at fault, able to cross processes."""

from multiprocessing.reduction import ForkingPickler

import pytest

from reportedly import errors
from reportedly.errors import (
    CodebookError,
    FetchError,
    ModelError,
    ReadError,
    RecordError,
    ReportedlyError,
    SettingsError,
    StoreError,
    UnknownRecordError,
)


def test_every_error_has_the_same_base() -> None:
    found = {e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)}
    assert found == {
        ReportedlyError, ReadError, FetchError, RecordError, CodebookError, ModelError, SettingsError, StoreError,
        UnknownRecordError,
    }  # fmt: skip
    assert all(issubclass(error, ReportedlyError) for error in found)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ReadError("a.html", "holds no article"), "a.html: holds no article"),
        (CodebookError("roles.yaml", "no such step"), "codebook file roles.yaml: no such step"),
        (RecordError("not a valid Event"), "not a valid Event"),
        (SettingsError("option workers"), "option workers"),
        (ModelError("encoder.onnx", "cannot be read"), "model file encoder.onnx: cannot be read"),
        (FetchError("https://a.example/1", "is gone", lasting=True), "https://a.example/1: is gone"),
        (StoreError("news.db", "is locked"), "news.db: is locked"),
        (UnknownRecordError("news.db", "holds no event 'abc'"), "news.db: holds no event 'abc'"),
    ],
)
def test_errors_speak_and_survive_the_way_from_a_worker(error: ReportedlyError, text: str) -> None:
    back = ForkingPickler.loads(ForkingPickler.dumps(error))
    assert str(error) == str(back) == text
    assert vars(back) == vars(error)
