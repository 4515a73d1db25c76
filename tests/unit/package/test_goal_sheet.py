"""A goal tree out of a spreadsheet: every fault has its cell, and nothing is lost on the way out and in again."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from mehrklang.demo.goals import GOALS
from mehrklang.demo.measures import MEASURES
from mehrklang.package.goal_sheet import HEADS, compare, read_sheet, template, tree_table
from mehrklang.planning import GoalLevel
from mehrklang.report.workbook import workbook_bytes
from mehrklang.vocabulary import Severity

HEAD = ["Handlungsfeld", "Leitziel", "Teilziel", "Maßnahme", "Zuständig", "Beginn", "Ende", "Status", "Budget"]
ROWS = [
    ["Bildung", "Alle Kinder besuchen eine Kita.", "Genug Plätze", "Neue Gruppe", "Jugendamt", "1.8.2026", "2028",
     "geplant", "250.000,00"],
    ["", "", "", "Beratung", "", "03/2026", "", "läuft", ""],
    ["", "", "Früher Beginn", "", "", "", "", "", ""],
    ["", "Gute Schule", "", "Coaching", "", "", "", "", ""],
    ["Wohnen", "", "", "Wohnungslotsen", "", "", "", "", ""],
]  # fmt: skip


def csv_of(*rows: list[str]) -> bytes:
    return "\n".join(";".join(row) for row in (HEAD, *rows)).encode()


def test_an_empty_cell_means_as_above_until_something_above_it_is_written() -> None:
    entries = read_sheet(csv_of(*ROWS), "ziele.csv").entries
    assert [(entry.path[1:], entry.measure) for entry in entries] == [
        (("Alle Kinder besuchen eine Kita.", "Genug Plätze"), "Neue Gruppe"),
        (("Alle Kinder besuchen eine Kita.", "Genug Plätze"), "Beratung"),
        (("Alle Kinder besuchen eine Kita.", "Früher Beginn"), ""),
        (("Gute Schule", ""), "Coaching"),
        (("", ""), "Wohnungslotsen"),
    ]


def test_merged_cells_of_a_workbook_mean_as_above() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Integrationskonzept"])
    for row in (HEAD, *ROWS[:2]):
        sheet.append(row)
    for cells in ("A3:A4", "B3:B4", "C3:C4", "E3:E4"):
        sheet.merge_cells(cells)
    data = BytesIO()
    book.save(data)
    entries = read_sheet(data.getvalue(), "ziele.xlsx").entries
    assert [(entry.path[0], entry.measure, entry.responsible) for entry in entries] == [
        ("Bildung", "Neue Gruppe", "Jugendamt"), ("Bildung", "Beratung", "Jugendamt"),
    ]  # fmt: skip


def test_the_tree_is_made_of_goals_and_measures() -> None:
    plan = compare(read_sheet(csv_of(*ROWS), "ziele.csv").entries, (), ())
    titles = {goal.key: goal.title for goal in plan.goals}
    assert [(goal.title, goal.level, titles.get(goal.parent)) for goal in plan.goals] == [
        ("Bildung", GoalLevel.FIELD, None),
        ("Alle Kinder besuchen eine Kita.", GoalLevel.STRATEGIC, "Bildung"),
        ("Genug Plätze", GoalLevel.OPERATIVE, "Alle Kinder besuchen eine Kita."),
        ("Früher Beginn", GoalLevel.OPERATIVE, "Alle Kinder besuchen eine Kita."),
        ("Gute Schule", GoalLevel.STRATEGIC, "Bildung"),
        ("Wohnen", GoalLevel.FIELD, None),
    ]
    first = plan.measures[0]
    assert (str(first.begins), str(first.ends), str(first.budget)) == ("2026-08-01", "2028-12-31", "250000.00")
    assert len(plan.added) == 10


def test_the_same_sheet_a_second_time_changes_nothing() -> None:
    entries = read_sheet(csv_of(*ROWS), "ziele.csv").entries
    plan = compare(entries, (), ())
    assert compare(entries, plan.goals, plan.measures).empty


def test_what_the_program_writes_it_reads_again_without_a_change() -> None:
    data = workbook_bytes("Zielbaum", tree_table(GOALS, MEASURES), numbers=8)
    reading = read_sheet(data, "zielbaum.xlsx")
    assert reading.issues == ()
    plan = compare(reading.entries, GOALS, MEASURES)
    assert ([goal.key for goal in plan.goals], [each.key for each in plan.measures]) == ([], [])


def test_the_template_can_be_read() -> None:
    reading = read_sheet(workbook_bytes("Zielbaum", template(), numbers=8), "vorlage.xlsx")
    assert (len(reading.entries), reading.issues) == (2, ())
    assert len(HEADS) == 11


DOUBTS = [
    (["F", "Z", "", "M", "", "bald", "", "", ""], "M-ZIELBAUM-03", "F"),
    (["F", "Z", "", "M", "", "", "", "gut", ""], "M-ZIELBAUM-04", "H"),
    (["F", "Z", "", "M", "", "", "", "", "viel"], "M-ZIELBAUM-05", "I"),
    (["* vorbehaltlich der Mittel", "", "", "", "", "", "", "", ""], "M-ZIELBAUM-08", ""),
]
FAULTS = [
    (["", "Ziel ohne Feld", "", "", "", "", "", "", ""], "M-ZIELBAUM-02", "B"),
    (["F", "Z", "", "M", "", "2027", "2026", "", ""], "M-ZIELBAUM-06", "G"),
    (["F", "Z" * 301, "", "M", "", "", "", "", ""], "M-ZIELBAUM-07", "B"),
]


@pytest.mark.parametrize(("row", "code", "column"), FAULTS, ids=lambda each: each if isinstance(each, str) else "")
def test_each_fault_is_named_with_its_cell_and_nothing_is_read(row: list[str], code: str, column: str) -> None:
    reading = read_sheet(csv_of(row), "ziele.csv")
    assert [(issue.code, issue.line, issue.column) for issue in reading.issues] == [(code, 2, column)]
    assert reading.entries == ()


@pytest.mark.parametrize(("row", "code", "column"), DOUBTS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_cell_that_means_nothing_is_named_stays_open_and_stops_nothing(
    row: list[str], code: str, column: str
) -> None:
    reading = read_sheet(csv_of(row), "ziele.csv")
    found = [(each.code, each.severity, each.line, each.column) for each in reading.issues]
    assert found == [(code, Severity.WARNING, 2, column)]
    assert [(each.path[0], each.begins, each.state, each.budget) for each in reading.entries] == [
        (row[0], None, None, None)
    ]


def test_all_faults_come_at_once() -> None:
    reading = read_sheet(csv_of(*(row for row, _, _ in (*FAULTS, *DOUBTS[:3]))), "ziele.csv")
    told = {code for _, code, _ in (*FAULTS, *DOUBTS[:3])}
    assert {issue.code for issue in reading.issues} - {"M-ZIELBAUM-10"} == told


def test_a_number_that_two_goals_bear_and_a_measure_that_stands_twice_are_told_with_their_rows() -> None:
    rows = (["F", "1.1 Arbeit", "", "Lotsen", "VHS"], ["", "1.1 Wohnen", "", "Lotsen"], ["", "", "", "Beratung"])
    reading = read_sheet(csv_of(*rows), "ziele.csv")
    assert [(each.code, each.line) for each in reading.issues] == [("M-ZIELBAUM-09", 3), ("M-ZIELBAUM-10", 3)]
    assert "„1.1 Arbeit“ (Zeile 2) und „1.1 Wohnen“" in reading.issues[0].message
    assert len(reading.entries) == 3


def test_a_workbook_as_offices_keep_it_is_read_whole() -> None:
    """A title, numbers in columns of their own, heads with hyphens and on every page, blank lines, words for days."""
    head = ["Nr.", "Handlungs-\nfeld", "Strategisches Ziel", "Nr.", "Operatives Ziel", "Maßnahme", "Laufzeit", "Mittel"]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Integrationskonzept"],
        head,
        [1, "Arbeit", "1.1 Teilhabe", "1.1.1", "Beratung", "Lotsen", "2023-2026", "15.000 €"],
        ["", "", "", "", "", "Kurs", "ab März 2024", "n.n."],
        [],
        head,
        [2, "Wohnen", "2.1 Zugang", "2.1.1", "Umzug", "Börse", "laufend", "ca. 100"],
    ):
        sheet.append(row)
    data = BytesIO()
    book.save(data)
    reading = read_sheet(data.getvalue(), "ziele.xlsx")
    assert [(each.path, each.measure) for each in reading.entries] == [
        (("Arbeit", "1.1 Teilhabe", "1.1.1 Beratung"), "Lotsen"),
        (("Arbeit", "1.1 Teilhabe", "1.1.1 Beratung"), "Kurs"),
        (("Wohnen", "2.1 Zugang", "2.1.1 Umzug"), "Börse"),
    ]
    times = [(str(each.begins), str(each.ends)) for each in reading.entries]
    assert times == [("2023-01-01", "2026-12-31"), ("2024-03-01", "None"), ("None", "None")]
    assert [(each.code, each.sheet, each.line, each.column) for each in reading.issues] == [
        ("M-ZIELBAUM-05", "Sheet", 7, "H")
    ]


@pytest.mark.parametrize(("data", "code"), [(b"a;b\n1;2\n", "M-ZIELBAUM-01"), (b"PK\x03\x04x", "L-DATEI-03")])
def test_a_file_that_holds_no_tree_is_refused(data: bytes, code: str) -> None:
    reading = read_sheet(data, "x")
    assert [(issue.code, issue.severity) for issue in reading.issues] == [(code, Severity.ERROR)]


def test_every_code_is_explained_in_the_handbook() -> None:
    handbook = Path("docs/handbuch/meldungen-monitoring.md").read_text(encoding="utf-8")
    assert [code for _, code, _ in (*FAULTS, *DOUBTS) if f"| {code} |" not in handbook] == []
