"""Missed targets in the folder: both ways, and every fault named."""

from datetime import date
from pathlib import Path

import pytest

from mehrklang.package import Monitoring, read_folder, write_folder
from mehrklang.planning import Consequence, CouncilDecision, MissedTarget
from tests.factories.monitorings import small_folder

ENTRY = """[[verfehltes_ziel]]
indikator = "einbuergerungsquote"
jahr = 2023
grund = "Zu wenige Stellen."
entscheidung = "neues-zieljahr"
neues_jahr = 2028
massnahme = "m1"
festgehalten_von = "A."
festgehalten_am = 2026-05-01
[[verfehltes_ziel.beschluss]]
gremium = "Rat"
datum = 2026-04-30
nummer = "7"
"""
VALUE = MissedTarget(
    "einbuergerungsquote", 2023, "Zu wenige Stellen.", Consequence.NEW_YEAR, new_year=2028, measure="m1",
    decision=CouncilDecision("Rat", date(2026, 4, 30), "7"), by="A.", day=date(2026, 5, 1),
)  # fmt: skip


def _folder(path: Path, text: str) -> Path:
    folder = small_folder(path / "a")
    (folder / "verfehlte-ziele.toml").write_text(text, encoding="utf-8")
    return folder


def _read(path: Path) -> Monitoring:
    read = read_folder(path)
    assert read.monitoring is not None, read.issues
    return read.monitoring


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    monitoring = _read(_folder(tmp_path, ENTRY))
    assert monitoring.missed_targets == (VALUE,)
    write_folder(monitoring, tmp_path / "b")
    assert (tmp_path / "b" / "verfehlte-ziele.toml").read_text(encoding="utf-8").count("[[verfehltes_ziel]]") == 1


def test_a_reason_without_a_decision_is_a_record(tmp_path: Path) -> None:
    plain = '[[verfehltes_ziel]]\nindikator = "einbuergerungsquote"\njahr = 2023\ngrund = "Weil."\n'
    (found,) = _read(_folder(tmp_path, plain)).missed_targets
    assert not found.decided
    assert found.told == ""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("neues_jahr = 2028", "neues_jahr = 2023", "M-VERFEHLT-01"),
        ("neues_jahr = 2028\n", "", "M-VERFEHLT-01"),
        ('"neues-zieljahr"', '"aufgeben"', "M-VERFEHLT-01"),
        ('"einbuergerungsquote"', '"fremd"', "M-VERFEHLT-02"),
        ('"m1"', '"m9"', "M-VERFEHLT-03"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, code: str) -> None:
    read = read_folder(_folder(tmp_path, ENTRY.replace(old, new)))
    assert code in {issue.code for issue in read.issues}
    assert read.monitoring is None


def test_the_same_target_twice_is_named(tmp_path: Path) -> None:
    assert "M-VERFEHLT-04" in {issue.code for issue in read_folder(_folder(tmp_path, ENTRY + ENTRY)).issues}
