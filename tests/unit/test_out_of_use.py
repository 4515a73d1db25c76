"""The history of data files travels with the folder; only files in use are computed with."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from mehrklang.package import checksum, read_folder, write_folder
from mehrklang.pipeline import evaluate
from mehrklang.vocabulary.retirement import Retirement
from tests.factories.monitorings import computable, small_folder

DAY = date(2026, 5, 1)


def test_superseded_and_withdrawn_files_come_back_as_written(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "alt")
    monitoring = read_folder(folder).monitoring
    assert monitoring is not None
    (file,) = monitoring.data
    corrected = file.path.with_name("berichtigt.csv")
    (folder / corrected).write_bytes((folder / file.path).read_bytes())
    withdrawn = file.path.with_name("zurueck.csv")
    (folder / withdrawn).write_bytes((folder / file.path).read_bytes())
    data = (
        replace(file, retired=Retirement("A. Muster", DAY, 'Fehler im "Kopf"', corrected.as_posix())),
        replace(file, path=corrected, sha256=checksum(folder / corrected)),
        replace(file, path=withdrawn, retired=Retirement("B. Muster", DAY, "kein Rechtsgrund")),
    )
    copy = tmp_path / "neu"
    write_folder(replace(monitoring, data=data), copy)
    for each in data:
        (copy / each.path).parent.mkdir(exist_ok=True)
        (copy / each.path).write_bytes((folder / each.path).read_bytes())
    reading = read_folder(copy)
    assert reading.monitoring is not None, reading.issues
    assert reading.monitoring.data == data
    assert [each.valid for each in reading.monitoring.data] == [False, True, False]
    assert "M-DATEN-07" not in {issue.code for issue in reading.issues}


def test_files_that_replace_each_other_in_a_circle_are_told(tmp_path: Path) -> None:
    folder = small_folder(tmp_path / "alt")
    monitoring = read_folder(folder).monitoring
    assert monitoring is not None
    (file,) = monitoring.data
    other = file.path.with_name("anders.csv")
    (folder / other).write_bytes((folder / file.path).read_bytes())
    data = (
        replace(file, retired=Retirement("A.", DAY, "x", other.as_posix())),
        replace(file, path=other, retired=Retirement("A.", DAY, "x", file.path.as_posix())),
    )
    copy = tmp_path / "neu"
    write_folder(replace(monitoring, data=data), copy)
    assert [issue.code for issue in read_folder(copy).issues].count("M-DATEN-07") == 2


def test_a_file_out_of_use_is_not_computed_with(tmp_path: Path) -> None:
    """Its indicators are named as lacking data; the file itself is not read any more."""
    monitoring = computable(tmp_path)
    before = evaluate(monitoring, store=tmp_path / "store")
    assert "einbuergerungsquote" in before.results
    retired = tuple(replace(each, retired=Retirement("A. Muster", DAY, "Fehler")) for each in monitoring.data)
    after = evaluate(replace(monitoring, data=retired), store=tmp_path / "store")
    assert not after.results
    assert {issue.code for issue in after.issues} == {"B-AUSWERTUNG-01"}
