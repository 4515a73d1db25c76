"""`mehrklang compute` and `mehrklang report`, on a small monitoring."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mehrklang.cli import main
from mehrklang.package import checksum, write_folder
from mehrklang.pipeline import evaluate
from mehrklang.vocabulary import Interpretation, Signature
from tests.factories.monitorings import computable

DIVIDED_ANEW = (
    "2022,,Goslar,K03153,342\n2022,EU 27,Goslar,K03153,42\n2023,,Goslar,K03153,443\n2023,EU 28,Goslar,K03153,43\n"
)
HANDBOOK = Path("docs/handbuch/kommandozeile.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A monitoring folder without interpretations."""
    path = tmp_path / "monitoring"
    path.mkdir()
    write_folder(computable(path), path)
    return path


@pytest.fixture
def interpreted(tmp_path: Path) -> Path:
    """The same, interpreted and signed."""
    path = tmp_path / "interpretiert"
    path.mkdir()
    monitoring = computable(path)
    version = evaluate(monitoring, store=tmp_path / "store").results["einbuergerungsquote"].data_version
    signed = tuple(Signature("N", office, date(2026, 5, 4)) for office in ("Koordination", "Statistik"))
    text = Interpretation("einbuergerungsquote", "Was die Zahl sagt.", version, signed)
    write_folder(replace(monitoring, interpretations={"einbuergerungsquote": text}), path)
    return path


def test_the_table_shows_the_newest_value_and_its_computation(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line per group."""
    assert main(["compute", str(folder)]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines[1:] == [
        ["Einbürgerungsquote", "Ausländerinnen und Ausländer", "2023", "2,6 %", "100 · 443 : 17.275", "nicht bewertbar"]
    ]


def test_the_json_has_the_documented_form(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every key of the handbook's example is there, and no other."""
    assert main(["compute", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    example = re.search(r"^```json\n(.*?)^```", HANDBOOK.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert example is not None
    _same_keys(json.loads(example[1]), found, "")


def _same_keys(documented: object, found: object, path: str) -> None:
    if isinstance(documented, dict) and isinstance(found, dict):
        assert list(documented) == list(found), path
        for key in documented:
            _same_keys(documented[key], found[key], f"{path}/{key}")
    elif isinstance(documented, list) and isinstance(found, list) and documented and found:
        _same_keys(documented[0], found[0], f"{path}[0]")


def test_a_signed_report_is_written(interpreted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It carries the day of the last signature, or the one asked for."""
    target = tmp_path / "bericht.html"
    assert main(["report", str(interpreted), "--audience", "verwaltung", "--out", str(target)]) == 0
    assert "Was die Zahl sagt." in target.read_text(encoding="utf-8")
    assert "04.05.2026" in target.read_text(encoding="utf-8")
    day = ["--datum", "2026-06-01"]
    assert main(["report", str(interpreted), "--audience", "politik", "--out", str(target), *day]) == 0
    assert "01.06.2026" in target.read_text(encoding="utf-8")
    assert "1 Indikatoren" in capsys.readouterr().err


def test_an_indicator_without_interpretation_does_not_go_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its value is in no byte of the report, and the message says what to do."""
    target = tmp_path / "bericht.html"
    assert main(["report", str(folder), "--audience", "verwaltung", "--out", str(target)]) == 0
    assert "B-AUSWERTUNG-03" in capsys.readouterr().err
    assert "Einbürgerungsquote" not in target.read_text(encoding="utf-8")
    assert "17.275" not in target.read_text(encoding="utf-8")


def test_a_faulty_delivery_ends_with_code_1(interpreted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script notices."""
    (interpreted / "indicator_2-3-1.csv").write_text(
        "Year,Gebietseinheit,GeoCode,Value\n2023,Goslar,K03153,viele\n", encoding="utf-8"
    )
    assert main(["compute", str(interpreted)]) == 1
    assert "indicator_2-3-1.csv, Zeile 2" in capsys.readouterr().err


def test_the_text_shows_proposed_breaks_as_the_json_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A source that divides differently from 2021 on, and no documented break."""
    path = tmp_path / "m"
    path.mkdir()
    monitoring = computable(path)
    changed = monitoring.folder / monitoring.data[0].path
    changed.write_text(f"Year,Herkunft,Gebietseinheit,GeoCode,Value\n{DIVIDED_ANEW}", encoding="utf-8")
    data = (replace(monitoring.data[0], sha256=checksum(changed)), monitoring.data[1])
    write_folder(replace(monitoring, data=data), path)
    main(["compute", str(path), "--json"])
    told = json.loads(capsys.readouterr().out)["reihenbruch_vorschlaege"]
    main(["compute", str(path)])
    lines = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert told
    assert [line.split("\t")[-1] for line in lines[2:]] == [each["beleg"] for each in told]
