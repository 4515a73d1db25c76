"""Stabilised values on the whole way: asked for in the folder, computed behind the guard, shown beside the raw ones."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mehrklang.assessment.small_areas import Smoothing
from mehrklang.cli.evaluation_json import evaluation_json
from mehrklang.cli.json_text import json_text
from mehrklang.package import DataReference, Monitoring, Selection, checksum, read_folder, write_folder
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.report import Audience, Finding, ReportHeading, charts, compose, csv, html
from mehrklang.report.tables import figure_tables
from mehrklang.vocabulary import Area, AreaLevel, Interpretation, Signature
from tests.factories import small_town

TOWN = small_town.TOWN
NAMES = ("Anger", "Berg", "Creuz", "Damm", "Elster", "Furt", "Garten", "Hain")
QUARTERS = tuple(Area(f"probstadt:{at}", name, AreaLevel.QUARTER, TOWN.key) for at, name in enumerate(NAMES, 1))
COUNTS = ((2, 4019), (7109, 8017), (419, 5023), (2333, 6043), (617, 983), (211, 907), (97, 1511), (1301, 2503))
PARTNER = 6
"""Garten is suppressed so that Anger cannot be computed from the sum."""


def _town(folder: Path, counts: tuple[tuple[int, int], ...] = COUNTS, *, stabilised: bool = True) -> Monitoring:
    plain = small_town.monitoring(folder)
    path = folder / "lieferungen" / "register.csv"
    lines = "".join(
        f"einwohner;{area.key};{area.name};stadtteil;{TOWN.key};2024;Anzahl;{count};{category}\n"
        for area, pair in zip(QUARTERS, counts, strict=True)
        for category, count in zip((small_town.FOREIGN, small_town.GERMAN), pair, strict=True)
    )
    path.write_text(small_town.HEAD + lines, encoding="utf-8")
    return replace(
        plain,
        areas=(TOWN, *QUARTERS),
        selection=(Selection("anteil-a", "Zur Probe.", ("arbeit",), stabilised=stabilised),),
        data=(DataReference(path.relative_to(folder), "tidy", "melderegister-probe", checksum(path)),),
    )


def _finding(monitoring: Monitoring, evaluation: Evaluation) -> Finding:
    signed = tuple(Signature("N", office, date(2026, 5, 1)) for office in ("Koordination", "Statistik"))
    version = evaluation.results["anteil-a"].data_version
    texts = {"anteil-a": Interpretation("anteil-a", "Text.", version, signed)}
    (found,) = find(replace(monitoring, interpretations=texts), evaluation).findings
    return found


def _exits(monitoring: Monitoring, evaluation: Evaluation) -> list[str]:
    """Everything in which a value of this monitoring comes out."""
    finding = _finding(monitoring, evaluation)
    heading = ReportHeading("Probe", "Stadt", "2024", "Mai")
    reports = [html.render(compose([finding], audience=audience, heading=heading)) for audience in Audience]
    drawn = [picture.wide + picture.narrow + picture.alternative for picture in charts.pictures(finding)]
    return [*reports, *drawn, csv.render([finding]), json_text(evaluation_json(monitoring, evaluation, ()))]


@pytest.fixture
def monitoring(tmp_path: Path) -> Monitoring:
    return _town(tmp_path)


def test_they_stand_beside_the_told_values_only(monitoring: Monitoring, tmp_path: Path) -> None:
    result = evaluate(monitoring, store=tmp_path / "ablage").results["anteil-a"]
    told = {one.area for one in result.series if one.values[-1].figure.known} - {TOWN.key}
    assert QUARTERS[0].key not in told
    assert {each.area for each in result.stabilised} == told
    assert {each.method for each in result.stabilised} == {Smoothing.KLEINMAN}


def test_what_is_suppressed_moves_no_exit(tmp_path: Path) -> None:
    """Towns that differ in suppressed cells alone say the same at every exit, byte by byte."""
    said = [_told_of(tmp_path / str(secret), secret) for secret in (1, 2)]
    assert len(said[0]) >= 6
    assert said[0] == said[1]


def _told_of(folder: Path, secret: int) -> list[str]:
    """The exits of a town in which Anger has so many and the area suppressed with it as many fewer."""
    folder.mkdir()
    (foreign, german), partner = COUNTS[PARTNER], 2 - secret
    counts = [*COUNTS]
    counts[0], counts[PARTNER] = (secret, 4021 - secret), (foreign + partner, german - partner)
    monitoring = _town(folder, tuple(counts))
    evaluation = evaluate(monitoring, store=folder / "ablage")
    result = evaluation.results["anteil-a"]
    hidden = {one.area for one in result.series if not one.values[-1].figure.known}
    assert hidden == {QUARTERS[0].key, QUARTERS[PARTNER].key}
    keys = {result.data_version: "V", result.data_version[:12]: "V"} | {file.key: "K" for file in result.deliveries}
    return [_without(text, keys) for text in _exits(monitoring, evaluation)]


def _without(text: str, keys: dict[str, str]) -> str:
    for key, other in keys.items():
        text = text.replace(key, other)
    return text


def test_every_exit_names_them_as_estimated(monitoring: Monitoring, tmp_path: Path) -> None:
    evaluation = evaluate(monitoring, store=tmp_path / "ablage")
    *reports, drawn, table, told = _exits(monitoring, evaluation)
    administration, _politics, public = reports
    for text in (administration, public, drawn):
        assert "stabilisiert (geschätzt)" in text
    assert table.splitlines()[0].endswith("stabilisiert;stabilisiert_eigengewicht;stabilisiert_verfahren")
    assert sum(line.endswith("kleinman") for line in table.splitlines()) == len(
        evaluation.results["anteil-a"].stabilised
    )
    assert '"eigengewicht"' in told


def test_the_table_shows_the_sign_of_a_suppressed_area_twice(monitoring: Monitoring, tmp_path: Path) -> None:
    finding = _finding(monitoring, evaluate(monitoring, store=tmp_path / "ablage"))
    table = next(each for each in figure_tables(finding) if "stabilisiert" in each.anchor)
    rows = {row.head: [cell.text for cell in row.cells] for row in table.rows}
    assert rows["Anger"] == [".", ".", "."]
    assert rows["Berg"][0] == "47,0"
    assert rows["Berg"][2] == "100\u00a0%"
    assert float(rows["Elster"][1].replace(",", ".")) < float(rows["Elster"][0].replace(",", "."))


def test_nobody_gets_them_who_did_not_ask(tmp_path: Path) -> None:
    plain = _town(tmp_path, stabilised=False)
    evaluation = evaluate(plain, store=tmp_path / "ablage")
    assert evaluation.results["anteil-a"].stabilised == ()
    assert "stabilisiert" not in "".join(_exits(plain, evaluation)[:4])


def test_too_few_areas_are_said(tmp_path: Path) -> None:
    plain = small_town.monitoring(tmp_path)
    asked = replace(plain, selection=(replace(plain.selection[0], stabilised=True),))
    (issue,) = (each for each in evaluate(asked, store=tmp_path / "ablage").issues if each.code == "B-AUSWERTUNG-07")
    assert "nie 5 Teilgebiete" in issue.message


def test_a_kind_that_cannot_be_stabilised_is_said(tmp_path: Path) -> None:
    plain = small_town.monitoring(tmp_path, codes=("deutsche",))
    asked = replace(
        plain,
        own_indicators=(small_town.germans(),),
        selection=(replace(plain.selection[0], stabilised=True),),
    )
    (issue,) = (each for each in evaluate(asked, store=tmp_path / "ablage").issues if each.code == "B-AUSWERTUNG-07")
    assert "nur für Anteile, Raten und Befragungsanteile" in issue.message


def test_the_choice_is_in_the_folder(monitoring: Monitoring, tmp_path: Path) -> None:
    write_folder(monitoring, tmp_path / "ordner")
    text = (tmp_path / "ordner" / "indikatoren.toml").read_text(encoding="utf-8")
    assert "stabilisiert = true" in text
    again = read_folder(tmp_path / "ordner")
    assert again.monitoring is None or again.monitoring.selection[0].stabilised
