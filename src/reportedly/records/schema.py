"""JSON Schema of the records."""

from typing import Any

import msgspec

from reportedly.records.event import Relation
from reportedly.records.report import Failure, Report
from reportedly.records.story import Story

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """Return one JSON Schema document: its root is a Report; Story, Relation and Failure stand among the definitions.

    Every property is required: a record is written with all its fields, an absent value as null.
    """
    (report, *_), definitions = msgspec.json.schema_components(
        (Report, Story, Relation, Failure), ref_template="#/$defs/{name}"
    )
    for definition in definitions.values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
    return {"$schema": DIALECT, "title": "Reportedly report", **report, "$defs": definitions}
