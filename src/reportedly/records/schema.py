"""JSON Schema of the records."""

from typing import Any

import msgspec

from reportedly.records.report import Report
from reportedly.records.story import Story

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """Return one JSON Schema document: its root is a Report, and Story stands among the definitions."""
    (report, _), definitions = msgspec.json.schema_components((Report, Story), ref_template="#/$defs/{name}")
    return {"$schema": DIALECT, "title": "Reportedly report", **report, "$defs": definitions}
