"""Boundary files: degrees and UTM, matched by key, every fault told."""

import json
import math
from pathlib import Path

import pytest

from mehrklang.territory import outline_faults
from mehrklang.territory.coordinates import System, to_degrees
from mehrklang.territory.outlines import MOST_BYTES, read_outlines
from mehrklang.territory.simplify import simplified, thinned
from mehrklang.vocabulary import Boundary

SQUARE = [[9.0, 52.0], [9.1, 52.0], [9.1, 52.1], [9.0, 52.1], [9.0, 52.0]]


def geojson(*features, crs=""):
    named = {"crs": {"properties": {"name": crs}}} if crs else {}
    return json.dumps({"type": "FeatureCollection", "features": features} | named).encode()


def feature(ring=SQUARE, **named):
    return {"type": "Feature", "properties": named, "geometry": {"type": "Polygon", "coordinates": [ring]}}


def test_the_property_that_names_areas_is_found_and_both_sides_that_lack_a_partner_are_listed():
    found = read_outlines(
        geojson(feature(nr="1", AGS="K03153"), feature(nr="2", AGS="101"), feature(nr="3", AGS="77777")),
        {"03153", "koeln:101", "03159"},
    )
    assert (found.field, [each.area for each in found.boundaries]) == ("AGS", ["03153", "koeln:101"])
    assert (found.unknown, found.missing, found.issues) == (("77777",), ("03159",), ())
    assert found.boundaries[0].rings == (tuple(map(tuple, SQUARE)),)


def test_two_features_of_one_area_are_one_boundary():
    found = read_outlines(geojson(feature(k="03153"), feature(k="03153")), {"03153"})
    assert [len(each.rings) for each in found.boundaries] == [2]


def forward(longitude, latitude, middle):
    """UTM forwards on GRS80 by the series of Redfearn (1948) – another way than the one that is tested."""
    axis, flat = 6_378_137.0, 1 / 298.257222101
    e2 = flat * (2 - flat)
    phi, w = math.radians(latitude), math.radians(longitude - middle)
    steps = 20_000

    def curve(angle):
        return axis * (1 - e2) / (1 - e2 * math.sin(angle) ** 2) ** 1.5

    width = phi / steps
    arc = sum(curve(width * (at + 0.5)) for at in range(steps)) * width
    nu = axis / math.sqrt(1 - e2 * math.sin(phi) ** 2)
    psi, t, c = nu / curve(phi), math.tan(phi), math.cos(phi)
    north = arc + nu * math.sin(phi) * c * w**2 / 2 * (
        1 + w**2 / 12 * c**2 * (4 * psi**2 + psi - t**2)
        + w**4 / 360 * c**4 * (8 * psi**4 * (11 - 24 * t**2) - 28 * psi**3 * (1 - 6 * t**2)
                               + psi**2 * (1 - 32 * t**2) - 2 * psi * t**2 + t**4))  # fmt: skip
    east = nu * w * c * (
        1 + w**2 / 6 * c**2 * (psi - t**2)
        + w**4 / 120 * c**4 * (4 * psi**3 * (1 - 6 * t**2) + psi**2 * (1 + 8 * t**2)
                               - 2 * psi * t**2 + t**4))  # fmt: skip
    return 500_000 + 0.9996 * east, 0.9996 * north


@pytest.mark.parametrize(("system", "middle"), [(System.UTM32, 9.0), (System.UTM33, 15.0)])
@pytest.mark.parametrize(("off", "latitude"), [(-3.0, 47.3), (0.0, 50.0), (1.5, 52.4), (2.9, 55.0)])
def test_metres_of_utm_become_degrees(system, middle, off, latitude):
    """To less than a centimetre (a ten-millionth of a degree), against another series."""
    given = (middle + off, latitude)
    found = to_degrees(forward(*given, middle), system)
    assert max(abs(one - other) for one, other in zip(found, given, strict=True)) < 1e-7


def test_a_file_in_utm_is_turned_into_degrees():
    ring = [list(forward(x, y, 9.0)) for x, y in SQUARE]
    found = read_outlines(geojson(feature(ring, k="03153"), crs="urn:ogc:def:crs:EPSG::25832"), {"03153"})
    assert found.system is System.UTM32
    assert found.boundaries[0].rings[0][1] == pytest.approx((9.1, 52.0), abs=1e-7)
    zoned = [[32_000_000 + x, y] for x, y in ring]
    assert read_outlines(geojson(feature(zoned, k="03153")), {"03153"}).system is System.UTM32


METRES = [[545000, 5700000], [546000, 5700000], [546000, 5701000], [545000, 5700000]]
FAULTY = [
    (b" " * (MOST_BYTES + 1), "G-GRENZEN-01"),
    (b"{", "G-GRENZEN-02"),
    (b"\xff\xfe\x00", "G-GRENZEN-02"),
    (b"[]", "G-GRENZEN-02"),
    (b"[" * 100_000, "G-GRENZEN-02"),
    (geojson(), "G-GRENZEN-02"),
    (geojson({"properties": {}, "geometry": None}), "G-GRENZEN-03"),
    (geojson(5), "G-GRENZEN-03"),
    (geojson(feature(SQUARE[:4], k="03153")), "G-GRENZEN-03"),
    (geojson(feature([[1e999, 0]] * 4, k="03153")), "G-GRENZEN-03"),
    (geojson(feature(METRES, k="03153")), "G-GRENZEN-04"),
    (geojson(feature(METRES, k="03153"), crs="EPSG:31467"), "G-GRENZEN-04"),
    (geojson(feature(METRES, k="03153"), crs="urn:ogc:def:crs:OGC:1.3:CRS84"), "G-GRENZEN-04"),
    (geojson(feature(name="Goslar")), "G-GRENZEN-05"),
]


@pytest.mark.parametrize(("content", "code"), FAULTY)
def test_a_faulty_file_gives_no_boundary_and_a_sentence(content, code):
    found = read_outlines(content, {"03153"})
    assert found.boundaries == ()
    assert {issue.code for issue in found.issues} == {code}
    assert all(issue.message.endswith(".") and issue.remedy.endswith(".") for issue in found.issues)


def test_a_large_boundary_gets_a_simpler_copy_that_stays_near_to_it():
    circle = [(math.cos(at * math.tau / 5000), math.sin(at * math.tau / 5000)) for at in range(5000)]
    large = Boundary("a", ((*circle, circle[0]),))
    small = simplified(large)
    assert 20 < len(small.rings[0]) < 200
    assert all(abs(math.hypot(x, y) - 1) < 0.002 for x, y in small.rings[0])
    assert simplified(small) == small
    assert thinned(((0, 0), (1, 0), (2, 0)), 0.1) == ((0, 0), (2, 0))


def test_every_code_of_boundary_files_and_lists_stands_in_the_handbook():
    root = Path(__file__).parents[3]
    page = (root / "docs/handbuch/gebiete.md").read_text(encoding="utf-8")
    sources = (Path(outline_faults.__file__), root / "src/mehrklang/sources/area_list.py")
    words = " ".join(path.read_text(encoding="utf-8").replace("(", " ") for path in sources).split()
    codes = {word.strip('",') for word in words if word.startswith('"G-')}
    assert len(codes) == 13
    assert {code for code in codes if f"| {code} |" not in page} == set()
