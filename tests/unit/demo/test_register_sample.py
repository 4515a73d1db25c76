"""The invented register for practising in two zones."""

import csv
from pathlib import Path

import pytest

from mehrklang.cli import main


def test_the_sample_goes_all_the_way_to_an_audited_delivery(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Twice the same bytes; tabulated, protected, audited without a fault."""
    office, again = tmp_path / "amt", tmp_path / "nochmal"
    for out in (office, again):
        assert main(["demo", str(out), "--register", "--einwohner", "2000"]) == 0
    assert (office / "register.csv").read_bytes() == (again / "register.csv").read_bytes()
    cube, delivery = str(tmp_path / "wuerfel"), str(tmp_path / "lieferung.csv")
    register, recipe = str(office / "register.csv"), str(office / "rezept.toml")
    assert main(["tabulate", register, "--recipe", recipe, "--out", cube]) == 0
    assert main(["protect", cube, "--rules", "mindestfallzahl-3", "--out", delivery]) == 0
    assert main(["audit", delivery]) == 0
    assert "davon errechenbar 0" in capsys.readouterr().err
    persons = (office / "register.csv").read_text(encoding="utf-8").count("\n") - 1
    rows = csv.DictReader(Path(delivery).read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    features = ("Geschlecht", "Altersgruppe", "Migrationshintergrund")
    town = [row for row in rows if row["Gebietsebene"] == "gemeinde"]
    (total,) = (row for row in town if not any(row[feature] for feature in features))
    assert int(total["Wert"]) == persons
