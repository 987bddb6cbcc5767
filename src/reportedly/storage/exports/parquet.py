"""Parquet: one row an event with its nested fields, written by DuckDB, which is an extra of the package."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportedly.errors import SettingsError
from reportedly.records import Article, Event, Report, Span
from reportedly.storage.exports.losses import Loss, LossReport

#: Of the columns below; told in the file's metadata.
VERSION = "1"
NEEDED = 'Parquet needs DuckDB: pip install "reportedly[parquet]"'

LOSSES = (Loss("the article's text but for its evidence, and claims without an event", lambda event: True),)

TEXT, NUMBER, WHOLE, SPAN = "VARCHAR", "DOUBLE", "INTEGER", "INTEGER[]"
ACTOR = (
    f"STRUCT(name {TEXT}, text {TEXT}, span {SPAN}, country {TEXT}, sectors {TEXT}[], title {TEXT}, alleged BOOLEAN)"
)
SOURCE = (
    f"STRUCT(name {TEXT}, span {SPAN}, kind {TEXT}, anonymous BOOLEAN, interested BOOLEAN, title {TEXT}, actor {ACTOR})"
)
DATE = f'STRUCT("start" {TEXT}, "end" {TEXT}, precision {TEXT}, text {TEXT}, span {SPAN})'
PLACE = (
    f"STRUCT(name {TEXT}, text {TEXT}, span {SPAN}, kind {TEXT}, country {TEXT}, admin1 {TEXT}, geonames_id BIGINT, "
    f"lat {NUMBER}, lon {NUMBER})"
)
ITEM = f"STRUCT(text {TEXT}, span {SPAN}, category {TEXT}, count BIGINT, action {TEXT})"
QUANTITY = (
    f"STRUCT(kind {TEXT}, value {NUMBER}, low {NUMBER}, high {NUMBER}, unit {TEXT}, currency {TEXT}, per {TEXT}, "
    f"modifier {TEXT}, text {TEXT}, span {SPAN})"
)
MENTION = (
    f'STRUCT("trigger" {SPAN}, evidence {SPAN}, claim {TEXT}, sources {SOURCE}[], standing {TEXT}, modality {TEXT}, '
    f"factuality {TEXT})"
)
#: Of the article and of the words that spans show; the rest are the event's own fields.
ABOUT = {
    "article_id": TEXT, "url": TEXT, "article_title": TEXT, "publisher": TEXT, "domain": TEXT, "credits": f"{TEXT}[]",
    "published": TEXT, "language": TEXT, "coder_version": TEXT, "config_hash": TEXT, "trigger_text": TEXT,
    "evidence_text": TEXT,
}  # fmt: skip
EVENT = {
    "id": TEXT, "type": TEXT, "mode": TEXT, "contexts": f"{TEXT}[]", "quad": TEXT, "intensity": NUMBER, "cameo": TEXT,
    "actors": f"{ACTOR}[]", "recipients": f"{ACTOR}[]", "date": DATE, "place": PLACE, "items": f"{ITEM}[]",
    "quantities": f"{QUANTITY}[]", "standing": TEXT, "modality": TEXT, "factuality": TEXT, "claim": TEXT,
    "sources": f"{SOURCE}[]", "trigger": SPAN, "evidence": SPAN, "mentions": f"{MENTION}[]", "confidence": NUMBER,
    "why": f"{TEXT}[]",
}  # fmt: skip
COLUMNS: Mapping[str, str] = ABOUT | EVENT


def write_parquet(reports: Iterable[Report], out: Path) -> LossReport:
    """Write a file with a row for each event; it appears whole or not at all.

    Args:
        reports: From a store or a coder.
        out: The file.

    Raises:
        SettingsError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise SettingsError(NEEDED) from error
    lost = LossReport(LOSSES)
    with TemporaryDirectory(prefix=f".{out.name}.", dir=out.resolve().parent) as folder:
        lines, draft = Path(folder) / "events.jsonl", Path(folder) / "events.parquet"
        with lines.open("w", encoding="utf-8") as stream:
            stream.writelines(f"{json.dumps(row)}\n" for row in _rows(reports, lost))
        # Nothing is fetched: what DuckDB needs here is part of its wheel.
        with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
            connection.execute(_copy(lines, draft))
        draft.replace(out)
    return lost


def event_record(event: Event, report: Report) -> dict[str, Any]:
    """Return an event as one flat-topped record: its own fields, those of its article, and the words of its spans."""
    article = report.article
    about = {
        "article_id": article.id,
        "url": article.url,
        "article_title": article.title,
        "publisher": None if article.publisher is None else article.publisher.name,
        "domain": None if article.publisher is None else article.publisher.domain,
        "credits": article.credits,
        "published": article.published.value,
        "language": article.language,
        "coder_version": report.coder.version,
        "config_hash": report.coder.config_hash,
        "trigger_text": _words(article, event.trigger),
        "evidence_text": _words(article, event.evidence),
    }
    return about | event.to_dict()


def _rows(reports: Iterable[Report], lost: LossReport) -> Iterator[dict[str, Any]]:
    for report in reports:
        for event in report.events:
            lost.note(event)
            yield event_record(event, report)


def _copy(lines: Path, draft: Path) -> str:
    columns = ", ".join(f"{_quoted(name)}: {_quoted(shape)}" for name, shape in COLUMNS.items())
    # A line is as long as an event with all its mentions: far below the hundred million bytes that are allowed here.
    source = (
        f"read_json({_quoted(str(lines))}, format = 'newline_delimited', columns = {{{columns}}}, "
        "maximum_object_size = 100000000)"
    )
    options = f"FORMAT parquet, COMPRESSION zstd, KV_METADATA {{reportedly_columns: '{VERSION}'}}"
    return f"COPY (SELECT * FROM {source}) TO {_quoted(str(draft))} ({options})"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _words(article: Article, span: Span) -> str:
    start, end = span
    return article.text[start:end]
