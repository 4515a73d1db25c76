"""The raw cube as a folder: nothing in it becomes a formula, and it comes back as it was."""

from pathlib import Path

from mehrklang.cubes.raw import RawCube
from mehrklang.store import CubeFolder, read_cube, write_cube
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Figure, Lineage
from tests.factories.cubes import cells, key


def test_texts_that_look_like_formulas_are_neutralised_in_the_files_only(tmp_path: Path) -> None:
    measure = key("=1+1", "2024", area="q1", where=Breakdown.of({"@x": "+y"}))
    area = Area("q1", "-cmd|' /C calc'!A0", AreaLevel.QUARTER)
    write_cube(CubeFolder(RawCube(cells({measure: Figure.of(5)})), (area,)), tmp_path)
    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.csv"))
    assert "'=1+1;" in text
    assert "'-cmd|' /C calc'!A0" in text
    assert "\n=1+1" not in text
    again = read_cube(tmp_path)
    assert again.areas == (area,)
    assert list(again.cube.cells) == [measure]
    assert again.cube.cells[measure].figure == Figure.of(5)
    assert again.cube.cells[measure].lineage == Lineage("")
