"""The JSON Schema is sound, and fits what the records print."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.records import Report, Story, record_schema

records = runpy.run_path(str(Path(__file__).parent / "strategies.py"))["records"]
SCHEMA = json.loads(json.dumps(record_schema()))
TYPES = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip
#: What the small validator below understands; a schema with anything else would be only half checked.
UNDERSTOOD = {
    "$ref", "$schema", "$defs", "title", "description", "type", "properties", "required", "items", "anyOf", "enum",
    "default", "prefixItems", "minItems", "maxItems",
}  # fmt: skip


def fits(value: Any, schema: dict[str, Any]) -> bool:
    assert set(schema) <= UNDERSTOOD
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(value, part) for part in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    if not isinstance(value, TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return False
    if isinstance(value, dict):
        properties = schema["properties"]
        known = set(schema.get("required", ())) <= set(value) <= set(properties)
        return known and all(fits(inner, properties[key]) for key, inner in value.items())
    if isinstance(value, list) and "prefixItems" in schema:
        pairs = zip(value, schema["prefixItems"], strict=False)
        return len(value) == len(schema["prefixItems"]) and all(fits(inner, part) for inner, part in pairs)
    return not isinstance(value, list) or all(fits(inner, schema["items"]) for inner in value)


@pytest.mark.parametrize(("kind", "root"), [(Report, SCHEMA), (Story, SCHEMA["$defs"]["Story"])])
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_records_print_fits_the_schema(kind: type[Any], root: dict[str, Any], data: st.DataObject) -> None:
    assert fits(data.draw(records(kind)).to_dict(), root)


@pytest.mark.parametrize(
    "change",
    [
        {"article": None},
        {"events": None},
        {"events": [{}]},
        {"claims": "none"},
        {"surprise": 1},
        {"coder": {"version": 1, "codebook": "", "models": [], "config_hash": ""}},
    ],
)
def test_what_is_wrong_does_not_fit(build: Any, change: dict[str, Any]) -> None:
    right = build.a_report().to_dict()
    assert fits(right, SCHEMA)
    assert not fits(right | change, SCHEMA)


def test_the_dialect_is_named() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Claim", {"id", "content", "cue", "kind", "act", "sources", "parent", "factuality", "date", "quantities"}),
        ("Source", {"name", "span", "kind", "anonymous", "interested", "title", "actor"}),
        ("Actor", {"name", "text", "span", "country", "sectors", "title", "alleged"}),
        ("Date", {"start", "end", "precision", "text", "span"}),
        ("Item", {"text", "span", "category", "count", "action"}),
        ("Mention", {"trigger", "evidence", "claim", "sources", "standing", "modality", "factuality"}),
        ("Place", {"name", "text", "span", "kind", "country", "admin1", "geonames_id", "lat", "lon"}),
        (
            "Quantity",
            {"kind", "value", "low", "high", "unit", "currency", "per", "modifier", "text", "span"},
        ),
        (
            "Event",
            {
                "id", "type", "mode", "contexts", "quad", "intensity", "cameo", "actors", "recipients", "date", "place",
                "items", "quantities", "standing", "modality", "factuality", "claim", "sources", "trigger", "evidence",
                "mentions", "confidence", "why",
            },
        ),
        (
            "Article",
            {
                "id", "raw_sha256", "revision_of", "url", "title", "language", "text", "publisher", "credits", "byline",
                "dateline", "published", "furniture",
            },
        ),
        ("OriginEdge", {"from", "to", "kind", "reasons"}),
    ],
)  # fmt: skip
def test_fields_of_the_contract_keep_their_names(name: str, expected: set[str]) -> None:
    assert expected <= set(SCHEMA["$defs"][name]["properties"])
