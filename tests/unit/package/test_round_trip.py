"""Writing a monitoring and reading it again changes nothing."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mehrklang.package import Monitoring, read_folder, write_folder
from mehrklang.vocabulary import Severity
from tests.factories.monitorings import OWN_SHARE, monitorings


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(monitoring=monitorings())
def test_the_round_trip_is_identity(monitoring: Monitoring) -> None:
    """Every monitoring comes back as it was written, its folder apart."""
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory) / "monitoring"
        write_folder(monitoring, folder)
        (folder / "daten").mkdir()
        for reference in monitoring.data:
            (folder / reference.path).touch()
        reading = read_folder(folder)
        assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
        assert reading.monitoring == replace(monitoring, folder=folder)


def test_a_folder_that_holds_a_monitoring_is_not_overwritten(tmp_path: Path) -> None:
    """Nothing is lost by writing to the wrong place."""
    monitoring = Monitoring("T", "O", "03153", "2026", tmp_path)
    write_folder(monitoring, tmp_path)
    with pytest.raises(FileExistsError, match="schon ein Monitoring"):
        write_folder(replace(monitoring, title="anders"), tmp_path)
    assert 'titel = "T"' in (tmp_path / "monitoring.toml").read_text(encoding="utf-8")


def test_a_key_that_is_no_file_name_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    """A code with a path in it cannot write outside the folder."""
    monitoring = Monitoring("T", "O", "03153", "2026", tmp_path, own_indicators=(replace(OWN_SHARE, code="../x"),))
    with pytest.raises(ValueError, match="taugt nicht als Dateiname"):
        write_folder(monitoring, tmp_path / "neu")
    assert not (tmp_path / "neu").exists()
