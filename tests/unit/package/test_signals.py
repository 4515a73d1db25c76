"""Signals that were taken up, in the folder: both ways, and every fault named."""

from datetime import date
from pathlib import Path

import pytest

from mehrklang.package import Monitoring, read_folder, write_folder
from mehrklang.planning import HandledSignal, SignalCause, SignalStage, SignalStep
from tests.factories.monitorings import small_folder

ENTRY = """[[hinweis]]
art = "niveausprung"
indikator = "einbuergerungsquote"
gebiet = "03153"
gruppe = "alle"
jahr = 2024
stand = "abgeschlossen"
anlass = "2024: 2,6 %."
datenstand = "ab12"
zustaendig = "Statistik"
person = "A. Muster"

[[hinweis.schritt]]
am = 2026-05-12
wer = "A. Muster"
rolle = "Statistik"
was = "Erklärt"
ursache = "entwicklung"
text = "Mehrzeilig\\nund mit „Zeichen“."
datenstand = "ab12"

[[hinweis.schritt]]
am = 2026-05-13
wer = "B. Muster"
was = "Abgeschlossen"
"""
STEPS = (
    SignalStep(
        date(2026, 5, 12),
        "A. Muster",
        "Erklärt",
        "Statistik",
        SignalCause.REAL,
        "Mehrzeilig\nund mit „Zeichen“.",
        "ab12",
    ),
    SignalStep(date(2026, 5, 13), "B. Muster", "Abgeschlossen"),
)
VALUE = HandledSignal(
    "niveausprung", "einbuergerungsquote", "03153", "alle", 2024, SignalStage.CLOSED, "2024: 2,6 %.", "ab12",
    "Statistik", "A. Muster", STEPS,
)  # fmt: skip


def folder(path: Path, text: str) -> Path:
    made = small_folder(path / "a")
    (made / "hinweise.toml").write_text(text, encoding="utf-8")
    return made


def monitoring_of(path: Path) -> Monitoring:
    read = read_folder(path)
    assert read.monitoring is not None, read.issues
    return read.monitoring


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    monitoring = monitoring_of(folder(tmp_path, ENTRY))
    assert monitoring.handled_signals == (VALUE,)
    write_folder(monitoring, tmp_path / "b")
    (tmp_path / "c").mkdir()
    again = (tmp_path / "b" / "hinweise.toml").read_text(encoding="utf-8")
    assert monitoring_of(folder(tmp_path / "c", again)).handled_signals == (VALUE,)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"einbuergerungsquote"', '"fremd"', "M-HINWEIS-01"),
        ('"niveausprung"', '"sprung"', "M-WERT-02"),
        ('"abgeschlossen"', '"fertig"', "M-WERT-02"),
        ("am = 2026-05-12\n", "", "M-SCHLUESSEL-01"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, code: str) -> None:
    read = read_folder(folder(tmp_path, ENTRY.replace(old, new)))
    assert code in {issue.code for issue in read.issues}, read.issues
    assert read.monitoring is None


def test_the_same_signal_twice_is_named(tmp_path: Path) -> None:
    assert "M-HINWEIS-02" in {issue.code for issue in read_folder(folder(tmp_path, ENTRY + ENTRY)).issues}
