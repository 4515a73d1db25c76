"""What the checks find in the 63 published tables of Niedersachsen: the strongest faults, recomputed from the files.

None of the tables is named in the checks; whatever they tell, they have learned from the figures.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from mehrklang.catalogue import load
from mehrklang.plausibility import DryRun, preview_all
from mehrklang.sources import read
from mehrklang.vocabulary import Issue, Severity

pytestmark = pytest.mark.real

Rows = Callable[[str], list[dict[str, str]]]


@pytest.fixture(scope="module")
def tables(data: Path) -> Path:
    """The folder of the tables."""
    return data / "niedersachsen/csv"


@pytest.fixture(scope="module")
def runs(tables: Path) -> dict[str, DryRun]:
    """The dry runs of all tables, checked together."""
    readings = [read(path) for path in sorted(tables.glob("*.csv"))]
    return {run.contents[0].measure: run for run in preview_all(readings, catalogue=load())}


@pytest.fixture(scope="module")
def rows(tables: Path) -> Rows:
    """The rows of a table as bare text, read without Mehrklang."""

    def read_rows(measure: str) -> list[dict[str, str]]:
        with (tables / f"indicator_{measure}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    return read_rows


def _issues(run: DryRun, code: str, line: int = 0) -> list[Issue]:
    return [issue for issue in run.issues if issue.code == code and line in (0, issue.line)]


def test_shares_of_children_of_2011_are_those_of_2010(runs: dict[str, DryRun], rows: Rows) -> None:
    """3.1.2: all 104 figures of 2011 repeat 2010."""
    [issue] = _issues(runs["3-1-2"], "P-KOPIE-01", 678)
    assert "für 2011" in issue.message
    assert "für 2010" in issue.message
    years = {
        year: {(row["GeoCode"], row["Kinderbetreuung"]): row["Value"] for row in rows("3-1-2") if row["Year"] == year}
        for year in ("2010", "2011")
    }
    assert years["2010"] == years["2011"]
    assert len(years["2011"]) == 104


def test_a_column_of_shares_stands_one_year_too_early(runs: dict[str, DryRun], rows: Rows) -> None:
    """2.1.3: the shares of unlimited permits follow from the counts of the next year; so those of 2023 repeat 2022."""
    [moved] = _issues(runs["2-1-3"], "P-FORMEL-05", 6602)
    assert "zum nächsten Jahr" in moved.message
    [copied] = _issues(runs["2-1-3"], "P-KOPIE-01", 4652)
    assert "zeitlich unbefristet, männlich" in copied.message
    found = {
        (row["Year"], row["Befristung"], row["Units"]): float(row["Value"])
        for row in rows("2-1-3")
        if (row["GeoCode"], row["Geschlecht"]) == ("RH03101", "männlich")
    }
    titles = {
        row["Year"]: float(row["Value"])
        for row in rows("2-1-1")
        if (row["GeoCode"], row["Geschlecht"], row["Units"]) == ("RH03101", "männlich", "Anzahl")
        and row["Kategorie"] == "Aufenthaltstitel nach nationalem Recht erforderlich"
    }
    unlimited = "zeitlich unbefristet"
    for year in range(2010, 2023):
        share, following = found[str(year), unlimited, "Prozent"], str(year + 1)
        assert abs(100 * found[following, unlimited, "Anzahl"] / titles[following] - share) < 1e-9
    assert found["2023", unlimited, "Prozent"] == found["2022", unlimited, "Prozent"]


def test_subgroups_of_2024_are_those_of_2023(runs: dict[str, DryRun], rows: Rows) -> None:
    """1.3.2: five groups in thousands repeat the year before; the total does not. Shares of 2023 repeat 2022."""
    assert [issue.line for issue in _issues(runs["1-3-2"], "P-KOPIE-01")] == [444, 1566]
    found = {
        (row["Year"], row["Kategorie"], row["GeoCode"], row["Gebietseinheit"]): row["Value"]
        for row in rows("1-3-2")
        if row["Units"] == "in 1000"
    }
    same = {key[1] for key in found if key[0] == "2024" and found[key] == found.get(("2023", *key[1:]))}
    assert len(same) == 5
    assert "Insgesamt" not in same


def test_the_share_of_foreign_nationals_2021_is_divided_by_the_population_of_2020(
    runs: dict[str, DryRun], rows: Rows
) -> None:
    """1.2.2: the formula that reproduces it is named; 2022 to 2024 no table at hand reproduces."""
    [issue] = _issues(runs["1-2-2"], "P-FORMEL-01")
    assert (issue.line, issue.severity) == (862, Severity.WARNING)
    assert "mit dem Nenner 1-1-1 (Insgesamt) des Jahres 1 früher (2021: 51 Mal)" in issue.message
    people = {(row["GeoCode"], row["Year"]): int(row["Value"]) for row in rows("1-1-1")}
    foreign = {(row["GeoCode"], row["Year"]): int(row["Value"]) for row in rows("1-2-1")}
    for row in rows("1-2-2"):
        if row["Year"] == "2021":
            code = row["GeoCode"]
            assert abs(100 * foreign[code, "2021"] / people[code, "2020"] - float(row["Value"])) < 1e-9
    assert [issue.line for issue in _issues(runs["1-2-2"], "P-FORMEL-02")] == [903, 955, 1030]


def test_the_development_of_population_belongs_to_another_vintage(runs: dict[str, DryRun], rows: Rows) -> None:
    """1.1.2: −19.5 per cent for Goslar since 2005, −16.1 from the counts beside it."""
    [issue] = _issues(runs["1-1-2"], "P-FORMEL-04")
    assert "ausgewiesen −19,4652, nachgerechnet −16,1332" in issue.message
    people = {(row["GeoCode"], row["Year"]): int(row["Value"]) for row in rows("1-1-1")}
    assert round(100 * (people["K03153", "2024"] / people["K03153", "2005"] - 1), 4) == -16.1332


def test_a_column_of_2023_is_sorted_otherwise_than_its_areas(runs: dict[str, DryRun], rows: Rows) -> None:
    """1.2.3: women with ten years and more; one Landkreis has 62,725 of them, and 748 were to be expected."""
    [issue] = _issues(runs["1-2-3"], "P-SPRUNG-03", 1864)
    assert "in 39 Gebieten zugleich" in issue.message
    women = {
        row["Year"]: int(row["Value"])
        for row in rows("1-2-3")
        if (row["GeoCode"], row["Geschlecht"], row["Aufenthaltsdauer in Jahren"])
        == ("K03455", "weiblich", "10 und mehr")
    }
    assert women["2023"] == 62725
    assert max(women["2022"], women["2024"]) < 1100


def test_a_digit_too_many(runs: dict[str, DryRun], rows: Rows) -> None:
    """6.2.2: 228 per mille in one Landkreis, 26 the year after, 24.5 in the median Kreis."""
    [issue] = _issues(runs["6-2-2"], "P-SPRUNG-02", 1675)
    assert "2014 228, im mittleren Gebiet 24,5" in issue.message
    assert rows("6-2-2")[1673]["Value"] == "228"


def test_a_year_that_was_not_used_is_full_of_zeros(runs: dict[str, DryRun], rows: Rows) -> None:
    """7.1.1: the Mikrozensus of 2020."""
    [issue] = _issues(runs["7-1-1"], "P-NULL-03", 110)
    assert "2020" in issue.message
    assert {row["Value"] for row in rows("7-1-1") if row["Year"] == "2020"} == {"0"}


def test_a_balance_that_is_not_the_difference(runs: dict[str, DryRun]) -> None:
    """1.4.4: 240 − 266 is −26, printed is −245."""
    [issue] = _issues(runs["1-4-4"], "P-SALDO-01", 454)
    assert "Ausgewiesen ist −245" in issue.message
    assert "wären es −26" in issue.message


def test_rows_that_are_missing(runs: dict[str, DryRun], rows: Rows) -> None:
    """One row in 2.1.5 (it stands twice under another area), whole columns in 2.1.3 and 4.1.1."""
    assert "Gebiet 03101 (männlich, Aufenthaltsgestattung)" in _issues(runs["2-1-5"], "P-LUECKE-01")[0].message
    assert "150 Fächer" in _issues(runs["2-1-3"], "P-LUECKE-01")[0].message
    assert "54 Fächer" in _issues(runs["4-1-1"], "P-LUECKE-01")[0].message
    shares = [row for row in rows("4-1-1") if (row["Year"], row["Units"]) == ("2024", "Prozent")]
    special = [row for row in shares if row["Schulgliederung"] == "Förderschule"]
    assert {row["Nationalität"] for row in special} == {"Deutsche"}


def test_the_same_count_differs_between_two_tables(runs: dict[str, DryRun]) -> None:
    """1.2.6 against 1.2.1: around the Region Hannover in 2022, 114,350 and 99,760."""
    issues = [issue.message for issue in _issues(runs["1-2-6"], "P-ABGLEICH-01")]
    assert len(issues) == 4
    assert any("nennt 114.350" in message and "nennt 99.760" in message for message in issues)


def test_tables_without_a_fault_stay_silent(runs: dict[str, DryRun]) -> None:
    """These tables are consistent with themselves and with the others."""
    silent = [
        "1-1-1",
        "1-2-1",
        "1-2-4",
        "1-2-8",
        "1-4-5",
        "2-1-1",
        "2-1-2",
        "2-1-4",
        "2-3-1",
        "2-3-2",
        "2-3-3",
        "3-1-3",
    ]
    told = {
        measure: [issue.code for issue in runs[measure].issues if issue.code.startswith("P-")] for measure in silent
    }
    assert told == {measure: [] for measure in silent}


def test_the_checks_never_flood(runs: dict[str, DryRun]) -> None:
    """204,159 figures, fewer than a hundred issues of the checks."""
    assert sum(run.observations for run in runs.values()) == 204_159
    assert 0 < sum(issue.code.startswith("P-") for run in runs.values() for issue in run.issues) < 100
