"""The monitoring of the Landkreis Goslar from published data: values, interpretations, report."""

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.cli import main
from mehrklang.indicators import IndicatorValue
from mehrklang.package import read_folder
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.sources import read
from mehrklang.vocabulary import Breakdown, Severity, Unit
from mehrklang.vocabulary.german import format_number
from tests.real.quoted_figures import NO_FIGURES, QUOTED

FOLDER = Path(__file__).parent / "goslar"
TABLES = Path(__file__).parents[3] / "shared" / "data" / "niedersachsen" / "csv"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(
        not TABLES.is_dir(), reason="the published tables of Niedersachsen do not lie beside the checkout"
    ),
]


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """The monitoring, computed once."""
    monitoring = read_folder(FOLDER).monitoring
    assert monitoring is not None
    return evaluate(monitoring, store=tmp_path_factory.mktemp("store"))


def _value(evaluation: Evaluation, code: str, area: str, group: str, year: str) -> IndicatorValue:
    series = evaluation.results[code].of(area=area, group=group)
    assert series is not None
    return next(value for value in series.values if value.period.key == year)


def test_the_folder_has_no_error_and_every_interpretation_is_of_these_data(evaluation: Evaluation) -> None:
    """Eleven indicators, eleven findings, none stale."""
    reading = read_folder(FOLDER)
    assert [issue for issue in reading.issues if issue.severity is Severity.ERROR] == []
    assert {issue.code for issue in reading.issues} == {"M-DATEN-05", "M-ZIELWERT-01"}
    assert reading.monitoring is not None
    result = find(reading.monitoring, evaluation)
    assert result.issues == ()
    assert len(result.findings) == len(reading.monitoring.selection) == 11


HAND = (
    # code, year, numerator, denominator, value as the nearest float
    ("auslaenderanteil", "2019", 14020, 136292, 10.286737299327914),
    ("einbuergerungsquote", "2024", 659, 17035, 3.8685060170237744),
    ("gymnasium-im-8-jahrgang", "2024", 42, 204, 100 * 42 / 204),
)


def test_values_of_the_landkreis(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON of the command line holds the values recomputed by hand, unrounded, with their parts and cells."""
    assert main(["compute", str(FOLDER), "--json"]) == 0
    output = json.loads(capsys.readouterr().out)
    series = {each["code"]: each["reihen"] for each in output["indikatoren"]}
    for code, year, numerator, denominator, value in HAND:
        [own] = [each for each in series[code] if (each["gebiet"], each["gruppe"]) == ("03153", "auslaendisch")]
        [found] = [each for each in own["werte"] if each["zeitraum"] == year]
        assert found["wert"] == {"zahl": value, "zeichen": None, "grund": None}
        assert (found["zaehler"]["zahl"], found["nenner"]["zahl"]) == (numerator, denominator)
        assert {cell["rohtext"] for cell in found["herkunft"]["zellen"]} >= {str(numerator)}


def test_values_of_the_comparison_areas(evaluation: Evaluation) -> None:
    """Niedersachsen 2019: 841,165 of 7,993,608."""
    value = _value(evaluation, "auslaenderanteil", "03", "auslaendisch", "2019")
    assert value.figure.number is not None
    assert float(value.figure.number) == 10.522970353312296


def test_every_cell_leads_to_its_raw_text(evaluation: Evaluation) -> None:
    """Each cell of each value of the Landkreis stands in the file, in that line, with that text."""
    lines = {path.name: path.read_text(encoding="utf-8-sig").splitlines() for path in TABLES.glob("*.csv")}
    cells = [
        cell
        for result in evaluation.results.values()
        for series in result.series
        for value in series.values
        for cell in value.lineage.cells
    ]
    assert len(cells) > 1000
    for cell in cells:
        assert lines[cell.file][cell.line - 1].endswith(f",{cell.raw}"), cell


@pytest.mark.parametrize("code", QUOTED)
def test_every_number_in_an_interpretation_is_a_computed_figure(evaluation: Evaluation, code: str) -> None:
    """Each number of the text is in the table of quoted figures, and each of that table is computed so and quoted."""
    interpretation = (FOLDER / "interpretationen" / f"{code}.md").read_text(encoding="utf-8").rpartition("+++\n")[2]
    for pattern in NO_FIGURES:
        interpretation = re.sub(pattern, "", interpretation)
    numbers = re.findall(r"−?\d[\d.]*(?:,\d+)?(?<!\.)", interpretation)
    assert set(numbers) == {number for number, _ in QUOTED[code]}
    for number, place in QUOTED[code]:
        figure = _figure(evaluation, code, place)
        assert number in (format_number(figure, 1), format_number(figure, 0)), place
        assert ("," in number) or figure == figure.to_integral_value(), place


def test_every_interpretation_is_checked() -> None:
    """No interpretation without its table of quoted figures."""
    assert {path.stem for path in (FOLDER / "interpretationen").glob("*.md")} == set(QUOTED)


def _figure(evaluation: Evaluation, code: str, place: str) -> Decimal:
    """The computed figure at a place (see `quoted_figures`)."""
    if place.startswith("tabelle "):
        return _delivered(place)
    area, group, years, part = place.split(" ")
    first, _, last = years.partition("-")
    values = [_value(evaluation, code, area, group, str(year)) for year in range(int(first), int(last or first) + 1)]
    if part == "wert":
        return _number(values[0].figure.number)
    if part.startswith("zelle="):
        raw = part.removeprefix("zelle=")
        assert raw in {cell.raw for cell in values[0].lineage.cells}
        return Decimal(raw)
    numerator = sum(_number(value.numerator.number) for value in values if value.numerator)
    denominator = sum(_number(value.denominator.number) for value in values if value.denominator)
    kind = part.removeprefix("mehrjahre").removeprefix("-") or "anteil"
    return Decimal({"zaehler": numerator, "nenner": denominator, "anteil": 100 * numerator / denominator}[kind])


def _delivered(place: str) -> Decimal:
    _, measure, area, year, category = place.split(" ", 4)
    feature, _, label = category.partition("=")
    wanted = (area, year, Breakdown.of({feature: label}), Unit.COUNT)
    [found] = [
        each.figure.number
        for each in read(TABLES / f"indicator_{measure}.csv").observations
        if (each.area, each.period.key, each.breakdown, each.unit) == wanted
    ]
    return _number(found)


def _number(number: Decimal | None) -> Decimal:
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("audience", "name"),
    [("verwaltung", "bericht.pdf"), ("politik", "bericht.pdf"), ("oeffentlichkeit", "bericht.html")],
)
def test_the_report_is_written(tmp_path: Path, audience: str, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One file per call, whole, and byte for byte the same the second time."""
    first, second = tmp_path / name, tmp_path / f"zweiter-{name}"
    for file in (first, second):
        assert main(["report", str(FOLDER), "--audience", audience, "--out", str(file)]) == 0
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes().startswith(b"%PDF-" if name.endswith("pdf") else b"<!doctype html>")
    assert "11 Indikatoren" in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {first.name, second.name}
