"""`reportedly schema`: the JSON Schema of the records."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from reportedly.errors import SettingsError

EXAMPLE = "reportedly schema --record Event"
REFERENCE = "#/$defs/"

RecordName = Annotated[
    str | None, typer.Option("--record", metavar="NAME", help="Only this record and what it is made of: Event, Claim …")
]


def schema(record: RecordName = None) -> None:
    """Print the JSON Schema of a report, or of one record."""
    from reportedly.records import record_schema

    document = record_schema()
    typer.echo(json.dumps(document if record is None else only(record, document), indent=2, ensure_ascii=False))


def only(name: str, document: dict[str, Any]) -> dict[str, Any]:
    """Return a schema whose root is one definition, with the definitions that it needs and no others.

    Raises:
        SettingsError: There is no such record.
    """
    definitions = document["$defs"]
    if name not in definitions:
        raise SettingsError(f"no record is called {name!r}; there are {', '.join(sorted(definitions))}")
    needed = _needed(name, definitions)
    return {
        "$schema": document["$schema"],
        "$ref": f"{REFERENCE}{name}",
        "$defs": {key: value for key, value in definitions.items() if key in needed},
    }


def _needed(name: str, definitions: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(_references(definitions[here]))
    return found


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        reference = schema.get("$ref")
        if isinstance(reference, str):
            yield reference.removeprefix(REFERENCE)
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from _references(part)
