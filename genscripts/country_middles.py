"""Writes the middle of each country's largest land mass from Natural Earth's outlines.

Natural Earth (public domain) comes as the npm package `world-atlas` 2.0.2; its JSON is no dependency of ours, so the
result is kept under `genscripts/inputs/`. Run once, or after a new release of the outlines:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python genscripts/country_middles.py package/countries-10m.json
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

OUTPUT = Path(__file__).parent / "inputs" / "country_middles.tsv"
# A ring around the pole has no middle in degrees.
ANTARCTICA = "010"
# Natural Earth gives no ISO number to Kosovo.
NUMBERS_BY_NAME = {"Kosovo": "XKX"}

Point = tuple[float, float]


class Ring(NamedTuple):
    """The area of a ring of land, in square degrees, and its centre of gravity."""

    area: float
    lon: float
    lat: float


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Turn the delta-encoded arcs of a TopoJSON file into degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        arcs.append([(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in zip(xs, ys, strict=True)])
    return arcs


def outline(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join arcs to one ring; a negative number is an arc walked backwards."""
    points: list[Point] = []
    for number in numbers:
        points += arcs[number] if number >= 0 else arcs[~number][::-1]
    return unwrap(points)


def unwrap(points: list[Point]) -> list[Point]:
    """Let longitudes run on past 180° where a ring crosses the date line: Russia, Fiji."""
    turns = accumulate(
        (round((before[0] - after[0]) / 360) for before, after in pairwise(points)),
        initial=0,
    )
    return [(lon + 360 * turn, lat) for (lon, lat), turn in zip(points, turns, strict=True)]


def measure(points: list[Point]) -> Ring:
    """Return the size and middle of a ring (shoelace formula, in plain degrees)."""
    area = lon = lat = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        cross = x0 * y1 - x1 * y0
        area, lon, lat = area + cross, lon + (x0 + x1) * cross, lat + (y0 + y1) * cross
    if area == 0:
        return Ring(0, *points[0])
    return Ring(abs(area / 2), (lon / (3 * area) + 180) % 360 - 180, lat / (3 * area))


def largest_ring(geometry: dict[str, Any], arcs: list[list[Point]]) -> Ring:
    """Return the largest land mass of a country, holes and islands left aside."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return max(measure(outline(polygon[0], arcs)) for polygon in polygons)


def main(source: Path) -> None:
    """Write the table: ISO 3166-1 number, latitude, longitude."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    rings: dict[str, Ring] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        number = geometry.get("id") or NUMBERS_BY_NAME.get(geometry["properties"]["name"])
        if number is not None and number != ANTARCTICA:
            # Australia stands there twice: the continent, and Ashmore and Cartier under the same number.
            rings[number] = max(rings.get(number, Ring(0, 0, 0)), largest_ring(geometry, arcs))
    lines = [f"{number}\t{ring.lat:.4f}\t{ring.lon:.4f}\n" for number, ring in sorted(rings.items())]
    OUTPUT.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
