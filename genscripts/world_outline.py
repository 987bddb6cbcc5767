"""Writes the outline of the world that maps are drawn on, from Natural Earth's countries at 1:110 million.

Natural Earth (public domain) comes as the npm package `world-atlas` 2.0.2. Run once, or after a new release:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python genscripts/world_outline.py package/countries-110m.json
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.resources import resource_path

OUTPUT = resource_path("world.topo.json")
# No newswire comes from there, and it takes a fifth of a map's height.
ANTARCTICA = "010"


def outline(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the countries as bare shapes, without names and without Antarctica, on the arcs that they need."""
    shapes = [shape for shape in topology["objects"]["countries"]["geometries"] if shape.get("id") != ANTARCTICA]
    used = sorted({arc if arc >= 0 else ~arc for shape in shapes for arc in _arcs(shape["arcs"])})
    places = {arc: place for place, arc in enumerate(used)}
    geometries = [{"type": shape["type"], "arcs": _renumbered(shape["arcs"], places)} for shape in shapes]
    return {
        "type": "Topology",
        "transform": topology["transform"],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [topology["arcs"][arc] for arc in used],
    }


def _arcs(nested: list[Any]) -> Iterator[int]:
    for part in nested:
        if isinstance(part, list):
            yield from _arcs(part)
        else:
            yield part


def _renumbered(nested: list[Any], places: dict[int, int]) -> list[Any]:
    # A negative number is an arc walked backwards.
    return [
        _renumbered(part, places) if isinstance(part, list) else places[part] if part >= 0 else ~places[~part]
        for part in nested
    ]


def main() -> None:
    """Write the outline."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    OUTPUT.write_text(json.dumps(outline(topology), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
