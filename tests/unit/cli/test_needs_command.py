"""`mehrklang needs`."""

import csv
import json
from pathlib import Path

import pytest

from mehrklang.catalogue import load
from mehrklang.cli import main
from mehrklang.package import data_needs, read_folder
from tests.factories.monitorings import small_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that can be read."""
    return small_folder(tmp_path / "ordner")


def test_json_and_csv_hold_the_same_needs_as_the_library(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    """One line per lack, in the same order."""
    monitoring = read_folder(folder).monitoring
    assert monitoring is not None
    expected = [(need.code, need.lack.value) for need in data_needs(monitoring, load())]
    assert main(["needs", str(folder), "--json"]) == 0
    told = [(each["indikator"], each["was_fehlt"]) for each in json.loads(capsys.readouterr().out)]
    assert main(["needs", str(folder), "--csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines(), delimiter=";"))
    assert told == [(row["indikator"], row["was_fehlt"]) for row in rows] == expected
    assert main(["needs", str(folder)]) == 0
    text = capsys.readouterr().out.strip()
    assert len(text.splitlines()) == max(len(expected), 1)


def test_a_folder_with_faults_is_told_and_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Nothing is printed as a result."""
    assert main(["needs", str(tmp_path)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "FEHLER" in output.err
