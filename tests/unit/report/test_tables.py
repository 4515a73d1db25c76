"""Tables of figures: every figure with its sign, breaks marked, numerator and denominator beside the value."""

from mehrklang.report.tables import figure_tables
from tests.factories import findings as made


def cells(table):
    return {row.head: [cell.text for cell in row.cells] for row in table.rows}


def test_periods_run_down_newest_first_and_breaks_are_numbered():
    (table,) = figure_tables(made.finding())
    assert [row.head for row in table.rows][:2] == ["2023", "2022"]
    assert "2016\u00a0¹" in cells(table)
    assert table.notes[0].startswith("¹ Bruch ab 2016: Neue Hochrechnung")


def test_signs_stand_in_the_cells_and_are_explained_below():
    (table,) = figure_tables(made.finding())
    suppressed = next(row for row in table.rows if row.head == "2014").cells[0]
    assert suppressed.text == "."
    assert suppressed.explanation.startswith("Gesperrt")
    assert ". = Zahlenwert unbekannt oder geheim zu halten" in table.notes


def test_numerator_and_denominator_stand_beside_the_value_on_request():
    (table,) = figure_tables(made.finding(), base=True)
    assert table.heads == ("Zeitpunkt", "Beispielstadt", "Zähler", "Nenner", "Musterland")
    assert cells(table)["2023"] == ["2,7", "27", "1.000", "2,4"]


def test_no_cell_is_empty():
    lines = made.line("1 2", start=2016), made.line("3 4", start=2018, group="b", label="B")
    (table,) = figure_tables(made.finding(*lines), base=True)
    assert all(cell.text for row in table.rows for cell in row.cells)
    assert cells(table)["2016"][3] == "."  # group B was never delivered for 2016


def test_zero_is_a_dash_and_explained_with_or_without_its_sign():
    for text in ("–", "0.0"):
        (table,) = figure_tables(made.finding(made.line(f"{text} 1", start=2016)))
        assert cells(table)["2016"] == ["–"]
        assert table.notes == ("– = nichts vorhanden (genau null)",)


def test_parts_stand_below_each_other_in_the_given_order():
    parts = figure_tables(made.by_quarter())[1]
    assert [row.head for row in parts.rows] == [area.name for area in made.QUARTERS]
    assert cells(parts)["Nordstadt"] == ["."]


def test_parts_with_several_groups_have_a_column_per_group():
    lines = [
        made.line("5", start=2023, area=area, group=group, label=group)
        for area in made.QUARTERS[:2]
        for group in ("A", "B")
    ]
    (parts,) = figure_tables(made.finding(*lines[:-1]))
    assert parts.heads == ("Gebiet", "A", "B")
    assert cells(parts)["Bahnhofsviertel"] == ["5,0", "."]


def test_too_many_columns_become_several_tables():
    lines = [made.line("1 2", start=2016, group=str(at), label=str(at)) for at in range(8)]
    tables = figure_tables(made.finding(*lines))
    assert [len(table.heads) for table in tables] == [7, 3]
    assert "(Teil 2 von 2)" in tables[1].caption
