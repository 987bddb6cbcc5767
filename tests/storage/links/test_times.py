"""A time that is none keeps no report from being linked, and none of the others."""

import runpy
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from reportedly import Store
from reportedly.records import Date, Precision, Published
from reportedly.storage.links.times import load_readable

WIRE = SimpleNamespace(**runpy.run_path(str(Path(__file__).resolve().parent.parent / "wire.py")))


@pytest.mark.parametrize(
    ("value", "precision", "is_kept"),
    [
        ("2025-03-04", Precision.DAY, True),
        ("2025-03-04T10:00:00+05:00", Precision.MINUTE, True),
        ("2025-03", Precision.MONTH, True),
        ("2025", Precision.YEAR, True),
        ("yesterday", Precision.MINUTE, False),
        ("the month before", Precision.MONTH, False),
        ("2025-13-45", Precision.DAY, False),
        ("2025-03-04T25:00", Precision.MINUTE, False),
        ("03/04/2025", Precision.DAY, False),
        ("99999-01-01", Precision.DAY, False),
        ("0001-01-01T00:00:00+14:00", Precision.MINUTE, False),
        ("9999-12-31T23:59:59+00:00", Precision.MINUTE, False),
    ],
)
def test_a_day_of_publication_that_is_none_is_unknown(
    store: Store, value: str, precision: Precision, is_kept: bool
) -> None:
    article = replace(WIRE.ROOT.article, published=Published(value=value, precision=precision))
    for report in (replace(WIRE.ROOT, article=article), *WIRE.REPORTS[1:]):
        store.add(report)
    assert store.link() == len(WIRE.REPORTS)
    (number,) = store._connection.execute("SELECT number FROM articles WHERE id = ?", (article.id,)).fetchone()
    assert load_readable(store._connection, number).article.published.value == (value if is_kept else None)
    assert store.report(article.id) == replace(WIRE.ROOT, article=article)


@pytest.mark.parametrize("precision", list(Precision))
@pytest.mark.parametrize(
    ("start", "end", "is_kept"),
    [
        ("2025-03-01", "2025-03-02", True),
        ("2025-03-01T08:00:00+00:00", None, True),
        (None, "2025-03-01", True),
        ("soon", "later", False),
        ("2025-02-30", "2025-03-01", False),
        ("9999-12-31", "10000-01-01", False),
        ("0000-00-00", None, False),
    ],
)
def test_a_date_that_is_none_is_unknown(
    store: Store, start: str | None, end: str | None, is_kept: bool, precision: Precision
) -> None:
    (event,) = WIRE.ROOT.events
    when = Date(start=start, end=end, precision=precision, text="then", span=(0, 4))
    report = replace(
        WIRE.ROOT,
        events=(replace(event, date=when),),
        claims=tuple(replace(claim, date=when) for claim in WIRE.ROOT.claims),
    )
    for one in (report, *WIRE.REPORTS[1:]):
        store.add(one)
    store.link()
    read = load_readable(store._connection, 1)
    assert [one.date for one in (*read.events, *read.claims)] == [when if is_kept else None] * 3
    assert store.explain(event.id).event.independent_origins > 0
