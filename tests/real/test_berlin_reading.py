"""The matrices of Berlin: 447 Planungsräume, each file with its own damage."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Material

pytestmark = pytest.mark.real

YEARS = ("200712", "200912", "201012", "201212", "201612", "201712")


def _sums(reading: Reading) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for one in reading.observations:
        assert one.figure.number is not None
        sums[one.measure] += one.figure.number
    return sums


def test_migration_background_2017(data: Path) -> None:
    """1,207,052 of 3,711,930 over the same 447 keys of both files, after the zeros are restored."""
    migration = read(data / "berlin/EWRMIGRA201712H_Matrix.csv", material=Material.ADDITIVE)
    everybody = read(data / "berlin/EWR201712E_Matrix.csv", material=Material.ADDITIVE)
    assert migration.usable
    assert everybody.usable
    assert (_sums(migration)["MH_E"], _sums(everybody)["E_E"]) == (1_207_052, 3_711_930)
    keys = [{one.area for one in reading.observations} for reading in (migration, everybody)]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 447


@pytest.mark.parametrize("year", YEARS)
def test_origins_add_up(data: Path, year: str) -> None:
    """In each file the origins make up all inhabitants with migration background."""
    reading = read(data / f"berlin/EWRMIGRA{year}H_Matrix.csv", material=Material.ADDITIVE)
    sums = _sums(reading)
    assert reading.usable
    assert sums["MH_E"] == sums["MH_E-herkunft"] > 800_000
    assert len(reading.observations) == 447 * 10


def test_ages_and_sexes_add_up(data: Path) -> None:
    sums = _sums(read(data / "berlin/EWR201712E_Matrix.csv"))
    assert len(set(sums.values())) == 1


@pytest.mark.parametrize(("year", "codes"), [("200712", ["L-LOR-03"]), ("201212", ["L-LOR-03", "L-LOR-01"]),
                                            ("201712", ["L-LOR-03", "L-GEBIET-05"])])  # fmt: skip
def test_each_damage_is_told(data: Path, year: str, codes: list[str]) -> None:
    assert [issue.code for issue in read(data / f"berlin/EWRMIGRA{year}H_Matrix.csv").issues] == codes
