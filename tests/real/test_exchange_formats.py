"""The samples of the exchange formats, against the plainest reading of their numbers."""

import json
from itertools import product
from pathlib import Path

import pytest

from mehrklang.sources import read
from mehrklang.vocabulary import Period, Unit

pytestmark = pytest.mark.real


def test_jsonstat_of_eurostat(data: Path) -> None:
    """44 areas in 69 years; every number at the place that a walk over all categories gives it."""
    path = data / "formats/eurostat-name_gpd_c.json"
    assert {issue.code for issue in read(path).issues} == {"L-KUBUS-03", "L-GEBIET-09"}
    reading = read(path, unit=Unit.RATIO)
    dataset = json.loads(path.read_text(encoding="utf-8"))["nama_gdp_c"]
    codes = [list(dataset["dimension"][name]["category"]["index"]) for name in ("geo", "time")]
    plain = dict(zip(product(*codes), dataset["value"], strict=True))
    ours = {(one.area.removeprefix("geo:").replace("00", "DE", one.area == "00"), one.period.key): one.figure.number
            for one in reading.observations}  # fmt: skip
    assert len(ours) == 44 * 69
    assert ours == plain


def test_the_flags_of_eurostat_say_which_values_are_estimated(data: Path) -> None:
    """As many values as the file flags with e, at the places of their flags."""
    path = data / "formats/eurostat-name_gpd_c.json"
    flags = json.loads(path.read_text(encoding="utf-8"))["nama_gdp_c"]["status"]["value"]
    estimated = {f"value[{place}]" for place, flag in enumerate(flags) if flag == "e"}
    open_values = {one.cell.column for one in read(path, unit=Unit.RATIO).observations if one.finality.open}
    assert estimated
    assert open_values == estimated


def test_px_of_the_spanish_institute(data: Path) -> None:
    """8,064 places; no period and a unit of its own: both have to be said."""
    path = data / "formats/14001.px"
    assert {issue.code for issue in read(path).issues} == {"L-ZEIT-02", "L-KUBUS-03", "L-GEBIET-09"}
    reading = read(path, unit=Unit.COUNT, period=Period.year_of(2018))
    assert len(reading.observations) == 21 * 48 * 2 * 4
    assert [one.figure.number for one in reading.observations[:4]] == [162_743, 131_818, 1_600, 29_325]
    assert reading.observations[8].figure.number is None
    assert [one.figure.number for one in reading.observations[-3:]] == [4, 2, 4]


@pytest.mark.parametrize("number", ["01", "04"])
def test_sdmx_csv_samples_are_told_apart_from_their_values(data: Path, number: str) -> None:
    """Examples of the standard: no dimension of theirs is an area, and none is guessed."""
    reading = read(data / f"formats/sdmx-csv-2.0_example-{number}.csv")
    assert reading.kind == "sdmxcsv"
    assert {issue.code for issue in reading.issues} == {"L-KUBUS-02", "L-KUBUS-03"}
