"""grenzen.geojson: boundaries of the areas, for maps; the property `schluessel` names the area, `gueltig_ab` and
`gueltig_bis` the time of a boundary that does not hold for ever."""

import json
from datetime import date
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import Any

from mehrklang.package.toml_file import file_text
from mehrklang.vocabulary import Boundary, Issue, Severity

FILE = "grenzen.geojson"

Ring = tuple[tuple[float, float], ...]


def read(folder: Path, issues: list[Issue]) -> tuple[Boundary, ...]:
    """The boundaries in the order of the file."""
    if not (folder / FILE).exists():
        return ()
    text = file_text(folder, FILE, issues)
    if text is None:
        return ()
    try:
        features = list(json.loads(text)["features"])
    except (ValueError, KeyError, TypeError):
        issues.append(_issue("M-GRENZEN-01", "Die Datei ist keine GeoJSON-Sammlung (FeatureCollection)."))
        return ()
    found = (_boundary(feature, number, issues) for number, feature in enumerate(features, start=1))
    return tuple(boundary for boundary in found if boundary)


def _boundary(feature: Any, number: int, issues: list[Issue]) -> Boundary | None:
    try:
        named, geometry = feature["properties"], feature["geometry"]
        single = {"Polygon": True, "MultiPolygon": False}[geometry["type"]]
        polygons = [geometry["coordinates"]] if single else geometry["coordinates"]
        rings = tuple(_ring(points) for polygon in polygons for points in polygon)
        return Boundary(str(named["schluessel"]), rings, _day(named, "gueltig_ab"), _day(named, "gueltig_bis"))
    except (KeyError, TypeError, ValueError, IndexError):
        message = f"Das {number}. Objekt ist kein Gebiet mit geschlossenem Umriss."
        issues.append(_issue("M-GRENZEN-02", message))
        return None


def _day(named: dict[str, Any], key: str) -> date | None:
    return date.fromisoformat(named[key]) if named.get(key) else None


def _ring(points: list[list[float]]) -> Ring:
    ring = tuple((float(point[0]), float(point[1])) for point in points)
    if not all(isfinite(x) and isfinite(y) for x, y in ring):
        raise ValueError("not a point")
    return ring


def render(boundaries: tuple[Boundary, ...]) -> str:
    """The text of grenzen.geojson."""
    return json.dumps({"type": "FeatureCollection", "features": [_feature(boundary) for boundary in boundaries]}) + "\n"


def _feature(boundary: Boundary) -> dict[str, object]:
    days = {"gueltig_ab": boundary.valid_from, "gueltig_bis": boundary.valid_until}
    return {
        "type": "Feature",
        "properties": {"schluessel": boundary.area} | {key: day.isoformat() for key, day in days.items() if day},
        "geometry": {"type": "MultiPolygon", "coordinates": _polygons(boundary.rings)},
    }


def _polygons(rings: tuple[Ring, ...]) -> list[list[Ring]]:
    """The rings, in their order, as polygons: a ring that begins inside the polygon before it is its hole."""
    polygons: list[list[Ring]] = []
    for ring in rings:
        if polygons and sum(_contains(outer, ring[0]) for outer in polygons[-1]) % 2:
            polygons[-1].append(ring)
        else:
            polygons.append([ring])
    return polygons


def _contains(ring: Ring, point: tuple[float, float]) -> bool:
    """Whether the point lies inside the ring (a ray to the right crosses it an odd number of times)."""
    x, y = point
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def _issue(code: str, message: str) -> Issue:
    return Issue(
        code=code,
        severity=Severity.ERROR,
        message=message,
        remedy="Speichern Sie die Grenzen als GeoJSON: Flächen (Polygon, MultiPolygon) mit „schluessel“.",
        file=FILE,
    )
