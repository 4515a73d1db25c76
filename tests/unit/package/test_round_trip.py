"""Writing a monitoring and reading it again changes nothing."""

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mehrklang.package import DataReference, Monitoring, read_folder, write_folder
from mehrklang.package.parts import profiles
from mehrklang.package.parts.data import read
from mehrklang.package.toml_file import read_part
from mehrklang.sources import Profile, ValueColumn
from mehrklang.vocabulary import Issue, Severity
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


PROFILES = (
    Profile("Jobcenter: Bestand", (ValueColumn("Zahl"),), "bestand", "03", "2024", "Anzahl"),
    Profile("Jobcenter, Bestand", (ValueColumn("Wert"),), "bestand", "03", "2024", "Anzahl", same=(("w", "weiblich"),)),
)


def test_the_profiles_of_data_files_travel_with_the_folder(tmp_path: Path) -> None:
    """Two of the same file name get names of their own; two files that are read alike share one."""
    data = tuple(
        DataReference(Path(f"{at}.csv"), "profile", "ba", profile=profile)
        for at, profile in enumerate((*PROFILES, PROFILES[0]))
    )
    folder = tmp_path / "neu"
    write_folder(Monitoring("T", "O", "03153", "2026", tmp_path, data=data), folder)
    assert sorted(path.name for path in (folder / "zuordnungen").iterdir()) == [
        "jobcenter-bestand--2.toml",
        "jobcenter-bestand.toml",
    ]
    text = (folder / "daten.toml").read_text(encoding="utf-8")
    assert text.count('zuordnung = "jobcenter-bestand"\n') == 2
    read_data = read_part(folder, "daten.toml", partial(read, known=profiles.read(folder, [])), absent=(), issues=[])
    assert read_data == data


def test_a_profile_that_is_not_there_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "daten.toml").write_text(
        '[[datei]]\npfad = "a.csv"\nart = "profile"\nquelle = "ba"\nzuordnung = "fehlt"\n', encoding="utf-8"
    )
    issues: list[Issue] = []
    read_part(tmp_path, "daten.toml", partial(read, known={}), absent=(), issues=issues)
    assert [(issue.code, issue.line) for issue in issues] == [("M-WERT-01", 5)]
