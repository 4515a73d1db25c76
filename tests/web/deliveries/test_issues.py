"""A thousand issues stay usable: grouped, filtered, paginated, in a table; each at its cell with its neighbours."""

import csv
from io import StringIO

import pytest
from django.urls import reverse

from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.deliveries.context import File
from mehrklang_web.deliveries.told_issues import by_kind, table
from mehrklang_web.people.models import Role
from tests.factories import shell
from tests.factories.uploads import tried

FAULTS = 90


def faulty() -> str:
    """Many cells that are no number, and one year that is none."""
    rows = [f"mit-arbeit;99000001;Probstadt;gemeinde;99;{1900 + at};Anzahl;kaputt{at}\n" for at in range(FAULTS)]
    return shell.delivery() + "".join(rows) + "alle;99000001;Probstadt;gemeinde;99;zwanzig;Anzahl;7\n"


def issues_page(client, trial, **query):
    return client.get(reverse("deliveries:trial_issues", args=[trial.pk]), query)


def test_the_page_of_a_trial_groups_by_kind_and_shows_the_first_of_each(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, faulty())
    page = client.get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    assert "Wert ist keine Zahl" in page
    assert f"Alle {FAULTS} Meldungen dieser Art ansehen" in page
    assert page.count("In der Zelle steht") == 4
    assert "Zeitangabe nicht verstanden" in page


def test_the_pages_hold_25_each_and_every_issue_stands_on_one(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, faulty())
    pages = [issues_page(client, trial, seite=at, art="L-WERT-01").content.decode() for at in range(1, 5)]
    found = [at for at in range(FAULTS) for page in pages if f'<code class="rawcell">kaputt{at}</code>' in page]
    assert found == list(range(FAULTS))
    assert "Seite 2 von 4" in pages[1]


def test_filters_by_severity_and_kind(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, faulty())
    one = issues_page(client, trial, art="L-ZEIT-01").content.decode()
    assert "zwanzig" in one
    assert '<code class="rawcell">kaputt' not in one
    assert "Keine Meldung passt" in issues_page(client, trial, schwere="hinweis", art="L-ZEIT-01").content.decode()


def test_the_table_holds_every_issue_with_its_place_and_no_formula(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, faulty().replace("kaputt7\n", "=SUMME(A1)\n"))
    answer = issues_page(client, trial, form="csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert "meldungen-neu.csv" in answer["Content-Disposition"]
    assert len(rows) == len(trial.issues)
    numbered = {row["Zelle"]: row for row in rows}
    assert numbered["kaputt3"]["Spalte"] == "Wert"
    assert numbered["kaputt3"]["Zeile"] == str(1 + len(shell.delivery().splitlines()) + 3)
    assert "'=SUMME(A1)" in numbered


def test_kinds_stand_errors_first_and_of_each_severity_the_most_frequent_first():
    def issue(code, severity):
        return Issue(code, severity, "", "")

    found = [issue("A", Severity.NOTE), issue("B", Severity.ERROR), *[issue("C", Severity.ERROR)] * 2]
    assert [(kind.code, kind.count) for kind in by_kind(found)] == [("C", 2), ("B", 1), ("A", 1)]


def test_a_table_of_no_issue_has_its_heads():
    assert table(()).startswith("Schwere;Code;Art;Datei")


FILE = "Stand 2024\n\nKreis;Jahr;Wert\n03153;2023;5\n03153;2024;viele\n03153;2025;7\n"


@pytest.fixture
def opened(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(FILE, encoding="utf-8")
    return File(path)


def around(opened, **said):
    return opened.around(Issue("X", Severity.ERROR, "", "", file="t.csv", **said))


def test_a_cell_is_shown_between_its_neighbours_under_the_heads_of_its_columns(opened):
    near = around(opened, line=5, column="Wert", raw="viele")
    assert near.heads == ("Kreis", "Jahr", "Wert")
    assert [(row.line, row.here, [cell.text for cell in row.cells]) for row in near.rows] == [
        (4, False, ["03153", "2023", "5"]),
        (5, True, ["03153", "2024", "viele"]),
        (6, False, ["03153", "2025", "7"]),
    ]
    assert [(row.line, cell.text) for row in near.rows for cell in row.cells if cell.here] == [(5, "viele")]


def test_without_a_column_the_row_is_shown_and_no_cell_marked(opened):
    near = around(opened, line=6)
    assert [row.line for row in near.rows] == [5, 6]
    assert not any(cell.here for row in near.rows for cell in row.cells)


@pytest.mark.parametrize("said", [{"line": 0}, {"line": 99}, {"line": 5, "sheet": "Anderes"}])
def test_a_place_that_is_not_in_the_file_has_no_neighbours(opened, said):
    assert around(opened, **said) is None


def test_a_wide_row_is_cut_around_its_cell_and_keeps_its_first_column(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(";".join(f"k{at}" for at in range(30)) + "\n" + ";".join(f"w{at}" for at in range(30)) + "\n")
    near = File(path).around(Issue("X", Severity.ERROR, "", "", line=2, column="k20"))
    assert near.heads == ("k0", "k17", "k18", "k19", "k20", "k21", "k22")
    assert [cell.text for cell in near.rows[0].cells if cell.here] == ["w20"]
    assert near.heads[near.marked] == "k20"
