"""`mehrklang diff`."""

import json
from pathlib import Path

import pytest

from mehrklang.cli import main
from tests.factories.monitorings import small_folder


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two folders that differ in one word."""
    one, other = small_folder(tmp_path / "einer"), small_folder(tmp_path / "anderer")
    file = other / "monitoring.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("titel = ", "titel = '' # ", 1), encoding="utf-8")
    text = "\n".join(
        "titel = 'Ein anderer Titel'" if line.startswith("titel = ''") else line
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    file.write_text(text, encoding="utf-8")
    return one, other


def test_the_same_folder_twice(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> None:
    """Nothing differs, and that is said."""
    assert main(["diff", str(folders[0]), str(folders[0])]) == 0
    assert capsys.readouterr().out == "Beide Ordner enthalten dasselbe Monitoring.\n"


def test_each_difference_is_one_line(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> None:
    """File, key, before, after."""
    assert main(["diff", *map(str, folders)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("~ monitoring.toml, titel: ")
    assert line.endswith(" → Ein anderer Titel")


def test_a_program_reads_the_same(capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path]) -> None:
    """As JSON."""
    assert main(["diff", *map(str, folders), "--json"]) == 0
    [found] = json.loads(capsys.readouterr().out)
    assert (found["datei"], found["schluessel"], found["nachher"]) == ("monitoring.toml", "titel", "Ein anderer Titel")


def test_a_folder_with_faults_is_not_compared(
    capsys: pytest.CaptureFixture[str], folders: tuple[Path, Path], tmp_path: Path
) -> None:
    """Its faults are told instead."""
    assert main(["diff", str(folders[0]), str(tmp_path)]) == 1
    assert "M-ORDNER-01" in capsys.readouterr().err
