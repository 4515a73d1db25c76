"""The areas of the town: invented, whole, and changed once."""

from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from mehrklang.demo.mesh import neighbours
from mehrklang.demo.town import CITY, REFORM_YEAR, STATE, Town, build_town

DIRECTORY = Path(__file__).parents[4] / "shared" / "data" / "gv" / "AuszugGV2QAktuell.xlsx"


def test_no_key_lies_in_a_real_land(town: Town) -> None:
    """The Länder have the keys 01 to 16."""
    assert {area.key[:2] for area in (STATE, CITY)} == {"99"}
    assert all(area.key.startswith("reiherfurt:") for area in (*town.districts, *town.quarters))


@pytest.mark.real
@pytest.mark.skipif(not DIRECTORY.is_file(), reason="the Gemeindeverzeichnis is not beside the checkout")
def test_no_municipality_of_this_name_exists() -> None:
    workbook = CalamineWorkbook.from_path(DIRECTORY)
    texts = {
        str(cell)
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert any("Osnabrück" in text for text in texts)
    assert not [text for text in texts if CITY.name in text or STATE.name in text]


@pytest.mark.parametrize("inhabitants", [500, 15_000, 60_000, 300_000])
def test_names_and_keys_are_unique_at_any_size(inhabitants: int) -> None:
    """Also of the quarters of both vintages together."""
    town = build_town(inhabitants=inhabitants, seed=3)
    areas = [*town.areas, *(small.area for small in town.small)]
    assert max(Counter(area.key for area in areas).values()) == 1
    assert max(Counter(area.name for area in areas).values()) == 1


def test_two_quarters_were_merged_and_one_was_divided(town: Town) -> None:
    """The new ones have new keys and begin on the day after the old ones end; the parts stay the same."""
    old = {quarter.key: quarter for quarter in town.quarters if quarter.valid_until}
    new = {quarter.key: quarter for quarter in town.quarters if quarter.valid_from}
    assert (len(old), len(new)) == (3, 3)
    assert {quarter.valid_from.isoformat() for quarter in new.values() if quarter.valid_from} == {
        f"{REFORM_YEAR}-01-01"
    }
    ways = {(small.quarter_before, small.quarter_since) for small in town.small}
    after = Counter(since for before, since in ways if before in old)
    before = Counter(before for before, since in ways if since in new)
    assert sorted(after.values()) == [1, 1, 2]
    assert sorted(before.values()) == [1, 1, 2]


@pytest.mark.parametrize("year", [REFORM_YEAR - 1, REFORM_YEAR])
def test_every_part_lies_in_a_quarter_of_its_day(town: Town, year: int) -> None:
    quarters = {quarter.key for quarter in town.quarters_on(year)}
    assert {small.quarter_on(year) for small in town.small} == quarters


def test_every_quarter_and_part_is_connected(town: Town) -> None:
    """Divided quarters apart, whose halves are cut by east and west."""
    for small in town.small:
        assert _connected(set(small.cells))
    for quarter in town.quarters_on(REFORM_YEAR - 1):
        assert _connected({cell for small in town.small if small.quarter_before == quarter.key for cell in small.cells})


def _connected(cells: set[tuple[int, int]]) -> bool:
    reached, waiting = set(), [min(cells)]
    while waiting:
        cell = waiting.pop()
        if cell in cells and cell not in reached:
            reached.add(cell)
            waiting.extend(neighbours(cell))
    return reached == cells
