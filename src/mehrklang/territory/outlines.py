"""A foreign GeoJSON file of boundaries: read, turned into degrees, and matched to the areas of the register by key."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from mehrklang.territory import outline_faults as faults
from mehrklang.territory.coordinates import System, named_system, shown_system, to_degrees
from mehrklang.vocabulary import Boundary, Issue

MOST_BYTES = 30_000_000
"""A file of all German Gemeinden in the scale 1:250,000 is about that large; a monitoring needs less."""

_Rings = tuple[tuple[tuple[float, float], ...], ...]
_PREFIX = re.compile(r"\D+(?=\d)")


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a file holds.

    Promise: with an ERROR in `issues` there are no boundaries. `boundaries` are those of known areas, in degrees;
    `unknown` are the keys in the file that no area has, `missing` the areas that the file does not have; `field` is
    the property of the file that names the areas.
    """

    boundaries: tuple[Boundary, ...] = ()
    field: str = ""
    system: System | None = None
    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Surface:
    """One feature: its properties as text and its rings."""

    number: int
    named: Mapping[str, str]
    rings: _Rings


def read_outlines(content: bytes, known: Collection[str]) -> Outlines:
    """The boundaries of the areas whose keys are `known`; every fault at once.

    The property that names most known areas is taken for the key; letters before its digits do not count ("K03153").
    Several features of one area are put together.
    """
    if len(content) > MOST_BYTES:
        return Outlines(issues=(faults.too_large(len(content), MOST_BYTES),))
    try:
        parsed = json.loads(content.decode("utf-8-sig"))
        features = list(parsed["features"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return Outlines(issues=(faults.no_collection(),))
    issues: list[Issue] = []
    surfaces = tuple(_surfaces(features, issues))
    system = _system(parsed, surfaces)
    if system is None and surfaces:
        issues.append(faults.other_system(_crs_name(parsed)))
    labels = _labels(known)
    field = _key_field(surfaces, labels)
    if surfaces and not field:
        issues.append(faults.nothing_matches([surface.named for surface in surfaces]))
    if issues or system is None:
        return Outlines(field=field, system=system, issues=tuple(issues) or (faults.no_collection(),))
    found, unknown = _matched(surfaces, field, system, labels)
    missing = tuple(sorted(set(known) - {boundary.area for boundary in found}))
    return Outlines(found, field, system, unknown, missing)


def _matched(
    surfaces: Sequence[_Surface], field: str, system: System, labels: Mapping[str, str]
) -> tuple[tuple[Boundary, ...], tuple[str, ...]]:
    """The boundaries by key, and the labels that no area has."""
    found: dict[str, Boundary] = {}
    unknown: set[str] = set()
    for surface in surfaces:
        label = surface.named.get(field, "")
        key = _key(label, labels)
        if key is None:
            unknown.add(label or f"{surface.number}. Objekt ohne „{field}“")
            continue
        before = found.get(key, Boundary(key, ()))
        found[key] = replace(before, rings=(*before.rings, *_in_degrees(surface.rings, system)))
    return tuple(found[key] for key in sorted(found)), tuple(sorted(unknown))


def _in_degrees(rings: _Rings, system: System) -> _Rings:
    return tuple(tuple(to_degrees(point, system) for point in ring) for ring in rings)


def _surfaces(features: Sequence[Any], issues: list[Issue]) -> Iterator[_Surface]:
    for number, feature in enumerate(features, start=1):
        try:
            yield _surface(number, feature)
        except (AttributeError, KeyError, TypeError, ValueError, IndexError, OverflowError):
            issues.append(faults.no_surface(number))
    if not features:
        issues.append(faults.no_collection())


def _surface(number: int, feature: Any) -> _Surface:
    """One of these errors says that it is none: AttributeError, KeyError, TypeError, ValueError, IndexError."""
    named, geometry = feature["properties"] or {}, feature["geometry"]
    single = {"Polygon": True, "MultiPolygon": False}[geometry["type"]]
    polygons = [geometry["coordinates"]] if single else geometry["coordinates"]
    rings = Boundary("", tuple(_ring(points) for polygon in polygons for points in polygon)).rings
    if not rings:
        raise ValueError("no ring")
    return _Surface(number, {name: str(value) for name, value in named.items() if isinstance(value, str | int)}, rings)


def _ring(points: Sequence[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    ring = tuple((float(point[0]), float(point[1])) for point in points)
    if not all(isfinite(x) and isfinite(y) for x, y in ring):
        raise ValueError("not a point")
    return ring


def _crs_name(parsed: Mapping[str, object]) -> str:
    try:
        return str(parsed["crs"]["properties"]["name"])  # type: ignore[index] # whatever it is, the next line answers
    except (KeyError, TypeError, AttributeError, IndexError):
        return ""


def _system(parsed: Mapping[str, object], surfaces: Sequence[_Surface]) -> System | None:
    """What the file names, if its numbers can be that; else what the numbers show."""
    points = [point for surface in surfaces for ring in surface.rings for point in ring]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    shown = shown_system(min(xs), min(ys), max(xs), max(ys))
    name = _crs_name(parsed)
    if not name:
        return shown
    named = named_system(name)
    return None if (named is System.DEGREES) != (shown is System.DEGREES) else named


def _key_field(surfaces: Sequence[_Surface], labels: Mapping[str, str]) -> str:
    """The property that names most areas."""
    hits: dict[str, set[str]] = {}
    for surface in surfaces:
        for name, text in surface.named.items():
            if key := _key(text, labels):
                hits.setdefault(name, set()).add(key)
    return max(hits, key=lambda name: len(hits[name]), default="")


def _labels(known: Collection[str]) -> dict[str, str]:
    """What may stand in a file for each key: the key, or what stands behind its own prefix ("101" for "koeln:101")."""
    behind: dict[str, list[str]] = {}
    for key in known:
        behind.setdefault(key.rpartition(":")[2], []).append(key)
    return {label: keys[0] for label, keys in behind.items() if len(keys) == 1} | {key: key for key in known}


def _key(text: str, labels: Mapping[str, str]) -> str | None:
    """The key that a label means: as it stands, or without the letters before its digits."""
    return labels.get(text) or labels.get(_PREFIX.sub("", text, count=1))
