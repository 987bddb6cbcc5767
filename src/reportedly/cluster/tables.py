"""What stands in the tables of a dataset: whole reports, their events with nested fields, and what failed."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.linking.drafts import CopyLink
from reportedly.records import Failure, MergedEvent, Report, Story
from reportedly.storage.exports.parquet import event_record

TEXT, NUMBER, SPAN = pa.string(), pa.float64(), pa.list_(pa.int32())
ACTOR = pa.struct(
    {
        "name": TEXT, "text": TEXT, "span": SPAN, "country": TEXT, "sectors": pa.list_(TEXT), "title": TEXT,
        "alleged": pa.bool_(),
    }
)  # fmt: skip
SOURCE = pa.struct(
    {
        "name": TEXT, "span": SPAN, "kind": TEXT, "anonymous": pa.bool_(), "interested": pa.bool_(), "title": TEXT,
        "actor": ACTOR,
    }
)  # fmt: skip
DATE = pa.struct({"start": TEXT, "end": TEXT, "precision": TEXT, "text": TEXT, "span": SPAN})
PLACE = pa.struct(
    {
        "name": TEXT, "text": TEXT, "span": SPAN, "kind": TEXT, "country": TEXT, "admin1": TEXT,
        "geonames_id": pa.int64(), "lat": NUMBER, "lon": NUMBER,
    }
)  # fmt: skip
ITEM = pa.struct({"text": TEXT, "span": SPAN, "category": TEXT, "count": pa.int64(), "action": TEXT})
QUANTITY = pa.struct(
    {
        "kind": TEXT, "value": NUMBER, "low": NUMBER, "high": NUMBER, "unit": TEXT, "currency": TEXT, "per": TEXT,
        "modifier": TEXT, "text": TEXT, "span": SPAN,
    }
)  # fmt: skip
MENTION = pa.struct(
    {
        "trigger": SPAN, "evidence": SPAN, "claim": TEXT, "sources": pa.list_(SOURCE), "standing": TEXT,
        "modality": TEXT, "factuality": TEXT,
    }
)  # fmt: skip
#: The columns of `export --format parquet`, in their order.
EVENTS = pa.schema(
    {
        "article_id": TEXT, "url": TEXT, "article_title": TEXT, "publisher": TEXT, "domain": TEXT,
        "credits": pa.list_(TEXT), "published": TEXT, "language": TEXT, "coder_version": TEXT, "config_hash": TEXT,
        "trigger_text": TEXT, "evidence_text": TEXT, "id": TEXT, "type": TEXT, "mode": TEXT,
        "contexts": pa.list_(TEXT), "quad": TEXT, "intensity": NUMBER, "cameo": TEXT, "actors": pa.list_(ACTOR),
        "recipients": pa.list_(ACTOR), "date": DATE, "place": PLACE, "items": pa.list_(ITEM),
        "quantities": pa.list_(QUANTITY), "standing": TEXT, "modality": TEXT, "factuality": TEXT, "claim": TEXT,
        "sources": pa.list_(SOURCE), "trigger": SPAN, "evidence": SPAN, "mentions": pa.list_(MENTION),
        "confidence": NUMBER, "why": pa.list_(TEXT),
    }
)  # fmt: skip
REPORTS = pa.schema(
    {
        "article_id": TEXT, "url": TEXT, "title": TEXT, "publisher": TEXT, "published": TEXT, "language": TEXT,
        "claims": pa.int32(), "events": pa.int32(), "config_hash": TEXT, "report": TEXT,
    }
)  # fmt: skip
FAILURES = pa.schema({"input": TEXT, "reason": TEXT})
WHOLE = pa.int32()
#: What linking adds.
LINKS = {
    "stories": pa.schema(
        {
            "id": TEXT, "title": TEXT, "start": TEXT, "end": TEXT, "articles": WHOLE, "copies": WHOLE, "events": WHOLE,
            "story": TEXT,
        }
    ),
    "merged_events": pa.schema(
        {
            "id": TEXT, "story": TEXT, "type": TEXT, "mentions": pa.list_(TEXT), "copies": WHOLE,
            "origins": pa.list_(TEXT), "independent_origins": WHOLE, "credibility": WHOLE, "disputed": pa.bool_(),
            "event": TEXT,
        }
    ),
    "copies": pa.schema(
        {"article": TEXT, "of": TEXT, "similarity": NUMBER, "reasons": pa.list_(TEXT), "also": pa.list_(TEXT)}
    ),
}  # fmt: skip


def tables_of(results: Sequence[Report | Failure]) -> dict[str, bytes]:
    """Return the tables of some results as Parquet files, by their names; one without rows is left out."""
    reports = [result for result in results if isinstance(result, Report)]
    failures = [result.to_dict() for result in results if isinstance(result, Failure)]
    events = [_event_row(event_record(event, report)) for report in reports for event in report.events]
    rows = {
        "reports": (map(_report_row, reports), REPORTS),
        "events": (events, EVENTS),
        "failures": (failures, FAILURES),
    }
    files = {name: parquet(found, schema) for name, (found, schema) in rows.items()}
    return {name: data for name, data in files.items() if data is not None}


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return sha256(data).hexdigest()


def parquet(rows: Iterable[dict[str, Any]], schema: Any) -> bytes | None:
    """Return rows as a Parquet file; None when there are none."""
    found = list(rows)
    if not found:
        return None
    buffer = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist(found, schema=schema), buffer, compression="zstd")
    data: bytes = buffer.getvalue().to_pybytes()
    return data


def _event_row(record: dict[str, Any]) -> dict[str, Any]:
    return record | {"credits": list(record["credits"])}


def _report_row(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "article_id": article.id,
        "url": article.url,
        "title": article.title,
        "publisher": None if article.publisher is None else article.publisher.name,
        "published": article.published.value,
        "language": article.language,
        "claims": len(report.claims),
        "events": len(report.events),
        "config_hash": report.coder.config_hash,
        "report": report.to_json(),
    }


def link_rows(told: Iterable[tuple[Story, Mapping[str, CopyLink]]]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of some stories and their copies, by the names of their tables."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in LINKS}
    for story, copies in told:
        rows["stories"].append(_story_row(story))
        rows["merged_events"] += (_merged_row(event, story=story.id) for event in story.events)
        rows["copies"] += (_copy_row(copies[name]) for name in sorted(copies))
    return rows


def _story_row(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "start": story.start,
        "end": story.end,
        "articles": len(story.articles),
        "copies": sum(article.copy_of is not None for article in story.articles),
        "events": len(story.events),
        "story": story.to_json(),
    }


def _merged_row(event: MergedEvent, *, story: str) -> dict[str, Any]:
    return {
        "id": event.id,
        "story": story,
        "type": str(event.type),
        "mentions": list(event.mentions),
        "copies": event.copies,
        "origins": list(event.origins),
        "independent_origins": event.independent_origins,
        "credibility": None if event.credibility is None else event.credibility.value,
        "disputed": bool(event.contradicted_by),
        "event": event.to_json(),
    }


def _copy_row(link: CopyLink) -> dict[str, Any]:
    return {
        "article": link.article, "of": link.of, "similarity": link.similarity, "reasons": list(link.reasons),
        "also": list(link.also),
    }  # fmt: skip
