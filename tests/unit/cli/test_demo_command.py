"""`mehrklang demo`."""

from pathlib import Path

import pytest

from mehrklang.cli import main
from mehrklang.package import read_folder


def test_the_demo_is_a_monitoring(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is whole, has no error, and nothing else lies beside it."""
    target = tmp_path / "demo"
    assert main(["demo", str(target), "--einwohner", "2000"]) == 0
    assert read_folder(target).monitoring is not None
    assert list(tmp_path.iterdir()) == [target]
    assert "mehrklang report" in capsys.readouterr().err


def test_a_folder_in_use_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is overwritten."""
    (tmp_path / "wichtig.txt").write_text("bleibt", encoding="utf-8")
    assert main(["demo", str(tmp_path), "--einwohner", "2000"]) == 1
    assert "gibt es schon" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["wichtig.txt"]
