"""`reportedly schema`: JSON Schema, whole or of one record."""

import json

import pytest

from reportedly.cli.schema import only
from reportedly.records import record_schema


def test_the_whole_schema_is_printed(invoke) -> None:
    assert json.loads(invoke("schema").stdout) == json.loads(json.dumps(record_schema()))


def test_one_record_comes_with_what_it_needs(invoke) -> None:
    document = json.loads(invoke("schema", "--record", "Place").stdout)
    assert document["$ref"] == "#/$defs/Place"
    assert sorted(document["$defs"]) == ["Place", "PlaceKind"]


def test_an_unknown_record_is_wrong_usage(invoke) -> None:
    result = invoke("schema", "--record", "Placebo")
    assert result.exit_code == 2
    assert result.stderr.startswith("reportedly: no record is called 'Placebo'; there are Act, Actor, Article, ")


@pytest.mark.parametrize("name", sorted(record_schema()["$defs"]))
def test_no_reference_leads_nowhere(name: str) -> None:
    document = only(name, record_schema())
    text = json.dumps(document)
    references = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert references <= set(document["$defs"])
