"""The 28 workbooks of Niedersachsen, read by rules alone, against the tables that the same office publishes as CSV."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Observation

pytestmark = pytest.mark.real

OLDER_OR_OTHER = {
    "2021_1-3-4": "the workbook is of 2021, its figures were extrapolated anew since",
    "2024_6-2-2": "the workbook is of 2024, its rates were computed anew since",
    "2025_1-1-1": "its last year stands on another population than the CSV's",
    "2025_2-1-1": "the CSV adds two columns of the workbook up",
}  # fmt: skip


@pytest.fixture(scope="module")
def workbooks(data: Path) -> dict[str, Reading]:
    """All workbooks by their names."""
    return {path.stem: read(path) for path in sorted((data / "niedersachsen/xlsx").glob("*.xlsx"))}


def _half_digit(number: Decimal) -> Decimal:
    return Decimal(5).scaleb(min(int(number.as_tuple().exponent), 0) - 1)


def _numbers(observations: Iterable[Observation]) -> dict[tuple[str, str, str], list[Decimal]]:
    found: dict[tuple[str, str, str], list[Decimal]] = defaultdict(list)
    for one in observations:
        if one.figure.number is not None:
            found[one.area, one.period.key, one.unit.value].append(one.figure.number)
    return found


def _agreement(ours: Reading, theirs: Reading) -> tuple[int, int]:
    """How many numbers of the CSV stand in the workbook for the same area, period and unit, of how many there could."""
    known = _numbers(ours.observations)
    compared = [(number, known[key]) for key, numbers in _numbers(theirs.observations).items() if key in known
                for number in numbers]  # fmt: skip
    agree = sum(any(_equal(number, other) for other in others) for number, others in compared)
    return agree, len(compared)


def _equal(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= max(_half_digit(one), _half_digit(other), abs(one) / 10**9)


def test_all_are_understood_without_help(workbooks: dict[str, Reading]) -> None:
    """28 of 28 give a reading that may be used."""
    assert len(workbooks) == 28
    assert [name for name, reading in workbooks.items() if not reading.usable or not reading.observations] == []


def test_their_numbers_are_those_of_the_csv(workbooks: dict[str, Reading], data: Path) -> None:
    """Numbers of the CSVs for the areas, periods and units of the workbooks: of 24 workbooks all stand there too."""
    rates = {}
    for name, reading in workbooks.items():
        theirs = read(data / f"niedersachsen/csv/indicator_{name.split('_')[1]}.csv")
        rates[name] = _agreement(reading, theirs)
    departing = {name for name, (agree, compared) in rates.items() if agree < compared}
    assert departing == set(OLDER_OR_OTHER)
    assert sum(agree for agree, _ in rates.values()) > Decimal("0.96") * sum(compared for _, compared in rates.values())


def test_a_directory_of_keys_is_no_table_of_values(data: Path) -> None:
    """Twelve sheets of names and keys: said so, nothing made up."""
    reading = read(data / "berlin/LOR-Schluesselsystematik.xls")
    assert reading.observations == ()
    assert [issue.code for issue in reading.issues] == ["L-BLATT-01"]
